import type { FirewallStatus, RuleStatus } from '../../domain/firewall/firewall-status'
import { type FocusBound, focusAt, isFocus } from '../../domain/firewall/focus'
import { urgentRules } from '../../domain/firewall/rule-order'
import type { Goal } from '../../domain/statement/commitment-progress'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { listed, timeOfDay } from '../figure/format'
import { tn } from '../figure/plural'
import { type NameOf, shortLimit, targetsText } from '../rule/rule-sentence'
import { goalStanding } from '../promise/goal-words'
import { lengthText } from '../rule/clock-words'

import { colourOf, minutesBegun, standingWords, usedShare } from '../rule/standing-words'
import { targetName } from '../rule/target-name'
import { ShareLine } from './share-line'

/** More lines would leave too little room for the list of surfaces. A goal takes the last one. */
const AT_MOST = 3

/** A cutoff of this evening, which says when it closes rather than from when to when. */
const closingOf = ({ rule, isSpent, passUntil, closesAt }: RuleStatus): number | null =>
  rule.bound.type === 'cutoff' && !isSpent && passUntil === null ? closesAt : null

/** `: 2 h a day`, what follows the name. The name comes first in every language, so that it alone gives way. */
function boundWords(status: RuleStatus, nameOf: NameOf, isMoneyHidden: boolean): string {
  const closing = closingOf(status)
  return closing === null
    ? t('limit_rule', '', shortLimit(status.rule, nameOf, isMoneyHidden))
    : t('limit_until', '', timeOfDay(closing))
}

/** `13 min left`; for a cutoff only how soon, because its name says the rest. */
function standing(status: RuleStatus, now: number, nameOf: NameOf): string {
  const closing = closingOf(status)
  return closing === null ? standingWords(status, now, nameOf) : t('limit_soon', minutesBegun(closing - now))
}

/** A goal of this week: the same line, filled as it is met. */
const GoalLine = ({ goal: { id, kind, minutes, leftMs, share } }: { goal: Goal }) => {
  const [name, bound] = [t(`kind_${kind}`), t('promise_least_of', '', lengthText(minutes))]
  return (
    <li data-goal={id}>
      <span class="line">
        <span class="what" title={name + bound}>
          <span class="name">{name}</span>
          <span>{bound}</span>
        </span>
        <span class={`number ${leftMs > 0 ? '' : 'soft'}`}>{goalStanding(leftMs)}</span>
      </span>
      <ShareLine share={share} colour={`var(--kind-${kind})`} />
    </li>
  )
}

/** `32 min left` of a focus hour; in a break, how long that is; with a pass, until when it holds. */
function focusStanding({ passUntil }: RuleStatus, bound: FocusBound, now: number): string {
  if (passUntil !== null) return t('limit_pass', timeOfDay(passUntil))
  const { isBreak, changesAt } = focusAt(bound, now)
  return isBreak
    ? t('focus_break_left', minutesBegun(changesAt - now))
    : t('limit_left', minutesBegun(bound.endsAt - now))
}

/** The words of a line, and how much of it is filled. */
function lineOf(status: RuleStatus, now: number, nameOf: NameOf, isMoneyHidden: boolean) {
  const { rule, isSpent } = status
  const { bound } = rule
  if (isFocus(bound))
    return {
      names: t('focus'),
      // What stays open may be long; the panel says it whole.
      whole: t('focus_only', listed(rule.except.map(nameOf))),
      bound: t('limit_until', '', timeOfDay(bound.endsAt)),
      left: focusStanding(status, bound, now),
      share: Math.min(1, Math.max(0, (now - bound.startedAt) / (bound.endsAt - bound.startedAt))),
    }
  const names = targetsText(rule, nameOf)
  return {
    names,
    whole: names,
    bound: boundWords(status, nameOf, isMoneyHidden),
    left: standing(status, now, nameOf),
    share: isSpent ? 1 : (usedShare(status) ?? 0),
  }
}

interface Props {
  status: FirewallStatus
  /** Those that are furthest from being met come first. */
  goals: readonly Goal[]
  now: number
  isMoneyHidden: boolean
  /** Whether the running focus hour is on show above. */
  isFocusShown: boolean
  profileOf: (surface: string) => SurfaceProfile
}

/** Whether a line would only say again what is above: a pass is not said there. */
const isSaidAbove = ({ rule, passUntil }: RuleStatus): boolean => isFocus(rule.bound) && passUntil === null

/**
 * What is left of the most urgent rules that concern today, and this week's goals: one line each, whose lower edge is
 * filled as it is used or met.
 */
export function Limits({ status, goals, now, isMoneyHidden, isFocusShown, profileOf }: Props) {
  const rules = isFocusShown ? status.rules.filter((one) => !isSaidAbove(one)) : status.rules
  const { all, first } = urgentRules(rules, now, AT_MOST - (goals.length > 0 ? 1 : 0))
  const shownGoals = goals.toSorted((a, b) => a.share - b.share).slice(0, AT_MOST - first.length)
  if (first.length + shownGoals.length === 0) return null
  const nameOf: NameOf = (target) => targetName(target, profileOf)
  const left = all.length - first.length
  return (
    <ul aria-label={t('limits')}>
      {first.map((rule) => {
        const { names, whole, bound, left: words, share } = lineOf(rule, now, nameOf, isMoneyHidden)
        return (
          <li key={rule.id} data-rule={rule.id}>
            <span class="line">
              <span class="what" title={whole + bound}>
                <span class="name">{names}</span>
                <span>{bound}</span>
              </span>
              <span class={`number ${rule.isSpent && !isFocus(rule.rule.bound) ? 'soft' : ''}`}>{words}</span>
            </span>
            <ShareLine share={share} colour={colourOf(rule)} />
          </li>
        )
      })}
      {shownGoals.map((goal) => (
        <GoalLine key={goal.id} goal={goal} />
      ))}
      {left > 0 && (
        <li class="more">
          <a class="small" href="/dashboard.html#/firewall" target="_blank">
            {tn('limits_more', left)}
          </a>
        </li>
      )}
    </ul>
  )
}
