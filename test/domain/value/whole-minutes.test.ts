import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { columnOfTimes, shownTimes } from '../../../domain/value/whole-minutes'

const sum = (column: readonly number[]) => column.reduce((total, ms) => total + ms, 0)

describe('a column of times', () => {
  test.each([
    ['is rounded to whole minutes', [80_000, 160_000], [60_000, 180_000]],
    ['rounds up the rows with the largest remainders', [80_000, 100_000], [60_000, 120_000]],
    ['rounds up the earlier of equal rows', [110_000, 110_000, 110_000], [120_000, 120_000, 60_000]],
    ['shows whole seconds below a minute', [59_499, 200], [59_000, 0]],
    ['has seconds that add up', [42_600, 8_500], [43_000, 8_000]],
    ['has minutes and seconds that add up together', [119_000, 59_000, 59_000], [120_000, 59_000, 59_000]],
    ['is empty without lines', [], []],
  ])('%s', (_rule, column, expected) => {
    expect(shownTimes(column)).toEqual(expected)
  })

  test('adds up to the whole minutes of the exact times with no row off by a unit', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(86_400_000), fc.nat(120_000))), (column) => {
        const shown = shownTimes(column)
        expect(Math.floor(sum(shown) / MINUTE_MS)).toBe(Math.floor(sum(column) / MINUTE_MS))
        shown.forEach((ms, row) => {
          const exact = column[row] ?? 0
          expect(Math.abs(ms - exact)).toBeLessThan(exact < MINUTE_MS ? 1000 : MINUTE_MS)
        })
      }),
    )
  })
})

test('a column with a running line adds up including the running time', () => {
  const lines = [{ timeMs: 90_000 }, { timeMs: 50_000 }, { timeMs: 30_000 }]
  expect(columnOfTimes(lines, (line) => line === lines[1], 15_000)).toEqual({
    times: [90_000, 65_000, 30_000],
    shown: [120_000, 60_000, 30_000],
  })
})
