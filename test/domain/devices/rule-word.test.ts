import { describe, expect, test } from 'vitest'
import {
  isFresh,
  isHealed,
  isRuleOver,
  ruleAfter,
  ruleWord,
  type RuleTerms,
} from '../../../domain/devices/rule-word'
import type { Calendar } from '../../../domain/firewall/ration'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { changed, settled } from '../../../domain/firewall/rule-changes'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import { DAY_MS, HOUR_MS } from '../../../domain/time/local-time'
import { minutes, ruleOf } from '../../fixtures/rules'
import { NOW, wordOf } from './word-of'

const CALENDAR: Calendar = { dayStartHour: 4, weekStart: 0, offsetAt: () => 0 }
const TERMS: RuleTerms = { at: NOW, calendar: CALENDAR, currency: 'EUR', hasPin: false }
const PIN: RuleTerms = { ...TERMS, hasPin: true }
const rule = (of: number): Rule => ruleOf({ id: 'abc', bound: minutes(of) })
const CREATED = NOW - 30 * DAY_MS
const of = (minutesADay: number): StoredRule => newStoredRule(rule(minutesADay), 'abc', CREATED)
const word = (minutesADay: number, isKept = true) => ({ createdAt: CREATED, rule: rule(minutesADay), isKept })
const loosened = (from: number, to: number): StoredRule =>
  changed(of(from), rule(to), NOW - DAY_MS * 1.5, CALENDAR)!
const inForce = (from: number, to: number): StoredRule => settled(loosened(from, to), NOW, CALENDAR)!
const focus = (endsAt: number): Rule =>
  ruleOf({ id: 'abc', bound: { type: 'focus', startedAt: NOW, endsAt, workMinutes: null, breakMinutes: 0 } })

describe('what the person wants', () => {
  test('is the rule in force', () => {
    expect(ruleWord(of(30))).toEqual(word(30))
  })

  test('is the looser rule that waits, which is not to stay', () => {
    expect(ruleWord(changed(of(30), rule(60), NOW, CALENDAR)!)).toEqual(word(60, false))
  })

  test('is the looser rule in force, which is not to stay until it was kept', () => {
    expect(inForce(30, 60)).toMatchObject({ rule: rule(60), heals: { value: rule(30) } })
    expect(ruleWord(inForce(30, 60))).toEqual(word(60, false))
  })

  test('is no rule if it waits to be deleted', () => {
    expect(ruleWord(changed(of(30), null, NOW, CALENDAR)!)).toBeNull()
  })
})

