import { describe, expect, test } from 'vitest'
import { limitsKept } from '../../../domain/statement/limits-kept'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { periodOf } from '../../../domain/time/period'
import type { Rule } from '../../../domain/firewall/rule'
import type { UsageRow } from '../../../domain/firewall/usage-row'
import { blocked, cutoff, euros, minutes, minutesAWeek, opens, ruleOf, UTC } from '../../fixtures/rules'

const WEEK = periodOf('week', '2026-11-18', 0)
const OVER = '2026-11-25'
const LONG_AGO = Date.UTC(2026, 0, 1)

const row = (day: string, more: Partial<UsageRow>): UsageRow => ({
  rule: 'r',
  day: `2026-11-${day}`,
  ms: 0,
  opens: 0,
  amount: null,
  currency: 'EUR',
  ...more,
})

const kept = (
  rule: Partial<Rule>,
  usage: UsageRow[],
  createdAt = LONG_AGO,
  period = WEEK,
  lastOver = OVER,
) => {
  const stored = { id: 'r', createdAt, rule: ruleOf({ id: 'r', ...rule }), next: null, heals: null }
  const [one] = limitsKept(period, { rules: [stored], usage, passes: [] }, lastOver, 4, UTC).rules
  return one && [one.kept, one.of, one.pastMs]
}

const ms = (count: number) => count * MINUTE_MS

describe('a limit is kept', () => {
  test('on days with no more use than it allows, plus the second that it takes to close', () => {
    const usage = [row('16', { ms: ms(40) }), row('17', { ms: ms(40) + 900 }), row('18', { ms: ms(41) })]
    expect(kept({ bound: minutes(40) }, usage)).toEqual([6, 7, 0])
  })

  test('by opens and by money in the same way', () => {
    expect(kept({ bound: opens(2) }, [row('16', { opens: 2 }), row('17', { opens: 3 })])).toEqual([6, 7, 0])
    expect(kept({ bound: euros(5) }, [row('16', { amount: 500.4 }), row('17', { amount: 600 })])).toEqual([
      6, 7, 0,
    ])
  })

  test('by what was carried into a day too, at most as much again', () => {
    const carried = (amount: number) => ({ amount, currency: null })
    const usage = [
      row('16', { ms: ms(50), carried: carried(10) }),
      row('17', { ms: ms(51), carried: carried(10) }),
      row('18', { ms: ms(90), carried: carried(100) }),
    ]
    expect(kept({ bound: minutes(40), carriesOver: true }, usage)).toEqual([5, 7, 0])
    expect(kept({ bound: minutes(40) }, usage)).toEqual([4, 7, 0])
  })

  test('over a whole week, and only in the statement of a week', () => {
    const usage = [row('16', { ms: ms(100) }), row('20', { ms: ms(100) })]
    expect(kept({ bound: minutesAWeek(200) }, usage)).toEqual([1, 1, 0])
    expect(kept({ bound: minutesAWeek(199) }, usage)).toEqual([0, 1, 0])
    const month = periodOf('month', '2026-11-18', 0)
    expect(kept({ bound: minutesAWeek(200) }, usage, LONG_AGO, month)).toBeUndefined()
    expect(kept({ bound: minutesAWeek(200) }, usage, LONG_AGO, WEEK, '2026-11-20')).toBeUndefined()
    expect(kept({ bound: minutesAWeek(200) }, usage, Date.UTC(2026, 10, 18, 10))).toBeUndefined()
  })

  test('only on days that are over, since it was set, and to which it applies', () => {
    expect(kept({ bound: minutes(40) }, [], Date.UTC(2026, 10, 20, 10))).toEqual([3, 3, 0])
    expect(kept({ bound: minutes(40) }, [], LONG_AGO, WEEK, '2026-11-17')).toEqual([2, 2, 0])
    const weekdays = { type: 'time', allowance: { per: 'day', of: [9, 9, 9, 9, 9, null, null] } } as const
    expect(kept({ bound: weekdays }, [])).toEqual([5, 5, 0])
    expect(kept({ bound: minutes(40) }, [], Date.UTC(2026, 10, 25))).toBeUndefined()
  })
})

describe('a cutoff is kept', () => {
  test('with less than a minute after it; all time after it is added up', () => {
    const usage = [row('16', { ms: 59_000 }), row('17', { ms: ms(25) })]
    expect(kept({ bound: cutoff('22:30', '6:00') }, usage)).toEqual([6, 7, ms(25) + 59_000])
    expect(kept({ bound: blocked('9:00–17:00') }, usage)).toEqual([6, 7, ms(25) + 59_000])
  })
})

test('rules that are off, pauses and sessions are not judged', () => {
  expect(kept({ bound: minutes(40), isOn: false }, [])).toBeUndefined()
  expect(kept({ bound: blocked('0:00–24:00'), strictness: 'pause' }, [])).toBeUndefined()
  expect(kept({ bound: { type: 'sessions', minutes: 5, breakMinutes: 5 } }, [])).toBeUndefined()
})

test('passes of the period are counted once each, with their price', () => {
  const pass = (day: string, priceMinor: number | null, at = Date.parse(day)) => ({
    rule: 'r',
    type: 'quarter' as const,
    day,
    at,
    until: at,
    priceMinor,
    currency: 'EUR',
  })
  const passes = [
    pass('2026-11-15', 100),
    pass('2026-11-16', 750),
    pass('2026-11-16', 0), // the second rule of the same pass
    { ...pass('2026-11-17', 2500), type: 'day' as const }, // the price of one hour
    pass('2026-11-22', null),
    pass('2026-11-23', 100),
  ]
  expect(limitsKept(WEEK, { rules: [], usage: [], passes }, OVER, 4, UTC).passes).toEqual({
    count: 3,
    priced: 2,
    priceMinor: 750,
    currency: 'EUR',
  })
})

test('money used in another currency is compared by its number, not by its minor units', () => {
  const usage = [
    row('16', { amount: 5, currency: 'JPY' }),
    row('17', { amount: 6, currency: 'JPY' }),
    row('18', { amount: 5000, currency: 'KWD' }),
  ]
  expect(kept({ bound: euros(5) }, usage)).toEqual([6, 7, 0])
})

test('passes in two currencies are added up apart, that of the latest first', () => {
  const pass = (day: string, priceMinor: number, currency: string) => ({
    rule: 'r',
    type: 'quarter' as const,
    day,
    at: Date.parse(day),
    until: Date.parse(day),
    priceMinor,
    currency,
  })
  const passes = [
    pass('2026-11-16', 750, 'EUR'),
    pass('2026-11-17', 900, 'JPY'),
    pass('2026-11-18', 100, 'JPY'),
    // Only a price per hour, so its currency is none of a sum.
    { ...pass('2026-11-19', 100, 'CHF'), type: 'day' as const },
  ]
  expect(limitsKept(WEEK, { rules: [], usage: [], passes }, OVER, 4, UTC).passes).toEqual({
    count: 4,
    priced: 3,
    priceMinor: 1000,
    currency: 'JPY',
    others: [{ priceMinor: 750, currency: 'EUR' }],
  })
})
