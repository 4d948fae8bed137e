/** Guarantees that hold whatever happens to the clock, the time zone and the opinions of sites. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pass } from '../../../domain/firewall/pass'
import { standing } from '../../../domain/firewall/rule-standings'
import {
  type FirewallState,
  NEW_FIREWALL_ROW,
  type FirewallNow,
  advanceTo,
} from '../../../domain/firewall/firewall-state'
import { holdsFrom, loosens } from '../../../domain/firewall/loosening'
import { HOUR_MS, MINUTE_MS, type OffsetAt } from '../../../domain/time/local-time'
import { passesOf } from '../../../domain/firewall/passes'
import { LEAST_BETWEEN_MS, type Ration, rationAt } from '../../../domain/firewall/ration'
import type { Bound, Rule } from '../../../domain/firewall/rule'
import { type LimitTerms, termsAt } from '../../../domain/firewall/limit-terms'
import { usageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { blocked, minutes, minutesAWeek, ruleOf, TERMS, UTC } from '../../fixtures/rules'

const WANTED: LimitTerms = { ...TERMS, currency: null, rates: [] }

/** Wednesday, 2026-11-25. */
const NOON = Date.parse('2026-11-25T12:00:00Z')

const sessions: Bound = { type: 'sessions', minutes: 20, breakMinutes: 40 }

function firewallOf(
  bound: Bound,
  more: Partial<FirewallState> = {},
  strictness: Rule['strictness'] = 'wall',
): FirewallState {
  const rule = ruleOf({ id: 'r', bound, strictness })
  const stored = { id: 'r', createdAt: 0, rule, next: null, heals: null }
  return { state: NEW_FIREWALL_ROW, rules: [stored], usage: new Map(), passes: [], ...more }
}

const at = (firewall: FirewallState, instant: number, offsetAt: OffsetAt = UTC): FirewallNow =>
  advanceTo(firewall, instant, WANTED, offsetAt)

const ruleIn = (firewall: FirewallState): Rule => firewall.rules[0]?.rule as Rule

const stands = (firewall: FirewallNow) => standing(firewall, ruleIn(firewall))

const usage = (...rows: [day: string, minutesUsed: number][]): Map<string, UsageRow> =>
  new Map(
    rows
      .map(([day, count]) => ({
        rule: 'r',
        day,
        ms: count * MINUTE_MS,
        opens: 0,
        amount: null,
        currency: null,
      }))
      .map((row) => [usageKey(row), row]),
  )

const inBreak = {
  startedAt: NOON - HOUR_MS,
  usedMs: 20 * MINUTE_MS,
  lastAt: NOON,
  breakUntil: NOON + 40 * MINUTE_MS,
}
const running = { startedAt: NOON - HOUR_MS, usedMs: 15 * MINUTE_MS, lastAt: NOON, breakUntil: null }

