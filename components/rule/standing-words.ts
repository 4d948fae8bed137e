/** The state of a rule, in a few words and as values for a bar. */
import type { RuleStatus } from '../../domain/firewall/firewall-status'
import { DAY_MS, MINUTE_MS } from '../../domain/time/local-time'
import { isHours } from '../../domain/firewall/hours'
import type { Rule } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import { timeOfDay, timeOfWeek } from '../figure/format'
import { tn } from '../figure/plural'
import { lengthText } from './clock-words'
import { type NameOf, namesOf } from './rule-sentence'

/** What is left, rounded up: an open page never has 0 min left. */
export const minutesBegun = (ms: number): string => lengthText(Math.max(1, Math.ceil(ms / MINUTE_MS)))

/** `closes in 12 min`; other words for a notice, which closes nothing. */
export const closesWords = ({ strictness }: Rule, ms: number): string =>
  t(strictness === 'notice' ? 'limit_notice_in' : 'limit_in', minutesBegun(ms))

/** What has to come first and is still missing, as the two values of a message: `14 min` and `Learning`. */
export const comesFirstWords = (
  { rule: { after }, missingMs = 0 }: Pick<RuleStatus, 'rule' | 'missingMs'>,
  nameOf: NameOf,
): [length: string, names: string] => [minutesBegun(missingMs), namesOf(after?.targets ?? [], nameOf)]

/** `12 min left`, `closed until 04:00`, `pass until 20:15`, `14 min of Learning to go`. */
export function standingWords(status: RuleStatus, now: number, nameOf: NameOf): string {
  const { passUntil, isSpent, opensAt, leftMs, closesAt, rule, allowed, used } = status
  if (passUntil !== null) return t('limit_pass', timeOfDay(passUntil))
  if (status.missingMs && opensAt === null) return t('limit_first', ...comesFirstWords(status, nameOf))
  if (isSpent && rule.strictness === 'notice')
    return isHours(rule.bound) && opensAt !== null
      ? t('limit_notice_until', timeOfDay(opensAt))
      : t('limit_used_up')
  if (isSpent && rule.strictness === 'pause') return t('limit_pause')
  if (isSpent && opensAt === null) return t('limit_closed')
  if (isSpent && opensAt !== null) {
    const until = (opensAt - now < DAY_MS ? timeOfDay : timeOfWeek)(opensAt)
    // The last allowed visit may still be going on, so the words do not say "closed".
    return t(rule.bound.type === 'opens' ? 'limit_no_opens' : 'limit_closed_until', until)
  }
  if (leftMs !== null) return t('limit_left', minutesBegun(leftMs))
  if (rule.bound.type === 'opens' && allowed !== null) return tn('limit_opens_left', allowed - used.opens)
  return closesAt === null ? '' : closesWords(rule, closesAt - now)
}

/** The used share of a rule, 0 to 1; null if it has no allowance or closes by the clock. */
export function usedShare({ rule: { bound }, used, allowed, leftMs }: RuleStatus): number | null {
  if (!allowed) return null
  const part = {
    time: 1 - (leftMs ?? 0) / (allowed * MINUTE_MS),
    sessions: 1 - (leftMs ?? 0) / (allowed * MINUTE_MS),
    money: (used.amountMinor ?? 0) / allowed,
    opens: used.opens / allowed,
    hours: null,
    cutoff: null,
    focus: null,
  }[bound.type]
  return part === null ? null : Math.min(1, Math.max(0, part))
}

/** The colour of the kind, if the rule has a single kind as its target. */
export const colourOf = ({ rule: { targets } }: RuleStatus): string => {
  const [target] = targets
  return target?.type === 'kind' && targets.length === 1 ? `var(--kind-${target.kind})` : 'var(--ink)'
}
