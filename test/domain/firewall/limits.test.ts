import { wakeUp } from '../../../domain/firewall/wake-up'
import { describe, expect, test } from 'vitest'
import type { Pass } from '../../../domain/firewall/pass'
import { closingAt, decide, type JudgedPage, standingOf, type Usage } from '../../../domain/firewall/limits'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { type Bound, type Rule, STRICTNESS } from '../../../domain/firewall/rule'
import type { Rate } from '../../../domain/value/hour-price'
import {
  blocked,
  cutoff,
  euros,
  hours,
  minutes,
  minutesAWeek,
  opens,
  ruleOf,
  termsAt,
  used,
  NO_USE,
} from '../../fixtures/rules'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const NEXT_DAY = Date.UTC(2026, 10, 24, 4)

const PAGE: JudgedPage = { covers: () => true, isCounted: true, isLetIn: () => false }

const rule = (bound: Bound, more: Partial<Rule> = {}): Rule => ruleOf({ id: 'r', bound, ...more })
/** How a rule stands at noon that has no use yet. */
const unused = (one: Rule) => standingOf(one, NO_USE, [], NOON, termsAt(NOON))
const judge = (one: Rule, usage: Usage, at = NOON, page = PAGE, passes: readonly Pass[] = []) =>
  decide([standingOf(one, usage, passes, at, termsAt(at))], page, at, termsAt(at))

const pass = (at: number, until: number, more: Partial<Pass> = {}): Pass => ({
  rule: 'r',
  type: 'quarter',
  day: '2026-11-23',
  at,
  until,
  priceMinor: null,
  currency: null,
  ...more,
})

const session = (usedMinutes: number, lastAt: number, breakUntil: number | null = null): Usage => ({
  ...NO_USE,
  session: { startedAt: NOON - hours(1), usedMs: usedMinutes * MINUTE_MS, lastAt, breakUntil },
})
const SESSIONS: Bound = { type: 'sessions', minutes: 20, breakMinutes: 40 }

describe.each(STRICTNESS)('a rule with strictness %s', (strictness) => {
  /** A rule that is used up gives its strictness as the state. */
  test.each<[what: string, bound: Bound, usage: Usage, at: number, isSpent: boolean, until: number | null]>([
    [
      'is open a moment before its minutes are used up',
      minutes(10),
      { ...NO_USE, used: { ...NO_USE.used, ms: 599_999 } },
      NOON,
      false,
      null,
    ],
    ['closes when its minutes are used up', minutes(10), used(10), NOON, true, NEXT_DAY],
    ['is closed after more than its minutes', minutes(10), used(11), NOON, true, NEXT_DAY],
    ['is always closed with no minutes', minutes(0), used(0), NOON, true, null],
    [
      'is open on a day without an allowance',
      minutes([null, 10, 10, 10, 10, 10, 10]),
      used(500),
      NOON,
      false,
      null,
    ],
    [
      'opens on the next day that allows minutes',
      minutes([10, 0, 0, 0, 0, 0, 30]),
      used(10),
      NOON,
      true,
      Date.UTC(2026, 10, 29, 4),
    ],
    [
      'closes until next week when its weekly minutes are used up',
      minutesAWeek(60),
      used(60),
      NOON,
      true,
      Date.UTC(2026, 10, 30, 4),
    ],
    ['is open while weekly minutes are left', minutesAWeek(60), used(59), NOON, false, null],
    [
      'is open a cent before its money is used up',
      euros(10),
      used(0, { amountMinor: 999 }),
      NOON,
      false,
      null,
    ],
    ['closes when its money is used up', euros(10), used(0, { amountMinor: 1000 }), NOON, true, NEXT_DAY],
    ['is open under a money limit if time has no price', euros(10), used(600), NOON, false, null],
    ['is open with one open left', opens(5), used(0, { opens: 4 }), NOON, false, null],
    ['closes with no opens left', opens(5), used(0, { opens: 5 }), NOON, true, NEXT_DAY],
    ['is open during a session', SESSIONS, session(19, NOON), NOON, false, null],
    ['is closed in the break after a session', SESSIONS, session(20, NOON, NOON + 1), NOON, true, NOON + 1],
    ['opens at the end of a break', SESSIONS, session(20, NOON - hours(1), NOON), NOON, false, null],
    ['is open a moment before its hours close', blocked('12:00–13:00'), NO_USE, NOON - 1, false, null],
    ['is closed in closed hours', blocked('12:00–13:00'), NO_USE, NOON, true, NOON + HOUR_MS],
    ['opens at the end of closed hours', blocked('11:00–12:00'), NO_USE, NOON, false, null],
    ['never opens if its hours are always closed', blocked('0:00–24:00'), NO_USE, NOON, true, null],
    [
      'closes at a cutoff until the morning',
      cutoff('12:00', '6:00'),
      NO_USE,
      NOON,
      true,
      Date.UTC(2026, 10, 24, 6),
    ],
    [
      'stays closed until its held hours end after a clock change',
      blocked('18:00–19:00'),
      { ...NO_USE, heldUntil: NOON + 5 },
      NOON,
      true,
      NOON + 5,
    ],
  ])('%s', (_what, bound, usage, at, isSpent, until) => {
    expect(judge(rule(bound, { strictness }), usage, at)).toMatchObject({
      state: isSpent ? strictness : 'open',
      rule: isSpent ? { id: 'r' } : null,
      until,
    })
  })
})

