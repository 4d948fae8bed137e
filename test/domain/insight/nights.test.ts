import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMissing } from '../../../domain/insight/finding'
import { type Nights, nightsOf } from '../../../domain/insight/nights'
import type { RuleEntry } from '../../../domain/firewall/rule-history'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import type { Span } from '../../../domain/record/span'
import { addDays, type Day, MINUTE_MS } from '../../../domain/time/local-time'
import { clock, cutoff, minutes, ruleOf } from '../../fixtures/rules'
import { scopeOf } from '../../fixtures/scope'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

type Facts = Parameters<typeof scopeOf>[1]

/** Four weeks up to Sunday, 22 November 2026, the end of the period. */
const DAYS = Array.from({ length: 28 }, (_, index) => addDays('2026-10-26', index))

/** Attention from a local time of a day on; the fixture's clock is an hour ahead of UTC. */
const at = (surface: string, local: string, count: number): Span =>
  spanOf({ surface, start: Date.parse(`${local}:00+01:00`), ms: count * MINUTE_MS })

/** A quarter of an hour of work in the evening of each day. */
const EVENINGS = DAYS.map((day) => at('github.com', `${day}T20:00`, 15))

const rule = (bound = cutoff('22:30', '6:00'), more: Partial<StoredRule> = {}): StoredRule => ({
  id: 'r',
  createdAt: Date.parse('2026-08-03T12:00Z'),
  rule: ruleOf({ id: 'r', bound }),
  next: null,
  heals: null,
  ...more,
})

const used = (day: Day, count: number) => ({
  rule: 'r',
  day,
  ms: count * MINUTE_MS,
  opens: 1,
  amount: null,
  currency: null,
})

function found(spans: readonly Span[], facts: Facts = {}, bedtime: number | null = null): Nights {
  const finding = nightsOf(scopeOf(spans, facts), bedtime)
  if (isMissing(finding)) throw new Error(`It lacks ${finding.lacks}.`)
  return finding
}

const night = ({ nights }: Nights, day: Day) => nights.find((one) => one.day === day)

