import { describe, expect, test } from 'vitest'
import {
  enteredTotal,
  flawsOfTotals,
  readMinutesTable,
  typedMinutes,
} from '../../../domain/file/minutes-table'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { totalOf } from '../../fixtures/totals'

const TODAY = '2026-11-25'

describe('a typed day and its minutes', () => {
  test.each([
    ['2026-11-20', '40', '2026-11-20', 40],
    [' 20.11.2026 ', ' 1 ', '2026-11-20', 1],
    ['٢٠.١١.٢٠٢٦', '٤٥', '2026-11-20', 45],
    ['1.2.2026', '1440', '2026-02-01', 1440],
    ['2005-01-01', '5', '2005-01-01', 5],
    ['2026-11-26', '5', '2026-11-26', 5],
  ])('%j and %j are %s with %d minutes', (day, minutes, of, length) => {
    expect(typedMinutes({ day, minutes }, TODAY)).toEqual({ ok: true, day: of, ms: length * MINUTE_MS })
  })

  test.each([
    ['', '40', 'noDay'],
    ['11/20/2026', '40', 'noDay'],
    ['2026-02-30', '40', 'noDay'],
    ['2004-12-31', '40', 'tooEarly'],
    ['2026-11-27', '40', 'tooLate'],
    ['2026-11-20', '', 'noMinutes'],
    ['2026-11-20', '0', 'noMinutes'],
    ['2026-11-20', '-5', 'noMinutes'],
    ['2026-11-20', '2.5', 'noMinutes'],
    ['2026-11-20', 'an hour', 'noMinutes'],
    ['2026-11-20', '1441', 'tooLong'],
  ])('%j and %j are refused: %s', (day, minutes, flaw) => {
    expect(typedMinutes({ day, minutes }, TODAY)).toEqual({ ok: false, flaw })
  })
})

describe('a pasted table', () => {
  const cellsOf = (text: string) =>
    readMinutesTable(text).map(({ day, site, minutes, hasThree }) => [day, site, minutes, hasThree])
  const expected = [
    ['2026-11-20', 'instagram.com', '40', true],
    ['2026-11-21', 'TikTok', '25', true],
  ]

  test.each([',', ';', '\t'])('is read with %j between its cells, with or without a head', (between) => {
    const rows = ['2026-11-20,instagram.com,40', '2026-11-21, TikTok ,25'].map((row) =>
      row.replaceAll(',', between),
    )
    expect(cellsOf(rows.join('\n'))).toEqual(expected)
    expect(cellsOf([`day${between}platform${between}minutes`, ...rows, ''].join('\r\n'))).toEqual(expected)
  })

  test('of one line is read, too', () => {
    expect(cellsOf('20.11.2026;"You, Tube";5')).toEqual([['20.11.2026', 'You, Tube', '5', true]])
  })

  test('keeps every line that is not understood as it was pasted', () => {
    const text = '2026-11-20,instagram.com,40\nnonsense\n\n2026-11-21,a,b,c'
    expect(readMinutesTable(text).map((line) => [line.text, line.hasThree])).toEqual([
      ['2026-11-20,instagram.com,40', true],
      ['nonsense', false],
      ['2026-11-21,a,b,c', false],
    ])
    expect(readMinutesTable('nonsense')).toHaveLength(1)
  })

  test('that is empty has no lines', () => {
    expect(readMinutesTable(' \n\n')).toEqual([])
  })
})

describe('totals beside each other', () => {
  const entered = (surface: string, minutes: number, day = '2026-11-20') =>
    enteredTotal(day, surface, minutes * MINUTE_MS)

  test('may not be about the same day and site twice', () => {
    const rows = [entered('a.example', 10), entered('a.example', 20), entered('a.example', 20, '2026-11-21')]
    expect(flawsOfTotals(rows, [])).toEqual([null, 'twice', null])
  })

  test('fit into a day of 24 hours with what is stored, except what they replace', () => {
    const stored = [entered('a.example', 1000), entered('b.example', 400)]
    expect(flawsOfTotals([entered('c.example', 40)], stored)).toEqual([null])
    expect(flawsOfTotals([entered('c.example', 41), entered('d.example', 40)], stored)).toEqual([
      'dayFull',
      null,
    ])
    expect(flawsOfTotals([entered('a.example', 1040)], stored)).toEqual([null])
    expect(flawsOfTotals([entered('c.example', 1440, '2026-11-21')], stored)).toEqual([null])
  })

  test('of the phone are typed ones of no import', () => {
    expect(entered('example.com', 30)).toEqual(totalOf({ minutes: 30 }))
  })
})
