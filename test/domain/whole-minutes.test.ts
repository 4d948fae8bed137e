import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../../domain/local-time'
import { columnOfTimes, wholeMinutes } from '../../domain/whole-minutes'

const sum = (column: readonly number[]) => column.reduce((total, ms) => total + ms, 0)

describe('a column of times in whole minutes', () => {
  test.each([
    [[], []],
    [[59_999], [0]],
    [
      [30_000, 30_000],
      [60_000, 0],
    ],
    [
      [80_000, 100_000],
      [60_000, 120_000],
    ],
    [
      [110_000, 110_000, 110_000],
      [120_000, 120_000, 60_000],
    ],
  ])('%j becomes %j', (column, expected) => {
    expect(wholeMinutes(column)).toEqual(expected)
  })

  test('adds up to its total, and no row is off by a minute or more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(86_400_000)), (column) => {
        const whole = wholeMinutes(column)
        expect(sum(whole)).toBe(Math.floor(sum(column) / MINUTE_MS) * MINUTE_MS)
        whole.forEach((ms, row) => expect(Math.abs(ms - (column[row] ?? 0))).toBeLessThan(MINUTE_MS))
      }),
    )
  })
})

test('a column to one line of which time is being added adds up with it', () => {
  const lines = [{ timeMs: 90_000 }, { timeMs: 50_000 }, { timeMs: 30_000 }]
  expect(columnOfTimes(lines, (line) => line === lines[1], 15_000)).toEqual({
    times: [90_000, 65_000, 30_000],
    minutes: [120_000, 60_000, 0],
  })
})
