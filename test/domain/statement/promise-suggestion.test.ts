import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommitmentType, Settlement } from '../../../domain/statement/commitment'
import { suggestedMinutes } from '../../../domain/statement/promise-suggestion'
import { HOUR_MS } from '../../../domain/time/local-time'

const last = (type: CommitmentType, hours: number, actualHours: number) => ({
  type,
  minutes: hours * 60,
  settled: {
    at: 0,
    isEarly: false,
    actualMs: actualHours * HOUR_MS,
    elapsedMs: 168 * HOUR_MS,
    lengthMs: 168 * HOUR_MS,
    amountMinor: 0,
    currency: 'EUR',
    formula: 1,
  } satisfies Settlement,
})

type Before = [hours: number, actual: number] | null

test.each<[CommitmentType, Before, weeks: number[], suggested: number | null]>([
  // Kept: the same again, whatever the weeks were.
  ['most', [10, 9], [2, 3, 4], 10],
  ['least', [4, 5], [8, 9, 10], 4],
  // Broken: what the median kept, never stricter than before.
  ['most', [10, 14], [12, 14, 11], 12],
  ['most', [10, 14], [12.2, 14, 11], 12.5],
  ['most', [10, 14], [3, 14, 2], 10],
  ['least', [4, 1], [1, 2, 3], 2],
  ['least', [4, 1], [1, 1.9, 3], 1.5],
  ['least', [4, 1], [6, 7, 8], 4],
  // Never nothing.
  ['least', [4, 0], [0, 0, 0], 0.5],
  // Broken, and too few weeks: what was promised.
  ['most', [10, 14], [14], 10],
  // The first promise: the median of the weeks.
  ['most', null, [12, 14, 11], 12],
  ['least', null, [1, 2, 3.4], 2],
  ['most', null, [12, 14], null],
  ['most', null, [0, 0, 0], null],
])('at %s, last %j h, weeks of %j h: %s h', (type, before, weeks, suggested) => {
  const found = suggestedMinutes(
    type,
    weeks.map((hours) => hours * HOUR_MS),
    before && last(type, ...before),
  )
  expect(found === null ? null : found / 60).toBe(suggested)
})

describe('after a broken week', () => {
  test('a suggestion is never stricter than the promise was, nor than what the median kept', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
        (weeks, hours) => {
          const ms = weeks.map((each) => each * HOUR_MS)
          const median = ms.toSorted((a, b) => a - b)
          const kept = (median[Math.floor((ms.length - 1) / 2)] ?? 0) / 60_000
          const limit = suggestedMinutes('most', ms, last('most', hours, hours + 1)) ?? 0
          expect(limit).toBeGreaterThanOrEqual(hours * 60)
          expect(limit).toBeGreaterThanOrEqual(kept)
          const goal = suggestedMinutes('least', ms, last('least', hours, hours - 0.5)) ?? Infinity
          expect(goal).toBeLessThanOrEqual(hours * 60)
        },
      ),
    )
  })
})
