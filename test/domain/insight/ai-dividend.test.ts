import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AiDividend,
  aiDividendOf,
  type AiSplit,
  type Declared,
} from '../../../domain/insight/ai-dividend'
import type { Span } from '../../../domain/record/span'
import { AI_GOALS } from '../../../domain/settings/settings'
import { addDays, type Day, MINUTE_MS } from '../../../domain/time/local-time'
import { totalOf } from '../../fixtures/totals'
import { scopeOf } from '../../fixtures/scope'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

type Facts = Parameters<typeof scopeOf>[1]

const AI = 'chatgpt.com'
const FEED = 'reddit.com'
const LEARNING = 'coursera.org'
const DECLARED: Declared = { aiSavedPercent: 33, aiGoal: 'learning' }

const TUESDAY = '2026-11-17'
const THURSDAY = '2026-11-19'
/** Four Tuesdays before the week lie on or after it, and four Thursdays. */
const FOUR_WEEKS: Facts = { recordedSince: '2026-10-20' }

/** Minutes on a surface from a full hour of a day on, an hour ahead of UTC. */
const on = (day: Day, surface: string, minutes: number, hour = 10): Span =>
  spanOf({ surface, start: `${day}T${String(hour).padStart(2, '0')}:00Z`, ms: minutes * MINUTE_MS })

/** The same minutes in each of the weeks before a day, the last week first. */
const before = (day: Day, surface: string, minutes: readonly number[], hour = 10): Span[] =>
  minutes.flatMap((each, week) => (each > 0 ? [on(addDays(day, -7 * (week + 1)), surface, each, hour)] : []))

const found = (spans: readonly Span[], facts: Facts = FOUR_WEEKS, declared = DECLARED): AiDividend => {
  const finding = aiDividendOf(scopeOf(spans, facts), declared)
  if ('lacks' in finding) throw new Error(`It lacks ${finding.lacks}.`)
  return finding
}

const splitIn = (...args: Parameters<typeof found>): AiSplit => {
  const { split } = found(...args)
  if (!split) throw new Error('There is no dividend.')
  return split
}

const minutes = ({ keptMs, leakedMs, unknownMs }: AiSplit) =>
  [keptMs, leakedMs, unknownMs].map((ms) => ms / MINUTE_MS)

describe('kept, leaked and unknown', () => {
  test('of 2 h 21 min, 48 min leaked, 1 h 2 min were kept, and 31 min are unknown', () => {
    const spans = [
      // 240 + 187 = 427 min; × 0.33 = 140.9
      on(TUESDAY, AI, 240),
      on(THURSDAY, AI, 187),
      // 83 + 30 = 113 min; usual are 45 (of 30, 40, 50, 60) and 20
      on(TUESDAY, FEED, 83, 15),
      on(THURSDAY, FEED, 30, 15),
      ...before(TUESDAY, FEED, [60, 50, 40, 30]),
      ...before(THURSDAY, FEED, [20, 20, 20, 20]),
      // 60 + 12 = 72 min; usual are 0 and 10
      on(TUESDAY, LEARNING, 60, 18),
      on(THURSDAY, LEARNING, 12, 18),
      ...before(THURSDAY, LEARNING, [10, 10, 10, 10], 18),
    ]
    const finding = found(spans)
    expect(finding.aiMs).toBe(427 * MINUTE_MS)
    expect(finding.dividendMs).toBe(141 * MINUTE_MS)
    expect(finding.aiDays).toBe(2)
    expect(finding.split).toEqual({
      keptMs: 62 * MINUTE_MS,
      leakedMs: 48 * MINUTE_MS,
      unknownMs: 31 * MINUTE_MS,
      feeds: { timeMs: 113 * MINUTE_MS, usualMs: 65 * MINUTE_MS },
      goal: { timeMs: 72 * MINUTE_MS, usualMs: 10 * MINUTE_MS },
      days: 2,
    })
  })

  test('no more can leak than was saved, and then nothing is left to keep', () => {
    const spans = [on(TUESDAY, AI, 100), on(TUESDAY, FEED, 200, 13), on(TUESDAY, LEARNING, 60, 18)]
    expect(minutes(splitIn(spans))).toEqual([0, 33, 0])
  })

  test('no more can be kept than did not leak', () => {
    const spans = [on(TUESDAY, AI, 100), on(TUESDAY, FEED, 13, 13), on(TUESDAY, LEARNING, 60, 18)]
    expect(minutes(splitIn(spans))).toEqual([20, 13, 0])
  })

  test('all is unknown if neither feeds nor the goal took more than usual', () => {
    const spans = [
      on(TUESDAY, AI, 100),
      on(TUESDAY, FEED, 10, 13),
      ...before(TUESDAY, FEED, [30, 30, 30, 30]),
    ]
    expect(minutes(splitIn(spans))).toEqual([0, 0, 33])
  })

  test('a long day and a short one make up for each other', () => {
    const spans = [
      on(TUESDAY, AI, 100),
      on(THURSDAY, AI, 100),
      on(TUESDAY, FEED, 60, 13),
      ...before(TUESDAY, FEED, [30, 30, 30, 30]),
      ...before(THURSDAY, FEED, [30, 30, 30, 30]),
    ]
    expect(minutes(splitIn(spans))).toEqual([0, 0, 66])
  })

  test('video counts as feeds do', () => {
    const spans = [on(TUESDAY, AI, 100), on(TUESDAY, 'netflix.com', 12, 13)]
    expect(minutes(splitIn(spans))).toEqual([0, 12, 21])
  })

  test('the goal decides what was kept', () => {
    const spans = [
      on(TUESDAY, AI, 100),
      on(TUESDAY, LEARNING, 5, 13),
      on(TUESDAY, 'github.com', 7, 14),
      ...before(TUESDAY, 'github.com', [130, 130, 130, 130]),
    ]
    const keptFor = (aiGoal: Declared['aiGoal']) =>
      splitIn(spans, FOUR_WEEKS, { ...DECLARED, aiGoal }).keptMs / MINUTE_MS
    expect(keptFor('learning')).toBe(5)
    expect(keptFor('work')).toBe(0)
    // 112 min in the browser, and usually 130.
    expect(keptFor('offline')).toBe(18)
  })

  test('the hours after midnight belong to the evening before', () => {
    const night = spanOf({ surface: FEED, start: '2026-11-18T01:00Z', ms: 20 * MINUTE_MS })
    expect(minutes(splitIn([on(TUESDAY, AI, 100), night]))).toEqual([0, 20, 13])
  })
})

