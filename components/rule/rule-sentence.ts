/** A rule as a sentence: its pages, how much or when, and what happens then. */
import {
  type Allowance,
  type Bound,
  PAUSE_SECONDS,
  type Rule,
  type Strictness,
  type Target,
} from '../../domain/firewall/rule'
import type { RuleDraft } from '../../domain/firewall/rule-draft'
import type { LimitAmount } from '../../domain/firewall/name-with-amount'
import { t } from '../../platform/i18n'
import { listed, money, timeOfDay, whole } from '../figure/format'
import { tn } from '../figure/plural'
import { clockTime, isWholeDay, lengthText, pauseText, rangeText, weekText } from './clock-words'

export type NameOf = (target: Target) => string

/** So many exceptions are named; one more than that too, because the word for it is no shorter. */
const MOST_NAMED = 4

/** `Work, Learning and 3 more`. Sites that are named by their kind can have the same name. */
function named(some: readonly Target[], nameOf: NameOf, most: number): string {
  const names = [...new Set(some.map(nameOf))]
  return listed(
    names.length <= most + 1 ? names : [...names.slice(0, most), t('more_names', whole(names.length - most))],
  )
}

/** The names of targets: `Learning and Work`. */
export const namesOf = (targets: readonly Target[], nameOf: NameOf): string =>
  named(targets, nameOf, Infinity)

/** `Feeds and Video except LinkedIn`, `Everything but Work and Learning`. */
export function targetsText({ targets, except }: Pick<Rule, 'targets' | 'except'>, nameOf: NameOf): string {
  // Only a version of the past is about nothing.
  const all = targets.length === 0 ? t('rule_forgotten') : namesOf(targets, nameOf)
  if (except.length === 0) return all
  const isAll = targets.some(({ type }) => type === 'everything')
  return t(isAll ? 'rule_but' : 'rule_except', all, named(except, nameOf, MOST_NAMED))
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

/** An amount in the unit of a bound: `20 min`, `€5.00`, `3 visits`. */
export function amountText(bound: AllowingBound, amount: number): string {
  if (amount === 0) return t('rule_never')
  if (bound.type === 'time') return lengthText(amount)
  return bound.type === 'money' ? money(amount, bound.currency) : tn('rule_opens', amount)
}

/** An amount as it was typed: `20 min a day`. */
export function limitAmountText({ choice, amount }: LimitAmount): string {
  const isTime = choice === 'timeDay' || choice === 'timeWeek'
  const isDaily = choice === 'timeDay' || choice === 'opensDay'
  return t(isDaily ? 'rule_a_day' : 'rule_a_week', isTime ? lengthText(amount) : tn('rule_opens', amount))
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
  if (bound.type === 'focus') return t('rule_until', timeOfDay(bound.endsAt))
  return bound.type === 'hours' ? hoursText(bound) : allowanceText(bound)
}

/** Whether nothing but what comes first closes the pages. */
const isFree = (bound: Bound): boolean =>
  bound.type === 'hours' && bound.are === 'blocked' && bound.ranges.every((ranges) => ranges?.length === 0)

/** What has to come first: `only after 20 min of Learning`; null if nothing has. */
function afterText({ after, bound }: Rule, nameOf: NameOf): string | null {
  if (!after) return null
  const isElse = !isFree(bound) && (bound.type === 'cutoff' || bound.type === 'hours')
  return t(
    isElse ? 'rule_after_else' : 'rule_after',
    lengthText(after.minutes),
    namesOf(after.targets, nameOf),
  )
}

/** How much, or when; if it is only after something else, that. */
export const shortLimit = (rule: Rule, nameOf: NameOf, isMoneyHidden = false): string =>
  (isFree(rule.bound) && afterText(rule, nameOf)) || boundText(rule.bound, isMoneyHidden)

/** All that limits the pages: `30 min a day plus what was left the day before, only after 20 min of Learning`. */
function limitText(rule: Rule, nameOf: NameOf, isMoneyHidden: boolean): string {
  const after = afterText(rule, nameOf)
  if (isFree(rule.bound) && after) return after
  const bound = boundText(rule.bound, isMoneyHidden)
  const own = rule.carriesOver ? t('rule_carries', bound) : bound
  return after === null ? own : `${own}, ${after}`
}

const strictnessWords = (isOpen: boolean, strictness: Strictness, pause: string): string =>
  isOpen ? t(`rule_then_${strictness}`, pause) : t(`rule_with_${strictness}`, pause)

/** What happens when it is used up, or while it is closed. */
export const strictnessText = ({
  bound,
  strictness,
  pauseSeconds,
}: Pick<Rule, 'bound' | 'strictness' | 'pauseSeconds'>): string =>
  strictnessWords(isOpenFirst(bound), strictness, pauseText(pauseSeconds))

/** The same for a rule that is being formed, with a strictness that it could have. */
export function draftStrictness({ type, are, pauseSeconds }: RuleDraft, strictness: Strictness): string {
  const isOpen = type === 'hours' ? are === 'allowed' : ['time', 'money', 'opens'].includes(type)
  const seconds = Number(pauseSeconds)
  return strictnessWords(isOpen, strictness, pauseText(seconds > 0 ? seconds : PAUSE_SECONDS.usual))
}

/** `Feeds: 40 min a day, then the wall`. */
export function ruleSentence(rule: Rule, nameOf: NameOf, isMoneyHidden = false): string {
  const targets = targetsText(rule, nameOf)
  return rule.strictness === 'pause' && isEveryVisit(rule.bound)
    ? t('rule_entry', targets, pauseText(rule.pauseSeconds))
    : t('rule_sentence', targets, limitText(rule, nameOf, isMoneyHidden), strictnessText(rule))
}
