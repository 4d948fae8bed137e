/** What rules have used on other devices counts beside their own use. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ElsewhereUse, elsewhereNow, onceEach } from '../../../domain/firewall/elsewhere'
import {
  advanceTo,
  type FirewallNow,
  type FirewallState,
  NEW_FIREWALL_ROW,
} from '../../../domain/firewall/firewall-state'
import type { Standing } from '../../../domain/firewall/limits'
import type { Bound, Rule } from '../../../domain/firewall/rule'
import { NO_OTHER_USE, standing } from '../../../domain/firewall/rule-standings'
import { byUsageKey, emptyRow, type UsageRow } from '../../../domain/firewall/usage-row'
import { usedWhere } from '../../../domain/firewall/used-where'
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { deviceOf } from '../../fixtures/elsewhere'
import { storedRule } from '../../fixtures/guard-view'
import {
  blocked,
  cutoff,
  euros,
  minutes,
  minutesAWeek,
  opens,
  ruleOf,
  TERMS,
  UTC,
} from '../../fixtures/rules'

/** Wednesday. */
const NOON = Date.UTC(2026, 10, 25, 12)
const TODAY = '2026-11-25'
const YESTERDAY = '2026-11-24'

const used = (count: number, more: Partial<UsageRow> = {}): UsageRow => ({
  ...emptyRow('r', TODAY),
  ms: count * MINUTE_MS,
  ...more,
})

const spent = (amount: number, currency = 'EUR') => used(amount / 100, { amount, currency })

const ruleWith = (bound: Bound, more: Partial<Rule> = {}): Rule => ruleOf({ id: 'r', bound, ...more })

const nowOf = (rule: Rule, own: readonly UsageRow[] = [], more: Partial<FirewallState> = {}): FirewallNow =>
  advanceTo(
    { state: NEW_FIREWALL_ROW, rules: [storedRule(rule)], usage: byUsageKey(own), passes: [], ...more },
    NOON,
    TERMS,
    UTC,
  )

const othersOf = (devices: readonly ElsewhereUse[], firewall: FirewallNow) => ({
  ...NO_OTHER_USE,
  elsewhere: elsewhereNow(onceEach(devices), firewall),
})

const standingWith = (firewall: FirewallNow, devices: readonly ElsewhereUse[]): Standing =>
  standing(firewall, firewall.rules[0]!.rule, othersOf(devices, firewall))

const whereOf = (firewall: FirewallNow, devices: readonly ElsewhereUse[]) =>
  usedWhere(firewall, firewall.rules[0]!.rule, othersOf(devices, firewall))

const DESK = (...rows: UsageRow[]) => deviceOf({ rows })
const PHONE = (...rows: UsageRow[]) => deviceOf({ device: 'bbbbbbbb', name: 'Phone', rows })

describe('a rule is used up by the sum', () => {
  test.each<[what: string, bound: Bound, own: UsageRow, there: UsageRow, isSpent: boolean]>([
    ['of minutes', minutes(40), used(12), used(28), true],
    ['of minutes, unless some are left', minutes(40), used(12), used(27), false],
    ['of minutes of the week', minutesAWeek(40), used(12), used(28, { day: YESTERDAY }), true],
    ['of minutes, not with those of another day', minutes(40), used(12), used(28, { day: YESTERDAY }), false],
    [
      'of minutes, not with those of a day to come',
      minutes(40),
      used(12),
      used(28, { day: '2026-11-26' }),
      false,
    ],
    ['of minutes, not with those of another rule', minutes(40), used(12), used(28, { rule: 'other' }), false],
    ['of money', euros(10), spent(400), spent(600), true],
    ['of money, in another currency with the same number', euros(10), spent(400), spent(6, 'JPY'), true],
    ['of visits', opens(3), used(1, { opens: 1 }), used(1, { opens: 2 }), true],
  ])('%s', (_what, bound, own, there, isSpent) => {
    const firewall = nowOf(ruleWith(bound), [own])
    expect(standingWith(firewall, []).isSpent).toBe(false)
    expect(standingWith(firewall, [DESK(there)]).isSpent).toBe(isSpent)
  })

  test('of sessions', () => {
    const bound = { type: 'sessions', minutes: 5, breakMinutes: 40 } as const
    const session = (count: number) => ({
      startedAt: NOON - 10 * MINUTE_MS,
      usedMs: count * MINUTE_MS,
      lastAt: NOON - MINUTE_MS,
      breakUntil: null,
    })
    const firewall = nowOf(ruleWith(bound), [], {
      state: { ...NEW_FIREWALL_ROW, sessions: { r: session(2) } },
    })
    const there = deviceOf({ sessions: { r: session(3), other: session(5) } })
    expect(standingWith(firewall, [])).toMatchObject({ isSpent: false, leftMs: 3 * MINUTE_MS })
    expect(standingWith(firewall, [there])).toMatchObject({ isSpent: true, opensAt: NOON + 39 * MINUTE_MS })
    // A clock that is wrong by days would close it for as long.
    const ahead = { ...session(5), startedAt: NOON + 2 * DAY_MS, lastAt: NOON + 2 * DAY_MS }
    expect(standingWith(firewall, [deviceOf({ sessions: { r: ahead } })]).isSpent).toBe(false)
  })
})

