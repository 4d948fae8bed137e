/**
 * Words about rules. A word holds the rule that the person wants; how it comes about is up to each device: what is
 * stricter holds at once, what is looser waits as if it had been said here, and heals unless it was kept.
 */
import { isFocus } from '../firewall/focus'
import { loosens } from '../firewall/loosening'
import type { Calendar } from '../firewall/ration'
import type { Rule, StoredRule } from '../firewall/rule'
import { changed, confirmed } from '../firewall/rule-changes'
import { inCurrency } from '../firewall/rule-standings'
import { FRESH_MS } from '../firewall/rule-writing'
import { written } from '../written'
import type { KeptWord } from './word'

export interface RuleWord {
  /** Epoch ms. */
  createdAt: number
  rule: Rule
  /** Whether it is to stay, so that it does not heal. */
  isKept: boolean
}

const same = (a: unknown, b: unknown): boolean => written(a) === written(b)

/** What the person wants of a stored rule; null to delete it. */
export function ruleWord({ createdAt, rule, next, heals }: StoredRule): RuleWord | null {
  if (next) return next.value && { createdAt, rule: next.value, isKept: false }
  return { createdAt, rule, isKept: heals === null }
}

/** Whether a rule is so new that it can still be taken back: nobody else hears of it yet. */
export const isFresh = ({ createdAt }: StoredRule, at: number): boolean =>
  createdAt <= at && at - createdAt < FRESH_MS

/** Whether a word is about a focus hour. */
export const isFocusWord = (word: RuleWord | null): boolean => word !== null && isFocus(word.rule.bound)

/** Whether the rule of a word has ended by itself: a focus hour. */
export function isRuleOver({ value }: Pick<KeptWord, 'value'>, at: number): boolean {
  const bound = (value as RuleWord | null)?.rule.bound
  return bound !== undefined && isFocus(bound) && bound.endsAt <= at
}

/**
 * Whether two rules are one focus hour that moved along with a clock. Each device counts it down by its own clock, so that
 * nobody is told.
 */
export const isMoved = (one: Rule | undefined, other: Rule | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  isFocus(one.bound) &&
  isFocus(other.bound) &&
  one.bound.startedAt !== other.bound.startedAt

/** Whether a rule as it is wanted here is what the rule of a word becomes by itself. */
export const isHealed = ({ value, heals }: KeptWord, wanted: unknown): boolean => {
  const [before, now] = [value as RuleWord | null, wanted as RuleWord | null]
  return before !== null && now !== null && !before.isKept && now.isKept && same(now.rule, heals)
}

/** What decides how a rule from elsewhere comes about here. */
export interface RuleTerms {
  at: number
  calendar: Calendar
  /** In which limits in money are compared; null without a rate. */
  currency: string | null
  /** Whether a PIN protects the rules here: then nothing from elsewhere makes one looser. */
  hasPin: boolean
}

/** The rule here after a word about it (null deletes it); null if there is none then. The same object if nothing changes. */
export function ruleAfter(
  stored: StoredRule | null,
  word: RuleWord | null,
  { at, calendar, currency, hasPin }: RuleTerms,
): StoredRule | null {
  if (stored === null) {
    if (word === null || isRuleOver({ value: word }, at)) return null
    return { id: word.rule.id, createdAt: word.createdAt, rule: word.rule, next: null, heals: null }
  }
  if (isMoved(stored.rule, word?.rule)) return stored
  const wanted = ruleWord(stored)
  const isThere = same(wanted?.rule ?? null, word?.rule ?? null)
  const before = { ...stored, rule: inCurrency(stored.rule, currency) }
  if (hasPin && !isThere && loosens(before.rule, word?.rule ?? null, calendar.dayStartHour)) return stored
  const after = isThere ? stored : changed(before, word?.rule ?? null, at, calendar)
  const isToStay = word?.isKept && after?.heals && same(after.rule, word.rule)
  return isToStay && !hasPin ? confirmed(after) : after
}
