import { describe, expect, test } from 'vitest'
import {
  changeFinding,
  dayFinding,
  statementFinding,
  type Summed,
} from '../../../domain/statement/page-finding'
import type { Opening } from '../../../domain/statement/period-statement'
import type { Assumed } from '../../../domain/statement/statement'
import type { Kind } from '../../../domain/surface/kind'
import { MINUTE_MS } from '../../../domain/time/local-time'

type Row = readonly [kind: Kind, minutes: number, netMinor?: number]

/** A period with these kinds; without money if a row has none. */
function summed(rows: readonly Row[], assumed: Assumed = 'no'): Summed {
  const kinds = rows.map(([kind, minutes, netMinor]) => ({
    kind,
    timeMs: minutes * MINUTE_MS,
    assumed,
    money: netMinor === undefined ? null : { costMinor: 1000, returnMinor: 1000 + netMinor, netMinor },
  }))
  const timeMs = kinds.reduce((sum, line) => sum + line.timeMs, 0)
  const netMinor = kinds.reduce((sum, line) => sum + (line.money?.netMinor ?? 0), 0)
  const hasMoney = kinds.some(({ money }) => money !== null)
  const money = hasMoney ? { costMinor: 1000, returnMinor: 1000 + netMinor, netMinor } : null
  return { total: { timeMs, assumed, money }, kinds }
}

const NOTHING = summed([])

describe('what a day says', () => {
  test('without time is nothing', () => {
    expect(dayFinding(NOTHING, true)).toBeNull()
  })

  test('with less than ten minutes is only how much it is', () => {
    const day = summed([['feed', 9, -900]])
    expect(dayFinding(day, true)).toEqual({ type: 'little', timeMs: 9 * MINUTE_MS })
    expect(dayFinding(day, false)).toEqual({ type: 'little', timeMs: 9 * MINUTE_MS })
  })

  test('at a loss names the kind with the largest loss, also beside a larger profit', () => {
    const day = summed(
      [
        ['learning', 60, 500],
        ['feed', 40, -800],
        ['news', 50, -400],
      ],
      'partly',
    )
    expect(dayFinding(day, true)).toEqual({
      type: 'net',
      netMinor: -700,
      assumed: 'partly',
      main: { kind: 'feed', netMinor: -800 },
    })
  })

  test('at a profit names the kind with the largest profit', () => {
    const day = summed([
      ['feed', 40, -100],
      ['learning', 60, 500],
    ])
    expect(dayFinding(day, true)).toMatchObject({ netMinor: 400, main: { kind: 'learning', netMinor: 500 } })
  })

  test('that breaks even names no kind', () => {
    expect(dayFinding(summed([['work', 40, 0]]), true)).toMatchObject({ netMinor: 0, main: null })
  })

  test.each([
    [
      'money is hidden',
      summed([
        ['feed', 30, -500],
        ['work', 60, 0],
      ]),
      false,
    ],
    [
      'no rate held',
      summed([
        ['feed', 30],
        ['work', 60],
      ]),
      true,
    ],
  ] as const)('if %s is where most of the time went', (_, day, hasMoney) => {
    expect(dayFinding(day, hasMoney)).toEqual({
      type: 'most',
      timeMs: 90 * MINUTE_MS,
      kind: 'work',
      kindMs: 60 * MINUTE_MS,
    })
  })
})

describe('what a period says against the one before', () => {
  test('without time is nothing, even if there was some before', () => {
    expect(changeFinding(NOTHING, summed([['feed', 90]]))).toBeNull()
  })

  test('with nothing before is where most of the time went', () => {
    expect(changeFinding(summed([['feed', 30]]), NOTHING)).toMatchObject({ type: 'most', kind: 'feed' })
  })

  test('with minutes in both is only how much it is', () => {
    expect(changeFinding(summed([['feed', 3]]), summed([['feed', 9]]))).toMatchObject({ type: 'little' })
  })

  test.each([
    [100, 104],
    [20, 16],
    [2380, 2384],
  ])('with %d min after %d min is that it is the same', (now, before) => {
    expect(changeFinding(summed([['feed', now]]), summed([['feed', before]]))).toEqual({
      type: 'same',
      timeMs: now * MINUTE_MS,
      main: null,
    })
  })

  test('with minutes less names them, however small a part of the whole they are', () => {
    expect(changeFinding(summed([['feed', 2262]]), summed([['feed', 2380]]))).toMatchObject({
      type: 'change',
      byMs: -118 * MINUTE_MS,
    })
  })

  test('with the same time in other kinds names the one that changed most', () => {
    const before = summed([
      ['feed', 90],
      ['work', 60],
    ])
    const now = summed([
      ['feed', 50],
      ['work', 98],
    ])
    expect(changeFinding(now, before)).toMatchObject({
      type: 'same',
      main: { kind: 'feed', byMs: -40 * MINUTE_MS },
    })
  })

  test('with less time names the kind that fell most, also if it is gone', () => {
    const now = summed([
      ['feed', 30],
      ['work', 90],
    ])
    const before = summed([
      ['feed', 60],
      ['work', 60],
      ['video', 60],
    ])
    expect(changeFinding(now, before)).toEqual({
      type: 'change',
      timeMs: 120 * MINUTE_MS,
      byMs: -60 * MINUTE_MS,
      main: { kind: 'video', byMs: -60 * MINUTE_MS },
    })
  })

  test('differs by whole minutes as they are shown', () => {
    const now = { ...summed([['feed', 90.9]]) }
    expect(changeFinding(now, summed([['feed', 60.1]]))).toMatchObject({ byMs: 30 * MINUTE_MS })
  })
})

describe('what a statement says', () => {
  const week = summed([['feed', 120, -500]], 'wholly')
  const usual: Opening = { timeMs: 1, costMinor: 1, returnMinor: 1, netMinor: 0, yieldMinor: 1200 }

  test('with a rate is what an hour returned, and how much more than usual', () => {
    expect(statementFinding(week, NOTHING, 1410, 2500, usual)).toEqual({
      type: 'yield',
      yieldMinor: 1410,
      hourMinor: 2500,
      moreMinor: 210,
      assumed: 'wholly',
    })
  })

  test('without enough earlier periods compares with nothing', () => {
    expect(statementFinding(week, NOTHING, 1410, null, null)).toMatchObject({ moreMinor: null })
  })

  test('without a rate, or with hardly any time, is how the time changed', () => {
    expect(statementFinding(week, NOTHING, null, null, usual)).toMatchObject({ type: 'most' })
    expect(statementFinding(summed([['feed', 5, -5]]), NOTHING, 0, 2500, usual)).toMatchObject({
      type: 'little',
    })
  })
})