test('what comes first counts wherever it was done', () => {
  const after = { targets: [{ type: 'kind', kind: 'learning' }], minutes: 20 } as const
  const firewall = nowOf(ruleWith(minutes(40), { after }), [used(0, { firstMs: 8 * MINUTE_MS })])
  expect(standingWith(firewall, []).missingMs).toBe(12 * MINUTE_MS)
  expect(standingWith(firewall, [DESK(used(0, { firstMs: 12 * MINUTE_MS }))]).isSpent).toBe(false)
})

describe('what was left of yesterday', () => {
  const state = {
    ...NEW_FIREWALL_ROW,
    ration: { day: TODAY, since: NOON - 8 * HOUR_MS },
    allowedBefore: { r: { day: YESTERDAY, type: 'time', amount: 30, currency: null } },
  } as const
  const rule = ruleWith(minutes(30), { carriesOver: true })

  test('is less by what was used elsewhere', () => {
    const firewall = nowOf(rule, [], { state })
    expect(standingWith(firewall, []).allowed).toBe(60)
    expect(standingWith(firewall, [DESK(used(20, { day: YESTERDAY }))]).allowed).toBe(40)
  })

  test('is not added once more for what another device had carried', () => {
    const firewall = nowOf(rule, [], { state })
    const carried = { amount: 30, currency: null }
    expect(standingWith(firewall, [DESK(used(0, { carried }))]).allowed).toBe(60)
    expect(onceEach([DESK(used(0, { carried }))])[0]?.rows).toEqual([used(0)])
  })
})

describe('after the clock was set back by days', () => {
  const rule = ruleWith(minutes(40))
  const before = nowOf(rule, [used(12)])
  const back = (days: number) => advanceTo(before, NOON - days * DAY_MS, TERMS, UTC, [used(28)])

  test('the earlier day has at least the use of the later one, here and elsewhere', () => {
    const firewall = back(3)
    expect(firewall.terms.ration.day).toBe('2026-11-22')
    expect(standingWith(firewall, [DESK(used(28))]).isSpent).toBe(true)
    expect(standingWith(firewall, [DESK(used(27))]).isSpent).toBe(false)
  })

  test('no own row has what was used elsewhere', () => {
    expect([...back(3).usage.values()].map(({ ms }) => ms / MINUTE_MS)).toEqual([12, 12])
  })

  test('what came first on the earlier date opens nothing a second time', () => {
    const after = { targets: [{ type: 'kind', kind: 'learning' }], minutes: 20 } as const
    const firewall = advanceTo(nowOf(ruleWith(minutes(40), { after })), NOON - 3 * DAY_MS, TERMS, UTC)
    const there = DESK({ ...used(0, { firstMs: 20 * MINUTE_MS }), day: firewall.terms.ration.day })
    expect(standingWith(firewall, [there]).missingMs).toBe(20 * MINUTE_MS)
  })
})

describe('where a rule was used', () => {
  const names = (bound: Bound, own: UsageRow[], devices: ElsewhereUse[]) =>
    whereOf(nowOf(ruleWith(bound), own), devices)?.elsewhere.map(({ name }) => name)

  test('names the part here and the others, the largest first', () => {
    const where = whereOf(nowOf(ruleWith(minutes(40)), [used(12)]), [DESK(used(3)), PHONE(used(20))])
    expect(where).toMatchObject({
      here: { ms: 12 * MINUTE_MS },
      elsewhere: [
        { name: 'Phone', used: { ms: 20 * MINUTE_MS } },
        { name: 'Desk', used: { ms: 3 * MINUTE_MS } },
      ],
    })
  })

  test('goes by the unit of the rule', () => {
    const devices = [
      DESK(used(9, { opens: 1, amount: 50, currency: 'EUR' })),
      PHONE(used(2, { opens: 2, amount: 900, currency: 'EUR' })),
    ]
    expect(names(minutes(40), [], devices)).toEqual(['Desk', 'Phone'])
    expect(names(opens(4), [], devices)).toEqual(['Phone', 'Desk'])
    expect(names(euros(20), [], devices)).toEqual(['Phone', 'Desk'])
  })

  test('says nothing if nothing was used elsewhere in the period', () => {
    expect(
      names(minutes(40), [used(12)], [DESK(used(28, { day: YESTERDAY })), PHONE(used(0.01))]),
    ).toBeUndefined()
    expect(names(opens(4), [used(12)], [DESK(used(28))])).toBeUndefined()
  })

  test.each([blocked('0:00–24:00'), cutoff('1:00', '23:00')])('says nothing of closed hours', (bound) => {
    expect(names(bound, [used(12)], [DESK(used(28))])).toBeUndefined()
  })
})

