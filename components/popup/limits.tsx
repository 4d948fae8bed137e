import type { FirewallStatus, RuleStatus } from '../../domain/firewall'
import { DAY_MS, MINUTE_MS } from '../../domain/local-time'
import type { SurfaceProfile } from '../../domain/surface-book'
import { t } from '../../platform/i18n'
import { duration, timeOfDay, timeOfWeek } from '../format'
import { tn } from '../plural'
import { boundText, type NameOf, targetsText } from '../rule/rule-sentence'
import { targetName } from '../rule/target-name'

/** As many as leave room for where the time went. */
const AT_MOST = 3

/** What is left, rounded up: nobody has 0 min left of a page that is open. */
const minutesBegun = (ms: number): string => duration(Math.ceil(ms / MINUTE_MS) * MINUTE_MS)

function standingOf(status: RuleStatus, now: number): string {
  const { passUntil, isSpent, opensAt, leftMs, closesAt, rule, allowed, used } = status
  if (passUntil !== null) return t('limit_pass', timeOfDay(passUntil))
  if (isSpent && rule.strictness === 'notice') return t('limit_used_up')
  if (isSpent && rule.strictness === 'pause') return t('limit_pause')
  if (isSpent && opensAt === null) return t('limit_closed')
  if (isSpent && opensAt !== null)
    return t('limit_closed_until', (opensAt - now < DAY_MS ? timeOfDay : timeOfWeek)(opensAt))
  if (leftMs !== null) return t('limit_left', minutesBegun(leftMs))
  if (rule.bound.type === 'opens' && allowed !== null) return tn('limit_opens_left', allowed - used.opens)
  return closesAt === null ? '' : t('limit_in', minutesBegun(Math.max(0, closesAt - now)))
}

/** How much of it is used, 0 to 1; null where it is not used but closes by the clock. */
function usedShare({ rule: { bound }, used, allowed, leftMs }: RuleStatus): number | null {
  if (!allowed) return null
  const part = {
    time: 1 - (leftMs ?? 0) / (allowed * MINUTE_MS),
    sessions: 1 - (leftMs ?? 0) / (allowed * MINUTE_MS),
    money: (used.amountMinor ?? 0) / allowed,
    opens: used.opens / allowed,
    hours: null,
    cutoff: null,
  }[bound.type]
  return part === null ? null : Math.min(1, Math.max(0, part))
}

/** The rule without what follows it: there is little room. */
const words = ({ rule, isSpent, closesAt }: RuleStatus, nameOf: NameOf): string => {
  const targets = targetsText(rule, nameOf)
  const isToCome = rule.bound.type === 'cutoff' && !isSpent && closesAt !== null
  return isToCome
    ? t('limit_until', targets, timeOfDay(closesAt))
    : t('limit_rule', targets, boundText(rule.bound, null))
}

/** When it will matter: what ends soonest first, what is closed last. */
const urgency = ({ isSpent, leftMs, closesAt }: RuleStatus, now: number): number =>
  isSpent ? Infinity : (leftMs ?? (closesAt === null ? Number.MAX_VALUE : closesAt - now))

const colourOf = ({ rule: { targets } }: RuleStatus): string => {
  const [target] = targets
  return target?.type === 'kind' && targets.length === 1 ? `var(--kind-${target.kind})` : 'var(--ink)'
}

interface Props {
  status: FirewallStatus
  now: number
  profileOf: (surface: string) => SurfaceProfile
}

/** What is left of each rule that concerns today. */
export function Limits({ status, now, profileOf }: Props) {
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
              <span>{words(rule, nameOf)}</span>
              <span class="number">{standingOf(rule, now)}</span>
            </span>
            {share !== null && (
              <span class="share" aria-hidden="true">
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
