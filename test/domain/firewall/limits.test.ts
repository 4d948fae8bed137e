import { describe, expect, test } from 'vitest'
import type { Pass } from '../../../domain/firewall/pass'
import {
  closingAt,
  decide,
  type JudgedPage,
  NO_USE,
  standingOf,
  type Usage,
  wakeUp,
} from '../../../domain/firewall/limits'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { type Bound, type Rule, STRICTNESS } from '../../../domain/firewall/rule'
import type { Rate } from '../../../domain/value/valuation'
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
} from '../../fixtures/rules'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const NEXT_DAY = Date.UTC(2026, 10, 24, 4)

const PAGE: JudgedPage = { covers: () => true, isAttended: true, isLetIn: () => false }

const rule = (bound: Bound, more: Partial<Rule> = {}): Rule => ruleOf({ id: 'r', bound, ...more })
const judge = (one: Rule, usage: Usage, at = NOON, page = PAGE, passes: readonly Pass[] = []) =>
  decide([one], () => usage, passes, page, at, termsAt(at))

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

describe.each(STRICTNESS)('with the strictness %s', (strictness) => {
  /** What is spent stands before the page as its strictness. */
  test.each<[what: string, bound: Bound, usage: Usage, at: number, isSpent: boolean, until: number | null]>([
    [
      'minutes, a moment before they are used',
      minutes(10),
      { ...NO_USE, used: { ...NO_USE.used, ms: 599_999 } },
      NOON,
      false,
      null,
    ],
    ['minutes, used', minutes(10), used(10), NOON, true, NEXT_DAY],
    ['minutes, more than used', minutes(10), used(11), NOON, true, NEXT_DAY],
    ['no minutes at all', minutes(0), used(0), NOON, true, null],
    ['minutes on a day without', minutes([null, 10, 10, 10, 10, 10, 10]), used(500), NOON, false, null],
    [
      'minutes, none on the day after, none for good',
      minutes([10, 0, 0, 0, 0, 0, 30]),
      used(10),
      NOON,
      true,
      Date.UTC(2026, 10, 29, 4),
    ],
    ['minutes of a week, used', minutesAWeek(60), used(60), NOON, true, Date.UTC(2026, 10, 30, 4)],
    ['minutes of a week, not used', minutesAWeek(60), used(59), NOON, false, null],
    ['money, a cent before it is used', euros(10), used(0, { amountMinor: 999 }), NOON, false, null],
    ['money, used', euros(10), used(0, { amountMinor: 1000 }), NOON, true, NEXT_DAY],
    ['money without a price', euros(10), used(600), NOON, false, null],
    ['opens, one left', opens(5), used(0, { opens: 4 }), NOON, false, null],
    ['opens, none left', opens(5), used(0, { opens: 5 }), NOON, true, NEXT_DAY],
    ['a session that lasts', SESSIONS, session(19, NOON), NOON, false, null],
    ['a session used up, in its break', SESSIONS, session(20, NOON, NOON + 1), NOON, true, NOON + 1],
    ['a session whose break is over', SESSIONS, session(20, NOON - hours(1), NOON), NOON, false, null],
    ['hours, a moment before they close', blocked('12:00–13:00'), NO_USE, NOON - 1, false, null],
    ['hours that are closed', blocked('12:00–13:00'), NO_USE, NOON, true, NOON + HOUR_MS],
    ['hours that open at this instant', blocked('11:00–12:00'), NO_USE, NOON, false, null],
    ['hours that never open', blocked('0:00–24:00'), NO_USE, NOON, true, null],
    ['a cutoff that has come', cutoff('12:00', '6:00'), NO_USE, NOON, true, Date.UTC(2026, 10, 24, 6)],
    [
      'hours that were closed before the clock was moved',
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

describe('the next instant at which anything changes', () => {
  test.each<[what: string, bound: Bound, usage: Usage, nextAt: number]>([
    ['is when the minutes are used up', minutes(10), used(4), NOON + 6 * MINUTE_MS],
    ['is when the money is', euros(10), used(0, { amountMinor: 400 }), NOON + 6 * MINUTE_MS],
    ['is the next ration where the allowance lasts longer', minutes(24 * 60), used(0), NEXT_DAY],
    ['is the next ration where it is used up', minutes(10), used(10), NEXT_DAY],
    ['is the next ration for opens', opens(5), used(0, { opens: 1 }), NEXT_DAY],
    ['is the beginning of closed hours', blocked('18:00–19:00'), NO_USE, NOON + hours(6)],
    ['is their end', blocked('11:00–13:00'), NO_USE, NOON + hours(1)],
    ['is the end of a session', SESSIONS, session(15, NOON), NOON + 5 * MINUTE_MS],
    ['is the end of a break', SESSIONS, session(20, NOON, NOON + 1000), NOON + 1000],
    ['never comes for what is closed for good', blocked('0:00–24:00'), NO_USE, Infinity],
  ])('%s', (_what, bound, usage, nextAt) => {
    expect(judge(rule(bound), usage).nextAt).toBe(nextAt)
  })

  test('without attention nothing is used up', () => {
    expect(judge(rule(minutes(10)), used(4), NOON, { ...PAGE, isAttended: false }).nextAt).toBe(NEXT_DAY)
  })

  test('is the end of a pass', () => {
    const { nextAt } = judge(rule(minutes(10)), used(10), NOON, PAGE, [pass(NOON, NOON + 1000)])
    expect(nextAt).toBe(NOON + 1000)
  })
})

describe('money is what the hour costs then', () => {
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
    ['an hour type that begins at noon', [half], NOON - 4 * MINUTE_MS, NOON + 12 * MINUTE_MS],
    ['a rate that begins with the day', raised, NEXT_DAY - 4 * MINUTE_MS, NEXT_DAY + 3 * MINUTE_MS],
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
    ['holds from its instant', [pass(NOON, NOON + 1)], 'open'],
    ['holds to its end, not at it', [pass(NOON - 1, NOON)], 'wall'],
    ['does not hold before it was taken', [pass(NOON + 1, NOON + 2)], 'wall'],
    ['holds for its rule alone', [pass(NOON, NOON + 1, { rule: 'other' })], 'wall'],
    ['the longer of two holds', [pass(NOON - 5, NOON), pass(NOON - 9, NOON + 1)], 'open'],
  ])('%s', (_what, passes, state) => {
    expect(spent(passes)).toBe(state)
  })

  test('tells when the page will close again', () => {
    const one = standingOf(rule(minutes(10)), used(10), [pass(NOON, NOON + 900)], NOON, termsAt(NOON))
    expect(closingAt(one, NOON)).toBe(NOON + 900)
  })
})

describe('of several rules on one page', () => {
  const two = (a: Partial<Rule>, b: Partial<Rule>) =>
    decide(
      [rule(minutes(0), { id: 'a', ...a }), rule(minutes(0), { id: 'b', ...b })],
      () => NO_USE,
      [],
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

  test('a rule that is about other pages does not', () => {
    const page = { ...PAGE, covers: ({ id }: Rule) => id === 'a' }
    const rules = [
      rule(minutes(0), { id: 'a', strictness: 'pause' }),
      rule(minutes(0), { id: 'b', strictness: 'lock' }),
    ]
    expect(decide(rules, () => NO_USE, [], page, NOON, termsAt(NOON)).rule?.id).toBe('a')
  })

  test('what was let in stands before the page no more, another rule does', () => {
    const page = { ...PAGE, isLetIn: ({ strictness }: Rule) => strictness === 'pause' }
    const rules = [rule(minutes(0), { id: 'a', strictness: 'pause' }), rule(minutes(0), { id: 'b' })]
    expect(decide(rules, () => NO_USE, [], page, NOON, termsAt(NOON)).rule?.id).toBe('b')
    expect(decide(rules.slice(0, 1), () => NO_USE, [], page, NOON, termsAt(NOON)).state).toBe('open')
  })
})

test('with another start of the day the allowance begins again then', () => {
  const at = Date.UTC(2026, 10, 23, 22, 59)
  const terms = termsAt(at, { dayStartHour: 23 })
  expect(standingOf(rule(minutes(10)), used(10), [], at, terms).opensAt).toBe(Date.UTC(2026, 10, 23, 23))
})

describe('being awake at an instant', () => {
  test.each<[aheadMs: number, alarmMs: number | null, timerMs: number | null]>([
    [0, 30_000, 0],
    [29_999, 30_000, 29_999],
    [30_000, 30_000, null],
    [44_000, 30_000, null],
    [60_000, 45_000, null],
    [-5, 30_000, 0],
    [Infinity, null, null],
  ])('%d ms ahead: an alarm in %s ms, or a timer of %s ms', (ahead, alarm, timer) => {
    expect(wakeUp(NOON + ahead, NOON)).toEqual({
      alarmAt: alarm === null ? null : NOON + alarm,
      timerMs: timer,
    })
  })
})
