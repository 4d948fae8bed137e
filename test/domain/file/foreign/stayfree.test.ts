import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textIn } from '../../../../domain/file/foreign/decode'
import { namedReadings } from '../../../../domain/file/foreign/month-names'
import { spokenMs } from '../../../../domain/file/foreign/stayfree'
import { pathBeside, broughtBy, refusalOf, tableOf } from '../../../fixtures/foreign-files'

const CSV = [
  ',Device,"November 10, 2023","November 11, 2023",Total Usage',
  'YouTube,,1h 10m 26s,0s,1h 10m 26s',
  'Instagram,,1m,7s,1m 7s',
  '"Uhr, die kleine",,20s,0s,20s',
  'Total Usage,,1h 11m 46s,7s,1h 11m 53s',
  ',,,,',
  'Created by “StayFree”.,,,,',
  'Creation date: 3/9/24 16:20:48,,,,',
].join('\r\n')

describe('a table of StayFree', () => {
  test('brings the apps that are known; its sums are not added', () => {
    const { source, times, left } = tableOf(CSV)
    expect(source).toBe('stayfree')
    expect(times).toEqual([
      { day: '2023-11-10', host: 'www.youtube.com', ms: 4_226_000, opens: null },
      { day: '2023-11-10', host: 'www.instagram.com', ms: 60_000, opens: null },
      { day: '2023-11-11', host: 'www.instagram.com', ms: 7000, opens: null },
    ])
    expect(left).toEqual([{ why: 'app', rows: 1, ms: 20_000, names: ['Uhr, die kleine'] }])
  })

  test('in German, saved with semicolons, brings the same', () => {
    const german = [
      ';Gerät;10. November 2023;11. November 2023;Gesamtnutzung',
      'YouTube;;1 Std. 10 Min. 26 Sek.;0 Sek.;1 Std. 10 Min. 26 Sek.',
      'Instagram;;1 Min.;7 Sek.;1 Min. 7 Sek.',
      'Gesamtnutzung;;1 Std. 11 Min. 26 Sek.;7 Sek.;1 Std. 11 Min. 33 Sek.',
    ].join('\r\n')
    expect(tableOf(german).times).toEqual(tableOf(CSV).times)
    expect(tableOf(german).left).toEqual([])
  })

  test('whose dates a spreadsheet wrote anew, with times as a clock shows them, brings the same', () => {
    const anew = [
      ';Device;10.11.2023;11.11.2023;Total',
      'YouTube;;1:10:26;0:00:00;1:10:26',
      'Instagram;;0:01:00;0:00:07;0:01:07',
    ].join('\n')
    expect(tableOf(anew).times).toEqual(tableOf(CSV).times)
  })

  test('of how often apps were opened is no table of times', () => {
    expect(refusalOf(',Device,"November 10, 2023",Total Usage\nYouTube,,4,4\nTotal Usage,,4,4')).toBe(
      'unknown',
    )
  })

  test('with apps of which none is known brings no time by itself', () => {
    const { rows, apps } = broughtBy(CSV.replace('YouTube', 'A').replace('Instagram', 'B'))
    expect(rows).toEqual([])
    expect(apps.map(({ name }) => name)).toEqual(expect.arrayContaining(['A', 'B']))
  })
})

test.each([
  ['1h 10m 26s', 4_226_000],
  ['1h10m', 4_200_000],
  ['2 Std. 5 Min.', 7_500_000],
  ['3 h 2 min 1 s', 10_921_000],
  ['1 ч 2 мин 3 с', 3_723_000],
  ['0s', 0],
  ['', null],
  ['31', null],
  ['5 apples', null],
  ['1h 10m 26s and more', null],
])('the time %j is %s', (text, ms) => {
  expect(spokenMs(text)).toBe(ms)
})

test.each([
  ['November 10, 2023', '2023-11-10'],
  ['10. März 2024', '2024-03-10'],
  ['10 de enero de 2024', '2024-01-10'],
  ['10 août 2024', '2024-08-10'],
  ['juin 3, 2024', '2024-06-03'],
  ['juillet 3, 2024', '2024-07-03'],
  ['February 30, 2024', null],
  ['Total Usage', null],
  ['3/9/24', null],
])('the date %j is %s', (text, day) => {
  expect(namedReadings([text])[0]?.(text) ?? null).toBe(day)
})

const real = pathBeside('stayfree/StayFree Export - Total Usage.xls')

test.skipIf(real === null)(
  'the binary file of StayFree is known as such (only where the files lie beside the checkout)',
  () => {
    expect(textIn(readFileSync(real!))).toEqual({ binary: 'sheet' })
  },
)