describe('setting the clock back', () => {
  test('does not lengthen a break', () => {
    const before = at(
      firewallOf(sessions, { state: { ...NEW_FIREWALL_ROW, sessions: { r: inBreak } } }),
      NOON,
    )
    const after = at(before, NOON - 5 * HOUR_MS)
    const end = NOON - 5 * HOUR_MS + 40 * MINUTE_MS
    expect(stands(after).opensAt).toBe(end)
    expect(stands(at(after, end - 1)).isSpent).toBe(true)
    expect(stands(at(after, end)).isSpent).toBe(false)
  })

  test('does not delay the next session after time away', () => {
    const before = at(
      firewallOf(sessions, { state: { ...NEW_FIREWALL_ROW, sessions: { r: running } } }),
      NOON,
    )
    const back = NOON - 5 * HOUR_MS
    const after = at(before, back)
    expect(stands(at(after, back + 40 * MINUTE_MS - 1)).leftMs).toBe(5 * MINUTE_MS)
    expect(stands(at(after, back + 40 * MINUTE_MS)).leftMs).toBe(20 * MINUTE_MS)
  })

  test.each<[what: string, days: number]>([
    ['a day', 1],
    ['two days', 2],
    ['a week', 7],
    ['a year', 365],
  ])('by %s gives no second ration', (_what, days) => {
    const before = at(firewallOf(minutes(10), { usage: usage(['2026-11-25', 10]) }), NOON)
    expect(stands(before).isSpent).toBe(true)
    expect(stands(at(before, NOON - days * 24 * HOUR_MS)).isSpent).toBe(true)
  })

  test('by a week gives no second weekly allowance', () => {
    const rows = usage(['2026-11-23', 40], ['2026-11-24', 40], ['2026-11-25', 20])
    const before = at(firewallOf(minutesAWeek(100), { usage: rows }), NOON)
    expect(stands(before).isSpent).toBe(true)
    expect(stands(at(before, NOON - 7 * 24 * HOUR_MS)).isSpent).toBe(true)
  })

  test('by years delays the next ration to 16 hours later', () => {
    const before = at(firewallOf(minutes(10), { usage: usage(['2026-11-25', 10]) }), NOON)
    const back = at(before, NOON - 700 * 24 * HOUR_MS + 10 * HOUR_MS)
    expect(stands(at(back, back.at + 6 * HOUR_MS)).isSpent).toBe(true)
    expect(stands(at(back, back.at + 16 * HOUR_MS - 1)).isSpent).toBe(true)
    expect(stands(at(back, back.at + 16 * HOUR_MS)).isSpent).toBe(false)
  })

  test('gives no second one-minute pass for the same day', () => {
    const minute: Pass = {
      rule: 'r',
      type: 'minute',
      day: '2026-11-25',
      at: NOON,
      until: NOON + MINUTE_MS,
      priceMinor: null,
      currency: null,
    }
    const firewall = firewallOf(minutes(0), { passes: [minute] })
    const back = at(at(firewall, NOON), NOON - 2 * 24 * HOUR_MS)
    expect(passesOf(stands(back), back.passes, back.at, back.terms).map(({ type }) => type)).toEqual([
      'quarter',
      'day',
    ])
  })

  test('in many small steps does not lengthen a pass', () => {
    const pass: Pass = {
      rule: 'r',
      type: 'quarter',
      day: '2026-11-25',
      at: NOON,
      until: NOON + 15 * MINUTE_MS,
      priceMinor: null,
      currency: null,
    }
    let firewall: FirewallState = at(firewallOf(minutes(0), { passes: [pass] }), NOON + 10 * MINUTE_MS)
    for (let times = 1; times <= 60; times += 1) firewall = at(firewall, NOON + 10 * MINUTE_MS - times * 1500)
    expect(firewall.passes[0]?.until).toBeLessThan(NOON + 10 * MINUTE_MS)
  })
})

test('a pass for the day ends with the day after a move to a time zone in the east', () => {
  const evening = Date.parse('2026-11-25T20:00:00Z')
  const east: OffsetAt = () => 14 * 60
  const pass: Pass = {
    rule: 'r',
    type: 'day',
    day: '2026-11-25',
    at: NOON,
    until: Date.parse('2026-11-26T04:00:00Z'),
    priceMinor: null,
    currency: null,
  }
  const home = at(firewallOf(minutes(0), { passes: [pass] }), evening)
  expect(stands(home).passUntil).toBe(pass.until)
  const there = at(home, evening + MINUTE_MS, east)
  expect(there.terms.ration.day).toBe('2026-11-26')
  expect(stands(there).passUntil).toBe(null)
})

test('a session that is shortened below its use closes at once and opens after a break', () => {
  const firewall = firewallOf(
    { ...sessions, minutes: 10 },
    { state: { ...NEW_FIREWALL_ROW, sessions: { r: running } } },
  )
  const now = stands(at(firewall, NOON + MINUTE_MS))
  expect(now).toMatchObject({ isSpent: true, leftMs: 0, opensAt: NOON + 40 * MINUTE_MS })
  expect(stands(at(firewall, NOON + 40 * MINUTE_MS)).isSpent).toBe(false)
})