test('a rule is fresh for a minute', () => {
  const stored = newStoredRule(rule(1), 'abc', NOW)
  expect([NOW - 1, NOW, NOW + 59_999, NOW + 60_000].map((at) => isFresh(stored, at))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a rule is over once its focus hour has ended; others never are', () => {
  const value = { createdAt: 0, rule: focus(NOW + HOUR_MS), isKept: true }
  expect([NOW, NOW + HOUR_MS - 1, NOW + HOUR_MS].map((at) => isRuleOver({ value }, at))).toEqual([
    false,
    false,
    true,
  ])
  expect(isRuleOver({ value: word(1) }, Infinity)).toBe(false)
  expect(isRuleOver({ value: null }, Infinity)).toBe(false)
})

describe('a rule has healed', () => {
  const weak = { ...wordOf('rule abc', word(60, false)), heals: rule(30) }

  test('if it is the one that was to return', () => {
    expect(isHealed(weak, word(30))).toBe(true)
  })

  test('not if the person wants another one, keeps the weak one, or deletes it', () => {
    expect(isHealed(weak, word(31))).toBe(false)
    expect(isHealed(weak, word(60))).toBe(false)
    expect(isHealed(weak, word(30, false))).toBe(false)
    expect(isHealed(weak, null)).toBe(false)
  })

  test('not if it was kept, or nothing was to return', () => {
    expect(isHealed({ ...weak, value: word(60) }, word(30))).toBe(false)
    expect(isHealed(wordOf('rule abc', word(60, false)), word(30))).toBe(false)
  })
})

describe('a word about a rule', () => {
  test('that is not here adds it, as wanted', () => {
    expect(ruleAfter(null, word(30), TERMS)).toEqual(of(30))
    expect(ruleAfter(null, word(30, false), PIN)).toEqual(of(30))
  })

  test('that is neither here nor wanted changes nothing', () => {
    expect(ruleAfter(null, null, TERMS)).toBeNull()
  })

  test('that is a focus hour that is over adds nothing', () => {
    expect(ruleAfter(null, { createdAt: 0, rule: focus(NOW), isKept: true }, TERMS)).toBeNull()
    expect(ruleAfter(null, { createdAt: 0, rule: focus(NOW + 1), isKept: true }, TERMS)).not.toBeNull()
  })

  test('as it is here changes nothing', () => {
    for (const stored of [of(30), loosened(30, 60), inForce(30, 60)])
      expect(ruleAfter(stored, ruleWord(stored), TERMS)).toBe(stored)
  })

  test.each([TERMS, PIN])('that is stricter holds at once', (terms) => {
    expect(ruleAfter(of(30), word(20), terms)).toEqual(of(20))
  })

  test('that is looser waits as if it had been said here, and then heals', () => {
    const after = ruleAfter(of(30), word(60, false), TERMS)!
    expect(after).toEqual(changed(of(30), rule(60), NOW, CALENDAR))
    expect(after.next!.from - NOW).toBeGreaterThanOrEqual(12 * HOUR_MS)
    expect(settled(after, after.next!.from, CALENDAR)).toMatchObject({
      rule: rule(60),
      heals: { value: rule(30) },
    })
  })

  test('that was kept elsewhere before its wait is over here waits all the same, and stays then', () => {
    const waits = ruleAfter(of(30), word(60, true), TERMS)!
    expect(waits).toMatchObject({ rule: rule(30), next: { value: rule(60) } })
    expect(ruleAfter(waits, word(60, true), { ...TERMS, at: NOW + HOUR_MS })).toBe(waits)
    const at = waits.next!.from
    const holds = settled(waits, at, CALENDAR)!
    expect(ruleAfter(holds, word(60, true), { ...TERMS, at })).toEqual({ ...holds, heals: null })
    expect(ruleAfter(holds, word(60, false), { ...TERMS, at })).toBe(holds)
  })

  test('that takes a loosening back ends its wait', () => {
    expect(ruleAfter(loosened(30, 60), word(30), TERMS)).toEqual(of(30))
  })

  test('that is deleted elsewhere waits', () => {
    const after = ruleAfter(of(30), null, TERMS)!
    expect(after).toMatchObject({ rule: rule(30), next: { value: null } })
    expect(ruleAfter(after, null, { ...TERMS, at: NOW + HOUR_MS })).toBe(after)
    expect(settled(after, after.next!.from, CALENDAR)).toBeNull()
  })

  test('that is stricter than the one that waits to be deleted holds at once', () => {
    const going = changed(of(30), null, NOW, CALENDAR)!
    expect(ruleAfter(going, word(20), TERMS)).toEqual(of(20))
  })

  test('a PIN refuses what is looser: to delete, to loosen, and to keep what heals', () => {
    expect(ruleAfter(of(30), null, PIN)).toEqual(of(30))
    expect(ruleAfter(of(30), word(60, false), PIN)).toEqual(of(30))
    expect(ruleAfter(inForce(30, 60), word(60, true), PIN)).toEqual(inForce(30, 60))
    expect(ruleAfter(inForce(30, 60), word(90, true), PIN)).toEqual(inForce(30, 60))
  })

  test('a PIN lets a loosening that was taken back end', () => {
    expect(ruleAfter(loosened(30, 60), word(30), PIN)).toEqual(of(30))
  })
})

test('a limit in money is compared in the currency of now, so that a stricter one holds at once', () => {
  const money = (amount: number, currency: string): Rule => ({
    ...rule(1),
    bound: { type: 'money', currency, allowance: { per: 'week', of: amount } },
  })
  const stored = newStoredRule(money(1000, 'EUR'), 'abc', CREATED)
  const stricter = { createdAt: CREATED, rule: money(500, 'USD'), isKept: true }
  expect(ruleAfter(stored, stricter, { ...TERMS, currency: 'USD' })).toMatchObject({
    rule: stricter.rule,
    next: null,
  })
  expect(
    ruleAfter(stored, { ...stricter, rule: money(2000, 'USD') }, { ...TERMS, currency: 'USD' })?.next,
  ).not.toBeNull()
})
