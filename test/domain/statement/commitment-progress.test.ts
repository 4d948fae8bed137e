import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { committedInterval, type GoalNotice, newCommitment } from '../../../domain/statement/commitment'
import {
  goalNotice,
  isRunningAt,
  nextGoalCheck,
  progressOf,
} from '../../../domain/statement/commitment-progress'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'

const WEEK = '2026-11-30'
const promise = (type: 'most' | 'least', hours: number) =>
  newCommitment(
    { week: WEEK, kind: 'learning', type, minutes: hours * 60, priceMinor: 2500, currency: 'EUR' },
    0,
    4,
  )
const week = committedInterval(promise('least', 4), () => 0)
const minutes = (...list: number[]) => list.map((one) => one * MINUTE_MS)

describe('a day has to bring', () => {
  test.each([
    // 10 h in seven days.
    ['2026-11-30', [0, 0, 0, 0, 0, 0, 0], 600 / 7, 600 / 7, 600],
    ['2026-11-30', [60, 0, 0, 0, 0, 0, 0], 600 / 7, 600 / 7 - 60, 540],
    // After 2 h on Monday, 8 h in six days.
    ['2026-12-01', [120, 20, 0, 0, 0, 0, 0], 80, 60, 460],
    ['2026-12-01', [120, 95, 0, 0, 0, 0, 0], 80, 0, 385],
    // On the last day all the rest.
    ['2026-12-06', [100, 100, 100, 100, 100, 0, 30], 100, 70, 70],
    ['2026-12-06', [600, 0, 0, 0, 0, 0, 30], 0, 0, 0],
    // Before the week the same as on its first day.
    ['2026-11-27', [0, 0, 0, 0, 0, 0, 0], 600 / 7, 600 / 7, 600],
  ])('on %s, after %j min: %d min a day', (today, times, perDay, todayLeft, left) => {
    const progress = progressOf(promise('least', 10), minutes(...times), today)
    expect(progress.perDayMs / MINUTE_MS).toBeCloseTo(perDay)
    expect(progress.todayLeftMs / MINUTE_MS).toBeCloseTo(todayLeft)
    expect(progress.leftMs / MINUTE_MS).toBe(left)
  })

  test('less where deleted time counts', () => {
    const one = { ...promise('most', 10), deletedMs: 2 * HOUR_MS }
    expect(progressOf(one, minutes(0, 0, 0, 0, 0, 0, 0), '2026-12-06')).toEqual({
      actualMs: 2 * HOUR_MS,
      leftMs: 8 * HOUR_MS,
      perDayMs: 8 * HOUR_MS,
      todayLeftMs: 8 * HOUR_MS,
      share: 0.2,
    })
  })
})

/** After so many hours of the week, with so many hours done. */
const told = (hours: number, after: number, done: number, before: readonly GoalNotice[] = []) =>
  goalNotice({ ...promise('least', hours), told: before }, done * HOUR_MS, week, week.from + after * HOUR_MS)

describe('a goal of 4 h', () => {
  test.each<[after: number, done: number, notice: GoalNotice | null]>([
    // Nothing done: the rest has to go 1.5 times as fast after a third of the week, 56 of 168 h.
    [0, 0, null],
    [55, 0, null],
    [56, 0, 'atRisk'],
    [150, 0, 'atRisk'],
    // Half done: after two thirds.
    [111, 2, null],
    [112, 2, 'atRisk'],
    // It can no longer be met: 4 h in 3 h.
    [165, 0, null],
    [164, 0, 'atRisk'],
    [80, 4, 'reached'],
    [2, 5, 'reached'],
    // Before the week and after it, nothing.
    [-1, 5, null],
    [168, 5, null],
  ])('after %d h of the week with %d h: %s', (after, done, notice) => {
    expect(told(4, after, done)).toBe(notice)
  })

  test('is called at risk once, and reached once', () => {
    expect(told(4, 56, 0, ['atRisk'])).toBeNull()
    expect(told(4, 80, 4, ['atRisk'])).toBe('reached')
    expect(told(4, 80, 4, ['atRisk', 'reached'])).toBeNull()
    expect(told(4, 160, 3, ['reached'])).toBeNull()
  })

  test('a limit is told by its own rule, never here', () => {
    expect(goalNotice(promise('most', 4), 5 * HOUR_MS, week, week.from + HOUR_MS)).toBeNull()
    expect(nextGoalCheck(promise('most', 4), 0, week, week.from)).toBe(Infinity)
  })
})

describe('a goal is looked at next', () => {
  test('before its week: when that begins', () => {
    expect(nextGoalCheck(promise('least', 4), 0, week, week.from - 1)).toBe(week.from)
  })

  test('never before anything can have changed, and never after the week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0, max: 167.9, noNaN: true }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        fc.constantFrom<readonly GoalNotice[]>([], ['atRisk'], ['reached']),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hours, after, share, before, part) => {
          const one = { ...promise('least', hours), told: before }
          const at = week.from + Math.floor(after * HOUR_MS)
          const done = Math.floor(hours * share * HOUR_MS)
          const next = nextGoalCheck(one, done, week, at)
          expect(next === Infinity || (next >= at + 5 * MINUTE_MS && next < week.until)).toBe(true)
          if (goalNotice(one, done, week, at) !== null) return
          // Until then nothing is due, even if all the time goes to the goal; more than the five minutes between looks.
          const between = at + Math.floor(part * (Math.min(next, week.until) - at))
          if (between <= at + 5 * MINUTE_MS || between >= next) return
          expect(goalNotice(one, done, week, between)).toBeNull()
          const most = done + (between - at) - 1
          expect(goalNotice(one, most, week, between)).not.toBe('reached')
        },
      ),
    )
  })
})

test('a commitment runs from the start of its week until it is settled', () => {
  const one = promise('least', 4)
  expect(isRunningAt(one, week, week.from - 1)).toBe(false)
  expect(isRunningAt(one, week, week.from)).toBe(true)
  expect(isRunningAt(one, week, week.until)).toBe(false)
})
