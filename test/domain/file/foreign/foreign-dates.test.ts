import { describe, expect, test } from 'vitest'
import { readingsOf } from '../../../../domain/file/foreign/foreign-dates'
import { namedReadings } from '../../../../domain/file/foreign/month-names'

const DAYS = ['2021-01-03', '2021-05-31', '2021-11-22', '2021-12-13', '2021-08-20', '2021-09-05']

const written = (language: string, options: Intl.DateTimeFormatOptions = {}): string[] =>
  DAYS.map((day) => new Date(day).toLocaleDateString(language, { timeZone: 'UTC', ...options }))

const read = (texts: readonly string[], readings: typeof namedReadings) =>
  readings(texts).map((reading) => texts.map(reading))

// Not Persian, which counts by another calendar.
const NUMBERED =
  'af am ar-EG ar-SA-u-ca-gregory az be bg bn bs ca cs cy da de de-CH el en-US en-GB en-CA en-IN en-ZA es es-CL et eu fi fil fr fr-CA ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl nl-BE pa pl pt-BR ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh-CN zh-TW zh-HK zu'

describe('the dates that a browser writes in numbers are read back in', () => {
  test.each(NUMBERED.split(' '))('%s', (language) => {
    expect(read(written(language), readingsOf)).toEqual([DAYS])
  })
})

const NAMED =
  'en de de-AT fr es it pt nl pl ru tr da sv nb fi cs sk hu ro hr sr sr-Latn bs sl bg mk uk be el et lv lt is sq ca gl id ms fil ar ur hi mr bn ta te th-u-ca-gregory'

describe('the dates that it writes with the names of months are read back in', () => {
  test.each(NAMED.split(' '))('%s', (language) => {
    expect(read(written(language, { dateStyle: 'long' }), namedReadings)).toEqual([DAYS])
  })
})
