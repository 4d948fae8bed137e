import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Comparison, comparedDays, comparisonsOf } from '../../../domain/insight/cleaning-change'
import { feedTimes } from '../../../domain/insight/feed-times'
import { guideOf } from '../../../domain/insight/feed-platform'
import type { Rating } from '../../../domain/record/rating'
import type { Span } from '../../../domain/record/span'
import { addDays, DAY_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { scopeOf } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'

/** The 28 days before it begin on 1 October, those after it end on 26 November. */
const CLEANED = '2026-10-29'

const on = (day: string, minutes: number, surface = 'youtube.com'): Span =>
  spanOf({ surface, start: `${day}T10:00Z`, ms: minutes * MINUTE_MS })

interface Facts {
  answers?: Rating[]
  done?: string[]
  today?: string
  measuredSince?: string
}

function comparisons(spans: readonly Span[], facts: Facts = {}): Comparison[] {
  const { answers = [], done = [CLEANED], today = '2026-11-27', measuredSince = '2026-08-03' } = facts
  const cleaning = { interval: 'quarterly' as const, done }
  const { history, valuing } = scopeOf(spans)
  const days = comparedDays({ 'youtube.com': cleaning }, today) ?? { first: today, last: today }
  const time = feedTimes(history, days, valuing).get(guideOf('youtube.com')!)!
  return comparisonsOf(cleaning, { time, answers }, { today, measuredSince, valuing })
}

const minutes = ([comparison]: Comparison[]) =>
  comparison?.state === 'compared'
    ? [comparison.beforeMs / MINUTE_MS, comparison.afterMs / MINUTE_MS]
    : comparison

describe('what changed after a cleaning', () => {
  test('is in minutes a week, four weeks after against four weeks before', () => {
    const spans = [
      on('2026-10-05', 100),
      on('2026-10-20', 60),
      on('2026-11-03', 20, 'youtube.com/shorts'),
      on('2026-11-20', 80, 'youtube.com/watch'),
    ]
    // Before: (100 + 60) ÷ 4 = 40. After: (20 + 80) ÷ 4 = 25.
    expect(minutes(comparisons(spans))).toEqual([40, 25])
  })

  test('can be more time as well', () => {
    expect(minutes(comparisons([on('2026-10-05', 20), on('2026-11-05', 60)]))).toEqual([5, 15])
  })

  test('counts the 28th day on both sides, but neither the 29th nor the day itself', () => {
    const within = [on('2026-10-01', 40), on('2026-11-26', 80)]
    const outside = [on('2026-09-30', 500), on(CLEANED, 500), on('2026-11-27', 500)]
    expect(minutes(comparisons([...within, ...outside], { today: '2026-11-29' }))).toEqual([10, 20])
  })

  test('leaves out parts that the recommendations do not fill, and other platforms', () => {
    const others = ['youtube.com/studio', 'youtube.com/music', 'instagram.com', 'github.com']
    const spans = [
      on('2026-10-05', 40),
      on('2026-11-05', 80),
      ...others.map((surface, index) => on(`2026-11-1${index}`, 90, surface)),
    ]
    expect(minutes(comparisons(spans))).toEqual([10, 20])
  })
})

describe('drift after a cleaning', () => {
  const spans = [on('2026-10-05', 100), on('2026-11-05', 100)]
  const answer = (day: string, drifted: boolean | undefined, index: number): Rating => ({
    surface: 'youtube.com',
    at: Date.parse(`${day}T12:00Z`) + index,
    worthQuarters: 4,
    ...(drifted !== undefined && { drifted }),
    utcOffsetMinutes: 0,
    hour: 12,
    ms: MINUTE_MS,
  })
  const answersOn = (day: string, drifted: number, others: number) =>
    Array.from({ length: drifted + others }, (_, index) => answer(day, index < drifted, index))
  const driftOf = (answers: Rating[]) => {
    const [one] = comparisons(spans, { answers })
    return one?.state === 'compared' ? one.drift : one
  }

  test('counts the answers on the same days, four weeks before and after', () => {
    const counted = [...answersOn('2026-10-01', 4, 2), ...answersOn('2026-11-26', 1, 4)]
    const outside = ['2026-09-30', CLEANED, '2026-11-27'].flatMap((day) => answersOn(day, 9, 0))
    const before = { drifted: 4, visits: 6 }
    const after = { drifted: 1, visits: 5 }
    expect(driftOf([...counted, ...outside])).toEqual({ before, after })
  })

  test('can be more as well', () => {
    const answers = [...answersOn('2026-10-01', 0, 5), ...answersOn('2026-11-26', 5, 0)]
    expect(driftOf(answers)).toEqual({
      before: { drifted: 0, visits: 5 },
      after: { drifted: 5, visits: 5 },
    })
  })

  test('has no figure with fewer than five answers on a side', () => {
    const unsaid = answer('2026-11-20', undefined, 9)
    expect(driftOf([...answersOn('2026-10-01', 4, 2), ...answersOn('2026-11-26', 1, 3), unsaid])).toBeNull()
    expect(driftOf([...answersOn('2026-10-01', 4, 0), ...answersOn('2026-11-26', 1, 5)])).toBeNull()
  })
})

describe('a cleaning is not compared', () => {
  const spans = [on('2026-10-05', 100), on('2026-11-05', 100)]

  test('until four whole weeks after it are over; the day on which they are is known', () => {
    expect(comparisons(spans, { today: '2026-11-26' })).toEqual([
      { state: 'later', cleaned: CLEANED, from: '2026-11-27' },
    ])
    expect(comparisons(spans, { today: '2026-11-27' })).toMatchObject([{ state: 'compared' }])
  })

  test('if fewer than four whole weeks were recorded before it', () => {
    expect(comparisons(spans, { measuredSince: '2026-10-01' })).toEqual([
      { state: 'unrecorded', cleaned: CLEANED, from: '2026-10-30' },
    ])
    expect(comparisons(spans, { measuredSince: '2026-09-30' })).toMatchObject([{ state: 'compared' }])
  })

  test('if both sides together have less than half an hour', () => {
    const few = [on('2026-10-05', 20), on('2026-11-05', 9)]
    expect(comparisons(few)).toEqual([{ state: 'little', cleaned: CLEANED }])
    expect(comparisons([...few, on('2026-11-06', 1)])).toMatchObject([{ state: 'compared' }])
  })

  test('if it is older than half a year', () => {
    const last = addDays(CLEANED, 182)
    expect(comparisons(spans, { today: last })).toMatchObject([{ state: 'compared' }])
    expect(comparisons(spans, { today: addDays(last, 1) })).toEqual([])
  })

  test('if there was none', () => {
    expect(comparisons(spans, { done: [] })).toEqual([])
    expect(comparedDays({}, '2026-11-27')).toBeNull()
  })
})

test('while the weeks after the newest cleaning run, the one before is compared beside it', () => {
  const spans = [on('2026-10-05', 40), on('2026-11-05', 80)]
  expect(comparisons(spans, { done: ['2026-09-01', CLEANED, '2026-11-20'] })).toEqual([
    { state: 'later', cleaned: '2026-11-20', from: '2026-12-19' },
    {
      state: 'compared',
      cleaned: CLEANED,
      beforeMs: 10 * MINUTE_MS,
      afterMs: 20 * MINUTE_MS,
      drift: null,
    },
  ])
})

test('the days to read span the comparisons of all platforms', () => {
  const cleanings = {
    'youtube.com': { interval: 'off', done: ['2026-09-20', '2026-11-20'] },
    'x.com': { interval: 'monthly', done: [CLEANED] },
    'tiktok.com': { interval: 'monthly', done: [] },
  } as const
  expect(comparedDays(cleanings, '2026-11-27')).toEqual({ first: '2026-08-23', last: '2026-11-26' })
})

test('both sides add up to the time on their 56 days, in any order of spans', () => {
  const visits = fc.array(fc.record({ day: fc.integer({ min: -40, max: 40 }), minutes: fc.nat(60) }))
  fc.assert(
    fc.property(visits, (rows) => {
      const spans = rows.map(({ day, minutes: length }, index) =>
        spanOf({
          surface: 'youtube.com',
          start: Date.parse(`${CLEANED}T08:00Z`) + day * DAY_MS,
          ms: length * MINUTE_MS,
          device: `device${index}`,
        }),
      )
      const inside = rows.filter(({ day }) => day !== 0 && Math.abs(day) <= 28)
      const sum = inside.reduce((all, row) => all + row.minutes, 0)
      const [comparison] = comparisons(spans)
      expect(comparisons(spans.toReversed())).toEqual([comparison])
      if (comparison?.state !== 'compared') {
        expect(sum).toBeLessThan(30)
        return
      }
      expect(sum).toBeGreaterThanOrEqual(30)
      expect(4 * (comparison.beforeMs + comparison.afterMs)).toBeCloseTo(sum * MINUTE_MS)
    }),
  )
})
