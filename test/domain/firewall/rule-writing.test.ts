import { describe, expect, test } from 'vitest'
import type { Pass } from '../../../domain/firewall/pass'
import type { Rule } from '../../../domain/firewall/rule'
import { NO_OTHER_USE } from '../../../domain/firewall/rule-standings'
import {
  changedRule,
  firewallStatus,
  judgement,
  newStoredRule,
  ruleChange,
  rulePreview,
  withRule,
} from '../../../domain/firewall/rule-writing'
import { usageKey } from '../../../domain/firewall/usage-row'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { storedRule, viewOf } from '../../fixtures/guard-view'
import { hours, minutes, ruleOf } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const NEXT_DAY = Date.UTC(2026, 10, 24, 4)
const TEN = ruleOf({ id: 'a', bound: minutes(10) })
const USED = [spanOf({ surface: 'reddit.com', start: NOON - 8 * MINUTE_MS, ms: 8 * MINUTE_MS })]
const NO_PRIVATE_USE = NO_OTHER_USE

const usedMs = (firewall: { usage: ReadonlyMap<string, { ms: number }> }) =>
  firewall.usage.get(usageKey({ rule: 'a', day: '2026-11-23' }))?.ms

describe('a new rule', () => {
  test('counts the use of today before it was set', () => {
    const firewall = withRule(viewOf([], NOON), newStoredRule(TEN, 'a', NOON), USED)
    expect(usedMs(firewall)).toBe(8 * MINUTE_MS)
  })

  test('has a preview of whether it closes at once', () => {
    const preview = (allowed: number) =>
      rulePreview(viewOf([], NOON), { ...TEN, bound: minutes(allowed) }, USED)
    expect(preview(8)).toMatchObject({ closesNow: true, from: null })
    expect(preview(9)).toMatchObject({ closesNow: false, from: null })
  })
})

describe('a change of a rule', () => {
  const pass: Pass = {
    rule: 'a',
    type: 'quarter',
    day: '2026-11-23',
    at: NOON - MINUTE_MS,
    until: NOON + 14 * MINUTE_MS,
    priceMinor: 1500,
    currency: 'EUR',
  }
  const change = (wanted: Rule | null) => {
    const before = storedRule(TEN)
    const view = viewOf([before], NOON, { passes: [pass] })
    return ruleChange(view, before, changedRule(before, wanted, view.firewall), USED)
  }

  test('that tightens takes effect at once and ends the passes of the old rule', () => {
    const { from, endsPasses, firewall } = change({ ...TEN, bound: minutes(5) })
    expect([from, endsPasses]).toEqual([null, true])
    expect(firewall.passes).toEqual([{ ...pass, until: NOON }])
    expect(firewall.rules[0]?.rule.bound).toEqual(minutes(5))
  })

  test('that loosens waits for the next day start and leaves passes alone', () => {
    const { from, endsPasses, firewall } = change({ ...TEN, bound: minutes(20) })
    expect([from, endsPasses]).toEqual([NEXT_DAY, false])
    expect(firewall.passes).toEqual([pass])
    expect(firewall.rules[0]?.rule.bound).toEqual(minutes(10))
  })

  test('that deletes it waits for the next day start', () => {
    const { from, firewall } = change(null)
    expect(from).toBe(NEXT_DAY)
    expect(firewall.rules[0]?.next).toEqual({ value: null, from: NEXT_DAY })
  })

  test('that cancels a waiting loosening takes effect at once', () => {
    const before = storedRule(TEN, { next: { value: null, from: NEXT_DAY } })
    const { from, firewall } = ruleChange(viewOf([before], NOON), before, { ...before, next: null }, [])
    expect(from).toBeNull()
    expect(firewall.rules).toEqual([storedRule(TEN)])
  })

  test('never lowers the use', () => {
    const before = storedRule(TEN)
    const row = { rule: 'a', day: '2026-11-23', ms: 9 * MINUTE_MS, opens: 3, amount: null, currency: null }
    const view = viewOf([before], NOON, { usage: new Map([[usageKey(row), row]]) })
    const { firewall } = ruleChange(view, before, storedRule({ ...TEN, bound: minutes(5) }), USED)
    expect(usedMs(firewall)).toBe(9 * MINUTE_MS)
  })
})

describe('the status', () => {
  const off = ruleOf({ id: 'off', bound: minutes(10), isOn: false })

  test('marks the rules that cover the page in front', () => {
    const view = viewOf([storedRule(off, { createdAt: 2 }), storedRule(TEN, { createdAt: 1 })], NOON)
    const pin = { isSet: false, removedAt: null }
    const { rules } = firewallStatus(view.firewall, NO_PRIVATE_USE, new Set(), pin, ({ id }) => id === 'a')
    expect(rules.map(({ id, isInFront }) => [id, isInFront])).toEqual([
      ['a', true],
      ['off', false],
    ])
  })

  test('lists the oldest rule first and marks fresh rules', () => {
    const view = viewOf([storedRule(off, { createdAt: 2 }), storedRule(TEN, { createdAt: 1 })], NOON)
    const { rules } = firewallStatus(view.firewall, NO_PRIVATE_USE, new Set(['off']), {
      isSet: false,
      removedAt: null,
    })
    expect(rules.map(({ id, isFresh, concernsToday }) => [id, isFresh, concernsToday])).toEqual([
      ['a', false, true],
      ['off', true, false],
    ])
  })
})

describe('a typed address', () => {
  const spent = storedRule(ruleOf({ id: 'a', bound: minutes(0) }))

  test('is judged by the rules that cover it, as if no page had been let in', () => {
    const view = viewOf([spent], NOON, { memory: { letIn: { a: NOON } } })
    const found = judgement(view, 'https://www.reddit.com/r/all')
    expect([found?.rule?.id, found?.rules.length]).toEqual(['a', 1])
  })

  test('that no rule covers stays open', () => {
    expect(judgement(viewOf([spent], NOON), 'github.com')).toMatchObject({ rule: null, rules: [] })
  })

  test('that cannot be read is not judged', () => {
    expect(judgement(viewOf([spent], NOON + hours(1)), 'no address')).toBeNull()
  })
})
