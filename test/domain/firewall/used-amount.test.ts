/** Amounts keep their currency: what is used stays used in whatever currency it is read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advanceTo, type FirewallState, withCounts } from '../../../domain/firewall/firewall-state'
import type { LimitTerms } from '../../../domain/firewall/limit-terms'
import { standing } from '../../../domain/firewall/rule-standings'
import { amountIn, largerAmount, plusAmount, type UsedAmount } from '../../../domain/firewall/used-amount'
import { byUsageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { CURRENCIES } from '../../../domain/value/currencies'
import { minorDigits } from '../../../domain/value/minor-units'
import { storedRule, viewOf } from '../../fixtures/guard-view'
import { euros, minutes, ruleOf, TERMS, UTC } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

/** Wednesday, 2026-11-25. */
const NOON = Date.parse('2026-11-25T12:00:00Z')
const RULE = ruleOf({ id: 'r', bound: euros(30) })

/** 60 an hour in a currency, whatever its minor unit. */
const inMoney = (currency: string): LimitTerms => ({
  ...TERMS,
  currency,
  rates: [{ from: '1970-01-01', amountMinor: 60 * 10 ** minorDigits(currency), currency, hourTypes: null }],
})

const row = (amount: number, currency: string): UsageRow => ({
  rule: 'r',
  day: '2026-11-25',
  ms: 30 * MINUTE_MS,
  opens: 0,
  amount,
  currency,
})

const state = (...rows: UsageRow[]): FirewallState => ({
  ...viewOf([storedRule(RULE)], NOON).firewall,
  usage: byUsageKey(rows),
})

/** How the rule stands once limits go by another currency. */
function standsIn(currency: string, ...rows: UsageRow[]) {
  const { terms: _, ...before } = state(...rows).state
  const firewall = advanceTo(
    { ...state(...rows), state: { ...before, terms: null } },
    NOON,
    inMoney(currency),
    UTC,
  )
  return standing(firewall, RULE)
}

describe('a rule of 30 in money', () => {
  test.each([
    ['JPY', 'EUR', 3000, 30, 0],
    ['KWD', 'EUR', 3000, 30_000, 0],
    ['JPY', 'EUR', 1250.5, 12.505, 17.495],
    ['EUR', 'JPY', 30, 3000, 0],
    ['EUR', 'JPY', 12, 1200, 18],
  ])('in %s reads what was used in %s (%d) as %d', (now, then, amount, read, minutesLeft) => {
    const { used, leftMs, isSpent } = standsIn(now, row(amount, then))
    expect([used.amountMinor, used.currency]).toEqual([read, now])
    expect([leftMs, isSpent]).toEqual([Math.ceil(minutesLeft * MINUTE_MS), minutesLeft === 0])
  })

  test('adds up days in two currencies in the current one', () => {
    const week = { ...RULE, bound: { ...RULE.bound, allowance: { per: 'week', of: 10_000 } } } as typeof RULE
    const before = { ...row(3000, 'EUR'), day: '2026-11-24' }
    const firewall = advanceTo(
      { ...state(before, row(12, 'JPY')), rules: [storedRule(week)] },
      NOON,
      TERMS,
      UTC,
    )
    expect(standing(firewall, week).used).toMatchObject({ amountMinor: 4200, currency: 'EUR' })
  })
})

test('a row goes on in the new currency, and what is taken back is the same money', () => {
  const { firewall } = viewOf([storedRule(RULE)], NOON)
  const inYen = advanceTo(
    { ...firewall, state: { ...firewall.state, terms: null } },
    NOON,
    inMoney('JPY'),
    UTC,
  )
  const stretch = spanOf({
    surface: 'r',
    start: NOON - 5 * MINUTE_MS,
    ms: 5 * MINUTE_MS,
    utcOffsetMinutes: 0,
  })
  const used = byUsageKey([row(1000, 'EUR')])
  const more = withCounts(used, [{ rule: 'r', stretch, sign: 1 }], inYen)
  expect([...more.values()]).toMatchObject([{ amount: 15, currency: 'JPY' }])
  const back = withCounts(more, [{ rule: 'r', stretch, sign: -1 }], inYen)
  expect([...back.values()]).toMatchObject([{ amount: 10, currency: 'JPY' }])
})

test('use under a limit in minutes says in what money it is, and no money without a rate', () => {
  const rule = ruleOf({ id: 'r', bound: minutes(60) })
  const stored = [storedRule(rule)]
  const read = (terms: LimitTerms) =>
    standing(advanceTo({ ...state(row(3000, 'EUR')), rules: stored }, NOON, terms, UTC), rule).used
  expect(read(inMoney('JPY'))).toMatchObject({ amountMinor: 30, currency: 'JPY' })
  expect(read({ ...TERMS, rates: [] })).toMatchObject({ amountMinor: 3000, currency: 'EUR' })
})

const anyAmount: fc.Arbitrary<UsedAmount> = fc.record({
  amount: fc.double({ min: 0, max: 1e9, noNaN: true }),
  currency: fc.constantFrom(...CURRENCIES),
})

test('sums and maxima are the same number in every currency', () => {
  fc.assert(
    fc.property(anyAmount, anyAmount, fc.constantFrom(...CURRENCIES), (one, other, read) => {
      const [a, b] = [amountIn(one, read) ?? 0, amountIn(other, read) ?? 0]
      const near = (found: UsedAmount, right: number) =>
        expect(Math.abs(amountIn(found, read)! - right)).toBeLessThanOrEqual(1e-9 * Math.max(1, right))
      near(plusAmount(one, other), a + b)
      near(largerAmount(one, other), Math.max(a, b))
      expect(plusAmount(one, other).currency).toBe(other.currency)
    }),
  )
})