describe('nights with a rule', () => {
  const rules = [rule()]

  test('are the four weeks up to the end of the period, even if that is shorter', () => {
    const { nights, of } = found(EVENINGS, { rules })
    expect([nights[0]?.day, nights.at(-1)?.day, nights.length, of]).toEqual([
      '2026-10-26',
      '2026-11-22',
      28,
      28,
    ])
  })

  test('end with the last night that is over', () => {
    expect(found(EVENINGS, { rules, today: '2026-11-20' }).nights.at(-1)?.day).toBe('2026-11-19')
  })

  test('are past by what the rule counted, from a minute on', () => {
    const usage = [used('2026-11-20', 0.9), used('2026-11-21', 38)]
    const nights = found([...EVENINGS, at('reddit.com', '2026-11-21T22:40', 38)], { rules, usage })
    expect(night(nights, '2026-11-20')).toMatchObject({ state: 'kept', pastMs: 0 })
    expect(night(nights, '2026-11-21')).toEqual({
      day: '2026-11-21',
      state: 'past',
      minute: clock('22:30'),
      pastMs: 38 * MINUTE_MS,
      endMs: 48 * MINUTE_MS,
    })
    expect([nights.kept, nights.of, nights.pastMs]).toEqual([27, 28, 38 * MINUTE_MS])
  })

  test('keep what was counted before the rule was changed, and price the last attention of that night', () => {
    // The cutoff was 22:30 then, and is 23:30 now. 20 minutes at 25 € an hour are 8.33 €.
    const usage = [used('2026-11-18', 20)]
    const spans = [...EVENINGS, at('reddit.com', '2026-11-18T22:20', 30)]
    const nights = found(spans, { rules: [rule(cutoff('23:30', '6:00'))], usage })
    expect(night(nights, '2026-11-18')).toMatchObject({ state: 'past', pastMs: 20 * MINUTE_MS, endMs: 0 })
    expect(nights.costMinor).toBe(833)
  })

  test('are judged by the cutoff of then, and not while the rule was off or another limit', () => {
    const entry = (day: Day, version: Partial<Rule>): RuleEntry => ({
      at: Date.parse(`${day}T12:00Z`),
      type: 'rule',
      id: 'r',
      rule: { ...rule().rule, ...version },
      day,
    })
    const history = [
      entry('2026-08-03', { bound: cutoff('21:00', '6:00') }),
      entry('2026-11-03', { isOn: false }),
      entry('2026-11-06', {}),
      entry('2026-11-10', { bound: minutes(30) }),
      entry('2026-11-13', {}),
    ]
    const nights = found(EVENINGS, { rules, history })
    const early = night(nights, '2026-11-02')
    expect(early).toMatchObject({ state: 'kept', minute: clock('21:00') })
    const without = nights.nights.filter(({ state }) => state === 'none').map(({ day }) => day.slice(8))
    expect(without).toEqual(['03', '04', '05', '10', '11', '12', '13'])
    expect(night(nights, '2026-11-14')).toMatchObject({ state: 'kept', minute: clock('22:30') })
  })

  test('are not judged before the rule was set, on days without it, and before the record began', () => {
    const weekdays = {
      ...cutoff('22:30', '6:00'),
      evenings: [1350, 1350, 1350, 1350, 1350, null, null],
    } as const
    const one = rule(weekdays, { createdAt: Date.parse('2026-11-03T12:00Z') })
    const { nights, of } = found(EVENINGS, { rules: [one], recordedSince: '2026-11-05' })
    expect(nights.filter(({ state }) => state === 'none').map(({ day }) => day.slice(5))).toEqual([
      ...DAYS.slice(0, 10).map((day) => day.slice(5)),
      '11-07',
      '11-08',
      '11-14',
      '11-15',
      '11-21',
      '11-22',
    ])
    expect(of).toBe(12)
  })

  test('without any use of the computer count neither as kept nor as missed', () => {
    const spans = EVENINGS.filter(({ day }) => day !== '2026-11-10' && day !== '2026-11-11')
    const morning = at('reddit.com', '2026-11-11T08:00', 60)
    const nights = found([...spans, morning], { rules })
    expect([night(nights, '2026-11-10')?.state, night(nights, '2026-11-11')?.state]).toEqual(['away', 'away'])
    expect([nights.kept, nights.of]).toEqual([26, 26])
  })

  test('in a row skip those without the computer and end with one past the cutoff', () => {
    const usage = [used('2026-11-05', 5), used('2026-11-19', 5)]
    const spans = EVENINGS.filter(({ day }) => day !== '2026-11-10')
    // Ten before the first; thirteen, one of them away, between the two; three after the second.
    expect(found(spans, { rules, usage }).run).toEqual({ now: 3, longest: 12 })
  })

  test('follow the rule that was set first, and leave out rules that are off or no cutoffs', () => {
    const other = (id: string, createdAt: number, bound = cutoff('21:00', '6:00'), isOn = true) =>
      rule(bound, { id, createdAt, rule: ruleOf({ id, bound, isOn }) })
    const all = [
      other('later', Date.parse('2026-09-01')),
      other('off', 0, cutoff('20:00', '6:00'), false),
      other('time', 0, minutes(5)),
      rule(),
    ]
    expect(found(EVENINGS, { rules: all })).toMatchObject({ rule: { id: 'r' }, minute: clock('22:30') })
  })

  test('have no common minute if evenings differ', () => {
    const bound = {
      ...cutoff('22:30', '6:00'),
      evenings: [1350, 1350, 1350, 1350, 1410, 1410, 1350],
    } as const
    expect(found(EVENINGS, { rules: [rule(bound)] }).minute).toBeNull()
  })

  test('by weekday have a mean over all of them, from three on', () => {
    const usage = [
      used('2026-10-31', 38),
      used('2026-11-07', 84),
      used('2026-11-14', 26),
      used('2026-11-21', 17),
    ]
    const spans = EVENINGS.filter(({ day }) => day !== '2026-10-26' && day !== '2026-11-02')
    const { weekdays } = found(spans, { rules, usage })
    expect(weekdays.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6])
    // (38 + 84 + 26 + 17) ÷ 4
    expect(weekdays.find(({ weekday }) => weekday === 5)).toEqual({
      weekday: 5,
      of: 4,
      kept: 0,
      meanPastMs: 41.25 * MINUTE_MS,
    })
    expect(weekdays.find(({ weekday }) => weekday === 4)).toMatchObject({ of: 4, kept: 4, meanPastMs: 0 })
  })

  test('name the one that ended latest after its cutoff, by the clock', () => {
    const usage = [used('2026-11-07', 60), used('2026-11-14', 10)]
    const spans = [
      ...EVENINGS,
      at('reddit.com', '2026-11-07T22:30', 60),
      at('reddit.com', '2026-11-15T00:50', 10),
    ]
    expect(found(spans, { rules, usage }).latest).toMatchObject({ day: '2026-11-14', endMs: 150 * MINUTE_MS })
  })
})

