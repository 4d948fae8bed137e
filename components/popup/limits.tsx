import type { FirewallStatus, RuleStatus } from '../../domain/firewall/firewall-status'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { timeOfDay } from '../figure/format'
import { boundText, type NameOf, targetsText } from '../rule/rule-sentence'
import { standingWords, usedShare, colourOf } from '../rule/standing-words'
import { targetName } from '../rule/target-name'

/** More rules would leave too little room for the list of surfaces. */
const AT_MOST = 3

/** The rule without its strictness, because there is little room. */
const words = ({ rule, isSpent, closesAt }: RuleStatus, nameOf: NameOf, isMoneyHidden: boolean): string => {
  const targets = targetsText(rule, nameOf)
  const isToCome = rule.bound.type === 'cutoff' && !isSpent && closesAt !== null
  return isToCome
    ? t('limit_until', targets, timeOfDay(closesAt))
    : t('limit_rule', targets, boundText(rule.bound, isMoneyHidden))
}

/** The order of rules: those that end soonest first, closed ones last. */
const urgency = ({ isSpent, leftMs, closesAt }: RuleStatus, now: number): number =>
  isSpent ? Infinity : (leftMs ?? (closesAt === null ? Number.MAX_VALUE : closesAt - now))

interface Props {
  status: FirewallStatus
  now: number
  isMoneyHidden: boolean
  profileOf: (surface: string) => SurfaceProfile
}

/** What is left of the most urgent rules that concern today. */
export function Limits({ status, now, isMoneyHidden, profileOf }: Props) {
  const all = status.rules.filter(({ rule, concernsToday }) => rule.isOn && concernsToday)
  const rules = all.toSorted((a, b) => urgency(a, now) - urgency(b, now) || 0).slice(0, AT_MOST)
  if (rules.length === 0) return null
  const nameOf: NameOf = (target) => targetName(target, profileOf)
  return (
    <ul aria-label={t('limits')}>
      {rules.map((rule) => {
        const share = usedShare(rule)
        return (
          <li key={rule.id}>
            <span class="line">
              <span>{words(rule, nameOf, isMoneyHidden)}</span>
              <span class="number">{standingWords(rule, now)}</span>
            </span>
            {share !== null && (
              <span class="share-bar" aria-hidden="true">
                <span style={{ inlineSize: `${100 * share}%`, backgroundColor: colourOf(rule) }} />
              </span>
            )}
          </li>
        )
      })}
      {all.length > AT_MOST && (
        <li>
          <a class="small" href="/dashboard.html#/firewall" target="_blank">
            {t('limit_all')}
          </a>
        </li>
      )}
    </ul>
  )
}
