import { describe, expect, test } from 'vitest'
import { sampleHistory } from '../../scripts/demo/sample-history.ts'
import { sampleLimits } from '../../scripts/demo/sample-limits.ts'
import { sampleRatings } from '../../scripts/demo/sample-ratings.ts'
import { driftOf } from '../../domain/insight/drift'
import { worthAnswersOf } from '../../domain/insight/worth-answers'
import { dayOfRating } from '../../domain/record/rating'
import { coverage } from '../../domain/firewall/coverage'
import { limitsKept } from '../../domain/statement/limits-kept'
import { addDays, DAY_MS, MINUTE_MS, personDay } from '../../domain/time/local-time'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import { MEDIAN_OF } from '../../domain/statement/period-statement'
import type { Span } from '../../domain/record/span'
import { UTC } from '../fixtures/rules'
import { scopeOf } from '../fixtures/scope'

/** One evening for each weekday. */
const EVENINGS = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 10, 23 + day, 20, 30))

const RATE = { from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null }

const dayOf = ({ start }: Span) => personDay(start, 0, 4)
const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
const { kindOf } = coverage([])

describe.each(EVENINGS)('the sample history on the evening %#', (now) => {
  const { spans, passedAt } = sampleHistory('device', now, UTC)
  const today = personDay(now, 0, 4)
  const first = spans.map(dayOf).sort()[0] as string

  test.each([0, 6])('covers all weeks of the median with week start %d', (start) => {
    const lastWeek = shiftPeriod(periodOf('week', today, start), -1)
    expect(first <= shiftPeriod(lastWeek, -MEDIAN_OF).first).toBe(true)
  })

  test('has less time on feeds in the last four weeks than in the four before', () => {
    const since = addDays(today, -28)
    const feeds = spans.filter(({ surface }) => kindOf(surface) === 'feed')
    const before = feeds.filter((span) => dayOf(span) < since && dayOf(span) >= addDays(since, -28))
    expect(lengthOf(feeds.filter((span) => dayOf(span) >= since)) / lengthOf(before)).toBeLessThan(0.95)
  })

  test.each([0, 6])('keeps its limits on some days of last week but not all, with week start %d', (start) => {
    const { limits, usage, overrides } = sampleLimits(spans, passedAt, RATE, now, UTC)
    const week = shiftPeriod(periodOf('week', today, start), -1)
    const record = { rules: limits, usage, passes: overrides }
    const { rules, passes } = limitsKept(week, record, addDays(today, -1), 4, UTC)
    expect(rules.map(({ of }) => of)).toEqual([7, 7])
    const [feeds, evening] = rules
    expect(feeds?.kept).toBe(7 - passes.count)
    expect(passes.count === 1 || passes.count === 2).toBe(true)
    expect(evening?.kept).toBeGreaterThan(0)
    expect(evening?.kept).toBeLessThan(7)
    expect(evening?.pastMs).toBeGreaterThan(MINUTE_MS)
  })

  test.each([0, 59])('leaves enough of the limit for the visits of the demo at 20:%d', (minute) => {
    const at = now + (minute - 30) * MINUTE_MS
    const { usage } = sampleLimits(sampleHistory('device', at, UTC).spans, [], RATE, at, UTC)
    const used = usage.find(({ rule, day }) => rule === 'sample-feeds' && day === today)?.ms ?? 0
    expect(used).toBeGreaterThan(60 * MINUTE_MS)
    expect(used).toBeLessThan(117 * MINUTE_MS)
  })

  test('has at most three answers a day, enough for both findings of last week', () => {
    const { ratings, asked } = sampleRatings(spans, now)
    const days = Map.groupBy(ratings, (rating) => dayOfRating(rating, 4))
    expect(Math.max(...[...days.values()].map(({ length }) => length))).toBeLessThanOrEqual(3)
    expect(asked.length).toBeGreaterThan(ratings.length)
    const scope = scopeOf([], { ratings, today, period: shiftPeriod(periodOf('week', today, 0), -1) })
    expect(driftOf(scope)).toMatchObject({ drifted: expect.any(Number) })
    expect(worthAnswersOf(scope)).toMatchObject({ worthIt: expect.any(Number) })
  })

  test('has no overlapping visits and none in the future', () => {
    const inOrder = spans.toSorted((a, b) => a.start - b.start)
    expect(inOrder.every(({ start }, i) => start >= (inOrder[i - 1]?.end ?? now - 80 * DAY_MS))).toBe(true)
    expect(inOrder.every(({ end }) => end < now)).toBe(true)
  })
})