describe('nights of somebody who sleeps by day', () => {
  const rules = [rule(cutoff('9:00', '17:00'))]
  const mornings = DAYS.map((day) => at('github.com', `${day}T07:00`, 15))

  test.each([
    [4, '2026-11-18'],
    [14, '2026-11-17'],
  ])('are those of the day of the person, which starts at %d', (dayStartHour, day) => {
    const usage = [used(day, 25)]
    const spans = [...mornings, at('reddit.com', '2026-11-18T09:05', 25)]
    const nights = found(spans, { rules, usage, dayStartHour })
    expect(night(nights, day)).toMatchObject({ state: 'past', minute: clock('9:00'), endMs: 30 * MINUTE_MS })
    expect(night(nights, addDays(day, 1))?.state).toBe('kept')
  })
})

describe('nights without a rule', () => {
  test('are missing without a stated bedtime', () => {
    expect(nightsOf(scopeOf(EVENINGS), null)).toMatchObject({ lacks: 'cutoff', have: 0, need: 1 })
  })

  test('have a cutoff 45 minutes before the bedtime, for feeds, videos and games', () => {
    const spans = [
      ...EVENINGS,
      at('reddit.com', '2026-11-20T22:00', 30),
      at('youtube.com', '2026-11-20T22:30', 10),
      at('github.com', '2026-11-19T22:00', 120),
      at('reddit.com', '2026-11-19T05:10', 30),
    ]
    const nights = found(spans, {}, clock('23:00'))
    expect(nights.rule).toBeNull()
    // From 22:15 on: 15 min of a feed and 10 of videos.
    expect(night(nights, '2026-11-20')).toEqual({
      day: '2026-11-20',
      state: 'past',
      minute: clock('22:15'),
      pastMs: 25 * MINUTE_MS,
      endMs: 25 * MINUTE_MS,
    })
    // Work does not count, and six hours after the bedtime it is morning.
    expect(night(nights, '2026-11-19')?.state).toBe('kept')
    expect(night(nights, '2026-11-18')?.state).toBe('kept')
  })

  test('after a bedtime past midnight belong to the evening before', () => {
    const spans = [
      ...EVENINGS,
      at('reddit.com', '2026-11-20T23:50', 5),
      at('reddit.com', '2026-11-21T00:40', 5),
    ]
    expect(night(found(spans, {}, clock('0:30')), '2026-11-20')).toMatchObject({
      minute: clock('23:45'),
      pastMs: 10 * MINUTE_MS,
    })
  })
})

describe('attention after the bedtime', () => {
  const rules = [rule()]
  const spans = [
    ...EVENINGS,
    at('github.com', '2026-11-17T22:50', 30),
    at('reddit.com', '2026-11-18T04:55', 10),
  ]

  test('is that of any kind in the six hours after it', () => {
    // 20 minutes after 23:00, and 5 before 5:00.
    expect(found(spans, { rules }, clock('23:00')).afterBedMs).toBe(25 * MINUTE_MS)
  })

  test('is unknown without a stated bedtime', () => {
    expect(found(spans, { rules }).afterBedMs).toBeNull()
  })
})