describe('usual', () => {
  test('counts a weekday without browsing as 0 once recording has begun', () => {
    const spans = [on(TUESDAY, AI, 100), on(TUESDAY, FEED, 20, 13), ...before(TUESDAY, FEED, [30, 0, 0, 30])]
    expect(splitIn(spans).feeds.usualMs).toBe(15 * MINUTE_MS)
  })

  test('is of the eight weeks before the day and no earlier ones', () => {
    const eight = [10, 10, 10, 10, 20, 20, 20, 20]
    const spans = [on(TUESDAY, AI, 100), ...before(TUESDAY, FEED, [...eight, 500, 500, 500, 500, 500])]
    expect(splitIn(spans, { recordedSince: '2026-01-01' }).feeds.usualMs).toBe(15 * MINUTE_MS)
  })

  test('reaches into the period itself if that is longer than a week', () => {
    const period = { unit: 'dates', first: '2026-11-09', last: '2026-11-22' } as const
    const spans = [on(TUESDAY, AI, 100), on('2026-11-10', FEED, 40), on('2026-11-03', FEED, 40)]
    const { feeds } = splitIn(spans, { ...FOUR_WEEKS, period })
    expect(feeds.usualMs).toBe(20 * MINUTE_MS)
  })
})

describe('a day does not count', () => {
  test('if fewer than 4 of its weekdays were recorded: then it is said how many days can be compared', () => {
    // Three Tuesdays and four Thursdays since then.
    const facts = { recordedSince: '2026-10-21' }
    const spans = [on(TUESDAY, AI, 100), on(THURSDAY, AI, 100)]
    const finding = found(spans, facts)
    expect(finding).toMatchObject({ aiMs: 100 * MINUTE_MS, aiDays: 2, split: { days: 1 } })
    expect(aiDividendOf(scopeOf(spans.slice(0, 1), facts), DECLARED)).toMatchObject({
      lacks: 'days',
      have: 3,
      need: 4,
    })
    expect(aiDividendOf(scopeOf(spans, { recordedSince: null }), DECLARED)).toMatchObject({
      lacks: 'days',
      have: 0,
      need: 4,
    })
  })

  test('if only day totals go back that far: they are no usual days of this browser', () => {
    const spans = [on(TUESDAY, AI, 100), on(TUESDAY, FEED, 60)]
    const scope = scopeOf(spans, { recordedSince: '2026-01-01', measuredSince: '2026-11-16' })
    const total = totalOf({ source: 'webtime', day: '2026-11-10', surface: FEED, minutes: 60 })
    const imported = { ...scope, history: { ...scope.history, totals: [total] } }
    expect(aiDividendOf(imported, DECLARED)).toMatchObject({ lacks: 'days', have: 0, need: 4 })
  })

  test('if it is not over', () => {
    const spans = [on(TUESDAY, AI, 100), on(THURSDAY, AI, 100)]
    expect(found(spans, { ...FOUR_WEEKS, today: THURSDAY }).aiDays).toBe(1)
    expect(found(spans, { ...FOUR_WEEKS, today: '2026-11-20' }).aiDays).toBe(2)
  })

  test('if it has no time in AI tools: its feeds cannot be a leak', () => {
    const spans = [on(TUESDAY, AI, 100), on('2026-11-18', FEED, 90)]
    expect(minutes(splitIn(spans))).toEqual([0, 0, 33])
  })
})

