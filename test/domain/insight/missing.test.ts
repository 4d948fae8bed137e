/** When each missing finding will be there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aiDividendOf } from '../../../domain/insight/ai-dividend'
import { cleanFeedsOf } from '../../../domain/insight/clean-feeds'
import { concentrationOf } from '../../../domain/insight/concentration'
import { driftOf } from '../../../domain/insight/drift'
import { isMissing, type Scope, type When } from '../../../domain/insight/finding'
import { type HourYield, hourYieldOf } from '../../../domain/insight/hour-yield'
import { whenDay, whenInPeriod, whenWholeDays } from '../../../domain/insight/missing'
import { nightsOf } from '../../../domain/insight/nights'
import { takeOf } from '../../../domain/insight/take'
import { worthAnswersOf } from '../../../domain/insight/worth-answers'
import type { Rating } from '../../../domain/record/rating'
import { addDays, type Day, MINUTE_MS } from '../../../domain/time/local-time'
import type { Period } from '../../../domain/time/period'
import { cutoff, ruleOf } from '../../fixtures/rules'
import { scopeOf, WEEK } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'

const DECLARED = { aiSavedPercent: 33, aiGoal: 'learning' } as const

const on = (day: Day, minutes: number, surface = 'example.org') =>
  spanOf({ surface, start: `${day}T10:00Z`, ms: minutes * MINUTE_MS })

/** Seen on the Tuesday of the week, which goes on until Sunday. */
const TUESDAY = { today: '2026-11-17' }

function whenOf(finding: object): When | null {
  return isMissing(finding) ? finding.when : null
}

describe('a sum over the period', () => {
  test('comes after the days that its pace needs, counted from all days so far', () => {
    // 12 min in two days are 6 a day: 18 more take three days.
    const when = { by: 'days', days: 3 }
    const scope = scopeOf([on('2026-11-16', 12)], TUESDAY)
    expect(whenOf(concentrationOf(scope))).toEqual(when)
    expect(whenOf(hourYieldOf(scope))).toEqual(when)
    const ai = scopeOf([on('2026-11-16', 12, 'chatgpt.com')], TUESDAY)
    expect(whenOf(aiDividendOf(ai, DECLARED))).toEqual(when)
  })

  test('counts the days from the first record on', () => {
    // 12 min in one day: 18 more take two.
    const scope = scopeOf([on('2026-11-17', 12)], { ...TUESDAY, recordedSince: '2026-11-17' })
    expect(whenOf(concentrationOf(scope))).toEqual({ by: 'days', days: 2 })
  })

  test('does not come in a period that ends before, nor in one that is over', () => {
    // 5 min in two days: 25 more take ten days, and the week has five.
    const few = [on('2026-11-16', 5)]
    expect(whenOf(concentrationOf(scopeOf(few, TUESDAY)))).toEqual({ by: 'longer' })
    expect(whenOf(concentrationOf(scopeOf(few)))).toEqual({ by: 'over' })
  })

  test('has no pace yet while there is nothing', () => {
    const scope = scopeOf([], { ...TUESDAY, recordedSince: null })
    for (const finding of [concentrationOf(scope), takeOf(scope, null), aiDividendOf(scope, DECLARED)])
      expect(whenOf(finding)).toEqual({ by: 'enough' })
  })

  test('is there after as many days at the same pace, and not a day sooner', () => {
    const period: Period = { unit: 'dates', first: '2026-01-01', last: '2099-12-31' }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 29 }), (passed, have) => {
        const today = addDays(period.first, passed - 1)
        const when = whenInPeriod(have, 30, { period, today, recordedSince: '2025-01-01' })
        if (when.by !== 'days') throw new Error(`It comes by ${when.by}.`)
        const after = (days: number) => have + (have * days) / passed
        expect(after(when.days)).toBeGreaterThanOrEqual(30 - 1e-9)
        expect(after(when.days - 1)).toBeLessThan(30)
      }),
    )
  })
})

