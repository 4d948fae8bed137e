/** A rule as a sentence: its pages, how much or when, and what happens then. */
import type { Allowance, Bound, Rule, Target } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import { listed, money } from '../figure/format'
import { tn } from '../figure/plural'
import { clockTime, isWholeDay, lengthText, rangeText, weekText } from './clock-words'

export type NameOf = (target: Target) => string

/** `Feeds and Video, except LinkedIn`. */
export function targetsText({ targets, except }: Pick<Rule, 'targets' | 'except'>, nameOf: NameOf): string {
  const names = listed(targets.map(nameOf))
  return except.length === 0 ? names : t('rule_except', names, listed(except.map(nameOf)))
}

const isNothing = ({ of }: Allowance): boolean =>
  typeof of === 'number' ? of === 0 : of.every((amount) => amount === 0)

const isEveryVisit = (bound: Bound): boolean =>
  bound.type === 'hours' &&
  bound.are === 'blocked' &&
  bound.ranges.every((ranges) => ranges?.some(isWholeDay))

/** Whether the pages are open first, so that the sentence says what happens "then". */
const isOpenFirst = (bound: Bound): boolean =>
  bound.type === 'hours' ? bound.are === 'allowed' : 'allowance' in bound && !isNothing(bound.allowance)

type AllowingBound = Extract<Bound, { allowance: Allowance }>

function amountText(bound: AllowingBound, amount: number): string {
  if (amount === 0) return t('rule_never')
  if (bound.type === 'time') return lengthText(amount)
  return bound.type === 'money' ? money(amount, bound.currency) : tn('rule_opens', amount)
}

function allowanceText(bound: AllowingBound): string {
  const { allowance } = bound
  if (isNothing(allowance)) return t('rule_never')
  if (allowance.per === 'week') return t('rule_a_week', amountText(bound, allowance.of))
  return t(
    'rule_a_day',
    weekText(allowance.of, (amount) => amountText(bound, amount)),
  )
}

function hoursText(bound: Bound & { type: 'hours' }): string {
  if (isEveryVisit(bound)) return t('rule_always')
  if (bound.are === 'allowed' && bound.ranges.every((ranges) => ranges?.length === 0)) return t('rule_never')
  const hours = weekText(bound.ranges, (ranges) =>
    ranges.length === 0 ? t('rule_never') : ranges.map(rangeText).join(', '),
  )
  return t(bound.are === 'allowed' ? 'rule_only' : 'rule_closed', hours)
}

/** How much, or when: `40 min a day`. Amounts of money may be hidden. */
export function boundText(bound: Bound, isMoneyHidden = false): string {
  if (bound.type === 'money' && isMoneyHidden) return t('rule_money_hidden')
  if (bound.type === 'sessions')
    return t('rule_sessions', lengthText(bound.minutes), lengthText(bound.breakMinutes))
  if (bound.type === 'cutoff') {
    const isAlike = new Set(bound.evenings).size === 1
    const words = isAlike ? 'rule_cutoff' : 'rule_cutoff_by_day'
    return t(words, weekText(bound.evenings, clockTime), clockTime(bound.morning))
  }
  return bound.type === 'hours' ? hoursText(bound) : allowanceText(bound)
}

/** What happens when it is used up, or while it is closed. */
export const strictnessText = ({
  bound,
  strictness,
  pauseSeconds,
}: Pick<Rule, 'bound' | 'strictness' | 'pauseSeconds'>): string =>
  isOpenFirst(bound) ? t(`rule_then_${strictness}`, pauseSeconds) : t(`rule_with_${strictness}`, pauseSeconds)

/** `Feeds: 40 min a day, then the wall`. */
export function ruleSentence(rule: Rule, nameOf: NameOf, isMoneyHidden = false): string {
  const targets = targetsText(rule, nameOf)
  return rule.strictness === 'pause' && isEveryVisit(rule.bound)
    ? t('rule_entry', targets, rule.pauseSeconds)
    : t('rule_sentence', targets, boundText(rule.bound, isMoneyHidden), strictnessText(rule))
}
