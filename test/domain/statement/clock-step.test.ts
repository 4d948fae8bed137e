import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockStep } from '../../../domain/statement/clock-step'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'

test.each([
  [0, MINUTE_MS],
  [4 * MINUTE_MS, MINUTE_MS],
  [8 * MINUTE_MS, 2 * MINUTE_MS],
  [44 * MINUTE_MS, 10 * MINUTE_MS],
  [61 * MINUTE_MS, 15 * MINUTE_MS],
  [2 * HOUR_MS, 30 * MINUTE_MS],
  [5 * HOUR_MS, HOUR_MS],
  [5 * HOUR_MS + 1, 2 * HOUR_MS],
  [14 * HOUR_MS, 3 * HOUR_MS],
  [50 * HOUR_MS, 12 * HOUR_MS],
  [170 * HOUR_MS, 2 * DAY_MS],
  [30 * DAY_MS, 10 * DAY_MS],
])('up to %d ms the lines are %d ms apart', (most, step) => {
  expect(clockStep(most)).toBe(step)
})

test('at most five steps reach any value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 * DAY_MS }), (most) => {
      expect(Math.ceil(most / clockStep(most))).toBeLessThanOrEqual(5)
    }),
  )
})