describe('any sequence of clock, time zone and day start changes', () => {
  const move = fc.record({
    byMs: fc.oneof(
      fc.integer({ min: 1, max: 20 * HOUR_MS }),
      fc.integer({ min: -60 * HOUR_MS, max: 80 * HOUR_MS }),
    ),
    offset: fc.constantFrom(-720, -300, 0, 60, 120, 345, 840),
    dayStartHour: fc.constantFrom(0, 4, 23),
  })

  test('never starts two rations within 16 hours', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 2, maxLength: 20 }), (moves) => {
        let now = NOON
        let last: Ration | null = null
        let givenAt = -Infinity
        for (const { byMs, offset, dayStartHour } of moves) {
          now += byMs
          const ration: Ration = rationAt(last, now, { dayStartHour, weekStart: 0, offsetAt: () => offset })
          if (last !== null && ration.day > last.day) {
            expect(now - givenAt).toBeGreaterThanOrEqual(LEAST_BETWEEN_MS)
            expect(ration.since - last.since).toBeGreaterThanOrEqual(LEAST_BETWEEN_MS)
          }
          if (ration.day !== last?.day) givenAt = ration.since
          last = ration
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('gives each date one allowance at most, and the next one 16 hours after a step back at the earliest', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 2, maxLength: 20 }), (moves) => {
        let firewall = at(firewallOf(minutes(10), { usage: usage(['2026-11-25', 10]) }), NOON)
        const given = new Set(['2026-11-25'])
        let waitsFrom = firewall.terms.ration.since
        for (const { byMs, offset } of moves) {
          const before: string = firewall.terms.ration.day
          firewall = at(firewall, firewall.at + byMs, () => offset)
          const { day, since } = firewall.terms.ration
          if (day < before) waitsFrom = firewall.at
          if (stands(firewall).isSpent) continue
          expect(firewall.at - waitsFrom).toBeGreaterThanOrEqual(LEAST_BETWEEN_MS)
          waitsFrom = since
          expect(given.has(day)).toBe(false)
          given.add(day)
          const row = { rule: 'r', day, ms: 10 * MINUTE_MS, opens: 0, amount: null, currency: null }
          firewall = { ...firewall, usage: new Map(firewall.usage).set(usageKey(row), row) }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('limits do not follow at once when', () => {
  const shorts = ruleOf({ id: 'r', targets: [{ type: 'surface', surface: 'youtube.com/shorts' }] })
  const feeds = ruleOf({ id: 'r', targets: [{ type: 'kind', kind: 'feed' }] })

  test.each<[what: string, rule: Rule, opinion: LimitTerms['opinions'][number]]>([
    ['the site of a limited part is excluded', shorts, { surface: 'youtube.com', excluded: 1 }],
    ['a site is excluded that has a part of a limited kind', feeds, { surface: 'linkedin.com', excluded: 1 }],
    [
      'a new part takes over the addresses of a limited part',
      shorts,
      { surface: 'youtube.com/mine', split: '/shorts' },
    ],
  ])('%s', (_what, rule, opinion) => {
    const known = { held: WANTED, next: null }
    const terms = termsAt(known, { ...WANTED, opinions: [opinion] }, [rule], NOON, UTC)
    expect(terms.held.opinions).toEqual([])
    expect(terms.next?.from).toBe(Date.parse('2026-11-26T04:00:00Z'))
  })
})

test.each<[what: string, before: Partial<Rule>, after: Partial<Rule>, isLooser: boolean]>([
  [
    'with fewer sites of an owner is looser',
    { targets: [owner('a.com', 'b.com')] },
    { targets: [owner('a.com')] },
    true,
  ],
  [
    'with more sites of an owner is not looser',
    { targets: [owner('a.com')] },
    { targets: [owner('a.com', 'b.com')] },
    false,
  ],
  [
    'with an exception for more sites of an owner is looser',
    { except: [owner('a.com')] },
    { except: [owner('a.com', 'b.com')] },
    true,
  ],
  [
    'with an exception for fewer sites of an owner is not looser',
    { except: [owner('a.com', 'b.com')] },
    { except: [owner('a.com')] },
    false,
  ],
])('a rule %s', (_what, before, after, isLooser) => {
  expect(loosens(ruleOf(before), ruleOf(after), 4)).toBe(isLooser)
})

test('a loosening waits until adjoining closed hours of all rules are over', () => {
  const rules = [blocked('4:00–6:00, 7:00–9:00'), blocked('5:00–7:00, 8:00–10:00')].map((bound) =>
    ruleOf({ bound }),
  )
  expect(holdsFrom(NOON, rules, { dayStartHour: 4, weekStart: 0, offsetAt: UTC })).toBe(
    Date.parse('2026-11-26T10:00:00Z'),
  )
})

test('a loosening does not wait forever for rules that together close every hour', () => {
  const rules = [blocked('0:00–13:00'), blocked('12:00–1:00')].map((bound) => ruleOf({ bound }))
  expect(holdsFrom(NOON, rules, { dayStartHour: 4, weekStart: 0, offsetAt: UTC })).toBe(
    Date.parse('2026-11-26T04:00:00Z'),
  )
})

function owner(...sites: string[]) {
  return { type: 'owner', owner: 'Owner', sites } as const
}