test('a device that is given twice counts once, as it last spoke', () => {
  const devices = onceEach([deviceOf({ at: 5, rows: [used(3)] }), deviceOf({ at: 4, rows: [used(9)] })])
  expect(devices).toEqual([deviceOf({ at: 5, rows: [used(3)] })])
})

const bounds: fc.Arbitrary<Bound> = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map(minutes),
  fc.integer({ min: 0, max: 120 }).map(minutesAWeek),
  fc.integer({ min: 0, max: 30 }).map(euros),
  fc.integer({ min: 0, max: 6 }).map(opens),
  fc.constantFrom<Bound>({ type: 'sessions', minutes: 5, breakMinutes: 40 }, blocked('13:00–14:00')),
)

const rows: fc.Arbitrary<UsageRow[]> = fc
  .array(
    fc.record({
      ago: fc.integer({ min: -1, max: 4 }),
      count: fc.integer({ min: 0, max: 40 }),
      visits: fc.integer({ min: 0, max: 3 }),
      currency: fc.constantFrom('EUR', 'JPY', null),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map(({ ago, count, visits, currency }) =>
      used(count, {
        day: addDays(TODAY, -ago),
        opens: visits,
        amount: currency === null ? null : 20 * count,
        currency,
      }),
    ),
  )
  .map((all) => [...byUsageKey(all).values()])

const sessions = fc.option(
  fc
    .record({ used: fc.integer({ min: 0, max: 6 }), ago: fc.integer({ min: 0, max: 60 }) })
    .map(({ used: count, ago }) => {
      const lastAt = NOON - ago * MINUTE_MS
      const usedMs = count * MINUTE_MS
      return {
        startedAt: lastAt - usedMs,
        usedMs,
        lastAt,
        breakUntil: count >= 5 ? lastAt + 40 * MINUTE_MS : null,
      }
    }),
)

const devices = fc
  .record({ device: fc.constantFrom('a', 'b', 'c'), at: fc.constant(1), rows, session: sessions })
  .map(({ session, ...one }) =>
    deviceOf({ ...one, name: one.device, ...(session && { sessions: { r: session } }) }),
  )

const several = fc.uniqueArray(devices, { maxLength: 3, selector: ({ device }) => device })

/** A rule, as it was left yesterday, and its own use and session. */
const firewalls = fc
  .record({
    bound: bounds,
    own: rows,
    session: sessions,
    carriesOver: fc.boolean(),
    back: fc.constantFrom(0, 3),
  })
  .map(({ bound, own, session, carriesOver, back }) => {
    const state = {
      ...NEW_FIREWALL_ROW,
      ration: { day: TODAY, since: NOON - 8 * HOUR_MS },
      allowedBefore: { r: { day: YESTERDAY, type: bound.type, amount: 30, currency: null } },
      sessions: session ? { r: session } : {},
      lastAt: NOON,
    }
    const now = nowOf(ruleWith(bound, { carriesOver }), own, { state })
    return back === 0 ? now : advanceTo(now, NOON - back * DAY_MS, TERMS, UTC)
  })

describe('whatever was used where', () => {
  test('one more device never opens a rule, and never leaves or allows more', () => {
    fc.assert(
      fc.property(firewalls, several, devices, (firewall, some, more) => {
        const known = some.filter(({ device }) => device !== more.device)
        const [before, after] = [standingWith(firewall, known), standingWith(firewall, [...known, more])]
        if (before.isSpent) expect(after.isSpent).toBe(true)
        expect(after.leftMs ?? 0).toBeLessThanOrEqual(before.leftMs ?? 0)
        expect(after.allowed ?? 0).toBeLessThanOrEqual(before.allowed ?? 0)
        if (before.opensAt !== null) expect(after.opensAt ?? Infinity).toBeGreaterThanOrEqual(before.opensAt)
      }),
      { numRuns: 500 },
    )
  })

  test('the order of devices does not matter, nor does one that is given twice', () => {
    fc.assert(
      fc.property(firewalls, several, (firewall, some) => {
        const expected = standingWith(firewall, some)
        expect(standingWith(firewall, some.toReversed())).toEqual(expected)
        expect(standingWith(firewall, [...some, ...some.slice(0, 1)])).toEqual(expected)
      }),
    )
  })

  test('no devices change nothing', () => {
    fc.assert(
      fc.property(firewalls, (firewall) => {
        expect(standingWith(firewall, [])).toEqual(standing(firewall, firewall.rules[0]!.rule))
        expect(whereOf(firewall, [])).toBeNull()
      }),
    )
  })

  test('the parts add up to what the rule used', () => {
    fc.assert(
      fc.property(firewalls, several, (firewall, some) => {
        const where = whereOf(firewall, some)
        if (!where || firewall.rules[0]?.rule.bound.type !== 'time') return
        const sum = where.elsewhere.reduce((ms, { used: { ms: there } }) => ms + there, where.here.ms)
        expect(sum).toBe(standingWith(firewall, some).used.ms)
      }),
    )
  })
})