describe('the next change', () => {
  test.each<[what: string, bound: Bound, usage: Usage, nextAt: number]>([
    ['is when the minutes are used up', minutes(10), used(4), NOON + 6 * MINUTE_MS],
    ['is when the money is used up', euros(10), used(0, { amountMinor: 400 }), NOON + 6 * MINUTE_MS],
    ['is the next ration if the allowance lasts longer', minutes(24 * 60), used(0), NEXT_DAY],
    ['is the next ration if the allowance is used up', minutes(10), used(10), NEXT_DAY],
    ['is the next ration for opens', opens(5), used(0, { opens: 1 }), NEXT_DAY],
    ['is the start of closed hours', blocked('18:00–19:00'), NO_USE, NOON + hours(6)],
    ['is the end of closed hours', blocked('11:00–13:00'), NO_USE, NOON + hours(1)],
    ['is the end of a session', SESSIONS, session(15, NOON), NOON + 5 * MINUTE_MS],
    ['is the end of a break', SESSIONS, session(20, NOON, NOON + 1000), NOON + 1000],
    ['never comes for a rule that is always closed', blocked('0:00–24:00'), NO_USE, Infinity],
  ])('%s', (_what, bound, usage, nextAt) => {
    expect(judge(rule(bound), usage).nextAt).toBe(nextAt)
  })

  test('is the next ration for a page without attention', () => {
    expect(judge(rule(minutes(10)), used(4), NOON, { ...PAGE, isCounted: false }).nextAt).toBe(NEXT_DAY)
  })

  test('is the end of a pass', () => {
    const { nextAt } = judge(rule(minutes(10)), used(10), NOON, PAGE, [pass(NOON, NOON + 1000)])
    expect(nextAt).toBe(NOON + 1000)
  })
})

describe('the time left of a money limit', () => {
  const half: Rate = {
    from: '1970-01-01',
    amountMinor: 6000,
    currency: 'EUR',
    hourTypes: {
      percent: { work: 100, free: 50, night: 50 },
      work: Array.from({ length: 7 }, () => ({ from: 0, to: 12 })),
      night: null,
    },
  }
  const raised: Rate[] = [
    { from: '1970-01-01', amountMinor: 6000, currency: 'EUR', hourTypes: null },
    { from: '2026-11-24', amountMinor: 12_000, currency: 'EUR', hourTypes: null },
  ]
  test.each<[what: string, rates: Rate[], at: number, endsAt: number]>([
    // Four minutes at 1 € a minute before noon, then six euros at half that.
    ['follows an hour type that starts at noon', [half], NOON - 4 * MINUTE_MS, NOON + 12 * MINUTE_MS],
    ['follows a rate that starts with the day', raised, NEXT_DAY - 4 * MINUTE_MS, NEXT_DAY + 3 * MINUTE_MS],
  ])('%s', (_what, rates, at, endsAt) => {
    const terms = termsAt(at, { rates })
    const { leftMs } = standingOf(rule(euros(10)), NO_USE, [], at, terms)
    expect(at + (leftMs ?? 0)).toBe(endsAt)
  })
})