test('below seven nights with the computer there is no finding', () => {
  const rules = [rule()]
  expect(nightsOf(scopeOf(EVENINGS.slice(0, 6), { rules }), null)).toMatchObject({
    lacks: 'nights',
    have: 6,
    need: 7,
  })
  expect(nightsOf(scopeOf([], { rules }), null)).toMatchObject({ lacks: 'nights', have: 0, need: 7 })
  expect(found(EVENINGS.slice(0, 7), { rules }).of).toBe(7)
})

test('late hours without a rate have no cost', () => {
  const usage = [used('2026-11-20', 5)]
  expect(found(EVENINGS, { rules: [rule()], usage, hourMinor: null }).costMinor).toBeNull()
})

describe('in the night of a clock change', () => {
  test('times follow the clock at which they were recorded', () => {
    // 2026-10-25, 3:00 summer time became 2:00.
    const period = { unit: 'week', first: '2026-10-19', last: '2026-10-25' } as const
    const days = Array.from({ length: 28 }, (_, index) => addDays('2026-09-28', index))
    const summer = days.map((day) =>
      spanOf({
        surface: 'github.com',
        start: Date.parse(`${day}T20:00+02:00`),
        ms: 15 * MINUTE_MS,
        utcOffsetMinutes: 120,
      }),
    )
    const before = spanOf({
      surface: 'reddit.com',
      start: Date.parse('2026-10-25T02:40+02:00'),
      ms: 20 * MINUTE_MS,
      utcOffsetMinutes: 120,
    })
    const after = spanOf({
      surface: 'reddit.com',
      start: Date.parse('2026-10-25T02:00+01:00'),
      ms: 10 * MINUTE_MS,
    })
    const nights = found([...summer, before, after], { period, today: '2026-10-26' }, clock('23:00'))
    expect(night(nights, '2026-10-24')).toMatchObject({ pastMs: 30 * MINUTE_MS, endMs: 285 * MINUTE_MS })
  })
})

describe('for any spans', () => {
  const period = { unit: 'dates', first: '2026-11-16', last: '2026-12-15' } as const
  const evenings = Array.from({ length: 30 }, (_, index) =>
    at('github.com', `${addDays('2026-11-16', index)}T20:00`, 1),
  )
  const bedtimes = fc.integer({ min: 0, max: 1439 })

  test('kept and past nights add up, no time past is below a minute, and runs are no longer than what was kept', () => {
    fc.assert(
      fc.property(
        spansArbitrary(),
        bedtimes,
        fc.integer({ min: 0, max: 23 }),
        (spans, bedtime, dayStartHour) => {
          const facts = { period, today: '2026-12-16', recordedSince: '2026-11-16', dayStartHour }
          const finding = nightsOf(scopeOf([...evenings, ...spans], facts), bedtime)
          if (isMissing(finding)) {
            expect(finding.have).toBeLessThan(7)
            return
          }
          const { nights, kept, of, run, pastMs, edges } = finding
          const past = nights.filter(({ state }) => state === 'past')
          expect(kept + past.length).toBe(of)
          expect(
            nights.every((one) => (one.state === 'past' ? one.pastMs >= MINUTE_MS : one.pastMs === 0)),
          ).toBe(true)
          expect(past.reduce((sum, one) => sum + one.pastMs, 0)).toBe(pastMs)
          expect(run.now).toBeLessThanOrEqual(run.longest)
          expect(run.longest).toBeLessThanOrEqual(kept)
          for (const shares of [edges.first, edges.last])
            if (edges.days > 0) expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
        },
      ),
    )
  })

  test('the order of spans does not change the finding', () => {
    fc.assert(
      fc.property(spansArbitrary(), bedtimes, (spans, bedtime) => {
        const { history, ...scope } = scopeOf([...evenings, ...spans], { period, today: '2026-12-16' })
        const reversed = { ...scope, history: { ...history, recent: history.recent.toReversed() } }
        expect(nightsOf(reversed, bedtime)).toEqual(nightsOf({ ...scope, history }, bedtime))
      }),
    )
  })
})