describe('what goes by weeks and days', () => {
  const chats = (days: readonly Day[]) => days.map((day) => on(day, 60, 'chatgpt.com'))

  test('days to compare with are there when the first of them is four weeks old and over', () => {
    // Measured since Wednesday 28 October: Wednesday 25 November is the first day with four before it.
    const scope = scopeOf(chats(['2026-11-18']), { today: '2026-11-20', recordedSince: '2026-10-28' })
    expect(whenOf(aiDividendOf(scope, DECLARED))).toEqual({ by: 'day', day: '2026-11-26' })
    const over = { ...scope, today: '2026-11-23' }
    expect(whenOf(aiDividendOf(over, DECLARED))).toEqual({ by: 'later', day: '2026-11-26' })
  })

  test('a trend begins a week after the first record', () => {
    const scope = scopeOf([on('2026-11-18', 90)], { today: '2026-11-20', recordedSince: '2026-11-18' })
    const { weeks } = hourYieldOf(scope) as HourYield
    expect(whenOf(weeks)).toEqual({ by: 'day', day: '2026-11-25' })
    expect(concentrationOf(scope)).toMatchObject({
      trend: { lacks: 'weeks', have: 1, need: 2, when: { by: 'day', day: '2026-11-25' } },
    })
    const first = scopeOf([on('2026-11-10', 90), on('2026-11-18', 90)], { recordedSince: '2026-11-10' })
    expect(concentrationOf(first)).toMatchObject({ trend: null })
  })

  test.each<[string, Partial<Scope>, When]>([
    ['begins with the period', { today: '2026-11-20' }, { by: 'day', day: '2026-11-23' }],
    [
      'ends too soon after the first record',
      { today: '2026-11-20', recordedSince: '2026-11-18' },
      { by: 'longer' },
    ],
    ['is over', { today: '2026-11-30', recordedSince: '2026-11-18' }, { by: 'over' }],
  ])('a week of whole days, when it %s', (_title, facts, when) => {
    const scope = { period: WEEK, today: '2026-11-20', recordedSince: '2026-08-03', ...facts }
    expect(whenWholeDays(7, scope)).toEqual(when)
  })

  test('a day that has come needs no more than what is missing', () => {
    expect(whenDay('2026-11-10', { period: WEEK, ...TUESDAY })).toEqual({ by: 'enough' })
    expect(whenDay('2026-11-10', { period: WEEK, today: '2026-11-23' })).toEqual({ by: 'over' })
  })

  test('feeds go by the eight weeks, which later periods go on with', () => {
    // 10 min since 9 November, in nine days: 20 more take 18, longer than the period.
    const scope = scopeOf([on('2026-11-10', 10, 'youtube.com')], { ...TUESDAY, recordedSince: '2026-11-09' })
    expect(whenOf(cleanFeedsOf(scope, {}, null))).toEqual({ by: 'days', days: 18 })
  })

  test('nights go by the nights since the cutoff was set', () => {
    // Set on Thursday 12 November: by Tuesday, three nights of the five since then had the browser in them.
    const createdAt = Date.parse('2026-11-12T12:00Z')
    const rule = ruleOf({ bound: cutoff('22:00', '6:00') })
    const rules = [{ id: rule.id, createdAt, rule, next: null, heals: null }]
    const evenings = ['2026-11-12', '2026-11-14', '2026-11-15'].map((day) =>
      spanOf({ surface: 'example.org', start: `${day}T20:00Z`, ms: 30 * MINUTE_MS }),
    )
    const scope = scopeOf(evenings, { ...TUESDAY, rules })
    expect(nightsOf(scope, null)).toMatchObject({ lacks: 'nights', have: 3, need: 7 })
    // Six days since then, so 4 more nights take 8 days.
    expect(whenOf(nightsOf(scope, null))).toEqual({ by: 'days', days: 8 })
  })
})

describe('what the person says', () => {
  const rating = (index: number): Rating => ({
    surface: 'example.org',
    at: Date.parse('2026-11-16T12:00Z') + index * MINUTE_MS,
    worthQuarters: 4,
    drifted: false,
    utcOffsetMinutes: 60,
    hour: 13,
    ms: 5 * MINUTE_MS,
  })

  test('answers come three a day at most', () => {
    const scope = scopeOf([], { ...TUESDAY, ratings: [rating(0)] })
    expect(whenOf(worthAnswersOf(scope))).toEqual({ by: 'answers', days: 2 })
    expect(whenOf(driftOf(scope))).toEqual({ by: 'answers', days: 3 })
  })

  test('answers do not come into eight weeks that are over', () => {
    expect(whenOf(driftOf(scopeOf([])))).toEqual({ by: 'over' })
    expect(whenOf(worthAnswersOf(scopeOf([])))).toEqual({ by: 'answers', days: 2 })
  })

  test('a rate and a cutoff come once they are set', () => {
    expect(whenOf(hourYieldOf(scopeOf([], { hourMinor: null })))).toEqual({ by: 'setting' })
    expect(whenOf(nightsOf(scopeOf([]), null))).toEqual({ by: 'setting' })
  })
})