describe('there is no figure', () => {
  test('with less than half an hour in AI tools', () => {
    const finding = aiDividendOf(scopeOf([on(TUESDAY, AI, 29)], FOUR_WEEKS), DECLARED)
    expect(finding).toMatchObject({ lacks: 'aiMinutes', have: 29, need: 30 })
    expect(aiDividendOf(scopeOf([]), DECLARED)).toMatchObject({ lacks: 'aiMinutes', have: 0, need: 30 })
  })

  test('with less than half an hour on the days that can be compared', () => {
    const spans = [on(TUESDAY, AI, 100), on(THURSDAY, AI, 20)]
    const finding = aiDividendOf(scopeOf(spans, { recordedSince: '2026-10-21' }), DECLARED)
    expect(finding).toMatchObject({ lacks: 'aiMinutes', have: 20, need: 30 })
  })

  test.each([
    { percent: 0, saved: 0 },
    { percent: -20, saved: -20 },
  ])('of a leak if the factor is $percent per cent: AI saved $saved of 100 min', ({ percent, saved }) => {
    const finding = found([on(TUESDAY, AI, 100)], FOUR_WEEKS, { ...DECLARED, aiSavedPercent: percent })
    expect(finding).toEqual({
      aiMs: 100 * MINUTE_MS,
      dividendMs: saved * MINUTE_MS,
      aiDays: 1,
      split: null,
    })
  })

  test('of a leak if less than half a minute was saved', () => {
    const finding = found([on(TUESDAY, AI, 40)], FOUR_WEEKS, { ...DECLARED, aiSavedPercent: 1 })
    expect(finding).toMatchObject({ dividendMs: 0, split: null })
  })
})

const declaredArbitrary = fc.record({
  aiSavedPercent: fc.integer({ min: -20, max: 100 }),
  aiGoal: fc.constantFrom(...AI_GOALS),
})

const AS_AI: Record<string, string> = { 'example.com': AI, 'xn--mller-kva.de': LEARNING }
const withAi = spansArbitrary(120).map((spans) =>
  spans.map((span) =>
    spanOf({ ...span, surface: AS_AI[span.surface] ?? span.surface, ms: span.end - span.start }),
  ),
)
const MONTHS = { unit: 'dates', first: '2026-11-16', last: '2027-01-31' } as const

describe('for any spans and any declaration', () => {
  test('the parts add up to the dividend in whole minutes, and none is negative', () => {
    fc.assert(
      fc.property(withAi, declaredArbitrary, (spans, declared) => {
        const finding = aiDividendOf(scopeOf(spans, { period: MONTHS, today: '2027-02-01' }), declared)
        if ('lacks' in finding) {
          expect(finding.have).toBeLessThan(finding.need)
          return
        }
        const { dividendMs, aiDays, split } = finding
        if (!split) {
          expect(dividendMs).toBeLessThanOrEqual(0)
          return
        }
        const { keptMs, leakedMs, unknownMs, feeds, goal, days } = split
        expect(keptMs + leakedMs + unknownMs).toBe(dividendMs)
        expect(leakedMs).toBeLessThanOrEqual(dividendMs)
        for (const ms of [
          keptMs,
          leakedMs,
          unknownMs,
          feeds.timeMs,
          feeds.usualMs,
          goal.timeMs,
          goal.usualMs,
        ]) {
          expect(ms).toBeGreaterThanOrEqual(0)
          expect(ms % MINUTE_MS).toBe(0)
        }
        expect(days).toBeLessThanOrEqual(aiDays)
      }),
    )
  })

  test('nothing is split where no day has four of its weekdays since recording began', () => {
    const period = { unit: 'dates', first: '2026-11-16', last: '2026-12-17' } as const
    const facts = { period, today: '2027-02-01', recordedSince: '2026-11-20' }
    fc.assert(
      fc.property(withAi, declaredArbitrary, (spans, declared) => {
        const finding = aiDividendOf(scopeOf(spans, facts), declared)
        expect('lacks' in finding || finding.split === null).toBe(true)
      }),
    )
  })

  test('the order of spans does not change the finding', () => {
    fc.assert(
      fc.property(withAi, declaredArbitrary, (spans, declared) => {
        const { history, ...scope } = scopeOf(spans, { period: MONTHS, today: '2027-02-01' })
        const reversed = { ...scope, history: { ...history, recent: history.recent.toReversed() } }
        expect(aiDividendOf(reversed, declared)).toEqual(aiDividendOf({ ...scope, history }, declared))
      }),
    )
  })
})
