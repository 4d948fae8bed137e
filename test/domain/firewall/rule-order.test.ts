import { describe, expect, test } from 'vitest'
import type { RuleStatus } from '../../../domain/firewall/firewall-status'
import type { Bound } from '../../../domain/firewall/rule'
import { urgentRules } from '../../../domain/firewall/rule-order'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { cutoff, minutes, NO_USE, opens, ruleOf } from '../../fixtures/rules'

const NOW = Date.UTC(2026, 10, 23, 22)

const status = (id: string, bound: Bound, more: Partial<RuleStatus> = {}): RuleStatus => ({
  id,
  createdAt: 0,
  next: null,
  heals: null,
  rule: ruleOf({ id, bound }),
  used: NO_USE.used,
  allowed: null,
  isSpent: false,
  opensAt: null,
  leftMs: null,
  closesAt: null,
  passUntil: null,
  isFresh: false,
  concernsToday: true,
  isInFront: false,
  ...more,
})

const left = (id: string, of: number, more: Partial<RuleStatus> = {}) =>
  status(id, minutes(60), { allowed: 60, leftMs: of * MINUTE_MS, ...more })
const spent = (id: string, more: Partial<RuleStatus> = {}) =>
  left(id, 0, { isSpent: true, opensAt: NOW + MINUTE_MS, ...more })
const closed = (id: string) => status(id, cutoff('21:00', '6:00'), { isSpent: true })
const closing = (id: string, inMinutes: number) =>
  status(id, cutoff('23:00', '6:00'), { closesAt: NOW + inMinutes * MINUTE_MS })

const firstOf = (rules: RuleStatus[], most = 3) => urgentRules(rules, NOW, most).first.map(({ id }) => id)

describe('the most urgent rules', () => {
  test.each<[what: string, rules: RuleStatus[], ids: string[]]>([
    ['those nearest to their end come first', [left('far', 30), left('near', 5)], ['near', 'far']],
    ['a cutoff is as near as its hour', [left('half', 30), closing('soon', 20)], ['soon', 'half']],
    [
      'a pass ends as soon as it is over',
      [left('half', 30), spent('passed', { passUntil: NOW + MINUTE_MS })],
      ['passed', 'half'],
    ],
    ['closed ones come last', [spent('closed'), left('far', 600)], ['far', 'closed']],
    [
      'ones with opens come after those with time',
      [status('opens', opens(5)), left('time', 60)],
      ['time', 'opens'],
    ],
    [
      'those about the page in front come before nearer ones',
      [left('near', 1), left('front', 50, { isInFront: true }), spent('closed front', { isInFront: true })],
      ['front', 'closed front', 'near'],
    ],
    ['with equal ends the oldest comes first', [left('old', 5), left('new', 5)], ['old', 'new']],
    ['one that is off or does not concern today is left out', [left('no', 5, { concernsToday: false })], []],
  ])('%s', (_what, rules, ids) => {
    expect(firstOf(rules)).toEqual(ids)
  })

  test('a closed cutoff takes the place of the least urgent rule', () => {
    const rules = [closed('night'), left('a', 1), left('b', 2), left('c', 3, { isInFront: true })]
    expect(firstOf(rules)).toEqual(['c', 'a', 'night'])
  })

  test('there are never more than asked for, even with more closed cutoffs', () => {
    const rules = [closed('a'), closed('b'), left('front', 5, { isInFront: true })]
    expect(firstOf(rules, 2)).toEqual(['a', 'b'])
    expect(urgentRules(rules, NOW, 2).all).toHaveLength(3)
  })
})