describe('a pass', () => {
  const spent = (passes: readonly Pass[], at = NOON) =>
    judge(rule(minutes(10)), used(10), at, PAGE, passes).state

  test.each<[what: string, passes: Pass[], state: string]>([
    ['holds from the instant it was taken', [pass(NOON, NOON + 1)], 'open'],
    ['does not hold at its end', [pass(NOON - 1, NOON)], 'wall'],
    ['does not hold before it was taken', [pass(NOON + 1, NOON + 2)], 'wall'],
    ['holds only for its own rule', [pass(NOON, NOON + 1, { rule: 'other' })], 'wall'],
    ['holds until the end of the longer of two', [pass(NOON - 5, NOON), pass(NOON - 9, NOON + 1)], 'open'],
  ])('%s', (_what, passes, state) => {
    expect(spent(passes)).toBe(state)
  })

  test('sets when the page closes again', () => {
    const one = standingOf(rule(minutes(10)), used(10), [pass(NOON, NOON + 900)], NOON, termsAt(NOON))
    expect(closingAt(one, NOON)).toBe(NOON + 900)
  })
})

describe('several rules on one page', () => {
  const two = (a: Partial<Rule>, b: Partial<Rule>) =>
    decide(
      [rule(minutes(0), { id: 'a', ...a }), rule(minutes(0), { id: 'b', ...b })].map(unused),
      PAGE,
      NOON,
      termsAt(NOON),
    )

  test.each<[a: Partial<Rule>, b: Partial<Rule>, decides: string]>([
    [{ strictness: 'notice' }, { strictness: 'pause' }, 'b'],
    [{ strictness: 'wall' }, { strictness: 'pause' }, 'a'],
    [{ strictness: 'wall' }, { strictness: 'lock' }, 'b'],
    [{ bound: blocked('11:00–13:00') }, { bound: blocked('11:00–14:00') }, 'b'],
    [{ bound: blocked('11:00–15:00') }, { bound: blocked('11:00–14:00') }, 'a'],
    [{ bound: blocked('11:00–15:00') }, { bound: blocked('0:00–24:00') }, 'b'],
    [{ strictness: 'lock', isOn: false }, { strictness: 'notice' }, 'b'],
  ])('%o and %o: %s decides', (a, b, decides) => {
    expect(two(a, b).rule?.id).toBe(decides)
  })

  test('a rule that does not cover the page does not decide', () => {
    const page = { ...PAGE, covers: ({ id }: Rule) => id === 'a' }
    const rules = [
      rule(minutes(0), { id: 'a', strictness: 'pause' }),
      rule(minutes(0), { id: 'b', strictness: 'lock' }),
    ]
    expect(decide(rules.map(unused), page, NOON, termsAt(NOON)).rule?.id).toBe('a')
  })

  test('a rule that has let the visit in does not block it, but another rule does', () => {
    const page = { ...PAGE, isLetIn: ({ strictness }: Rule) => strictness === 'pause' }
    const rules = [rule(minutes(0), { id: 'a', strictness: 'pause' }), rule(minutes(0), { id: 'b' })]
    expect(decide(rules.map(unused), page, NOON, termsAt(NOON)).rule?.id).toBe('b')
    expect(decide(rules.slice(0, 1).map(unused), page, NOON, termsAt(NOON)).state).toBe('open')
  })
})

test('an allowance starts again at the chosen day start', () => {
  const at = Date.UTC(2026, 10, 23, 22, 59)
  const terms = termsAt(at, { dayStartHour: 23 })
  expect(standingOf(rule(minutes(10)), used(10), [], at, terms).opensAt).toBe(Date.UTC(2026, 10, 23, 23))
})

describe('a wake-up', () => {
  test.each<[aheadMs: number, alarmMs: number | null, timerMs: number | null]>([
    [0, 30_000, 0],
    [29_999, 30_000, 29_999],
    [30_000, 30_000, null],
    [44_000, 30_000, null],
    [60_000, 45_000, null],
    [-5, 30_000, 0],
    [Infinity, null, null],
  ])('%d ms ahead has an alarm in %s ms and a timer of %s ms', (ahead, alarm, timer) => {
    expect(wakeUp(NOON + ahead, NOON)).toEqual({
      alarmAt: alarm === null ? null : NOON + alarm,
      timerMs: timer,
    })
  })
})
