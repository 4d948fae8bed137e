import type { WallFacts } from '../../domain/firewall/firewall-status'
import { isFocus } from '../../domain/firewall/focus'
import { hasAllowance, toMs } from '../../domain/firewall/allowance'
import { DAY_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Amount, Time } from '../figure/figures'
import { duration, timeOfDay, timeOfWeek } from '../figure/format'
import { lengthText } from '../rule/clock-words'
import { type NameOf, namesOf } from '../rule/rule-sentence'

/** Less than this is not shown. */
const SECOND_MS = 1000

interface Props {
  facts: WallFacts
  /** What was used here and on which other devices; null if nothing was there. */
  where: string | null
  isHidden: boolean
  nameOf: NameOf
}

const instant = (at: number) => (
  <time dateTime={new Date(at).toISOString()}>
    {at - Date.now() < DAY_MS ? timeOfDay(at) : timeOfWeek(at)}
  </time>
)

/** What was used, in time and money, how much of what comes first was done, and when the page opens again. */
export function WallFactsList({ facts, where, isHidden, nameOf }: Props) {
  const { rule, used, opensAt, isOpen, missingMs } = facts
  const { after } = rule
  const isWeek = hasAllowance(rule.bound) && rule.bound.allowance.per === 'week'
  const { amountMinor, currency } = used
  const hasMoney = !isHidden && currency !== null && amountMinor !== null
  return (
    <dl class="wall-facts">
      {used.ms >= SECOND_MS && !isFocus(rule.bound) && (
        <div>
          <dt>{t(isWeek ? 'wall_used_week' : 'wall_used_day')}</dt>
          <dd>
            <Time ms={used.ms} />
            {hasMoney && ' · '}
            {hasMoney && <Amount minor={Math.round(amountMinor)} currency={currency} />}
          </dd>
          {where && <dd class="soft where">{where}</dd>}
        </div>
      )}
      {!isOpen && after && missingMs && (
        <div>
          <dt>{namesOf(after.targets, nameOf)}</dt>
          <dd>{t('firewall_of', duration(toMs(after.minutes) - missingMs), lengthText(after.minutes))}</dd>
        </div>
      )}
      {!isOpen && rule.strictness !== 'pause' && !(missingMs && opensAt === null) && (
        <div>
          <dt>
            {t(isFocus(rule.bound) && opensAt !== rule.bound.endsAt ? 'focus_next_break' : 'wall_opens')}
          </dt>
          <dd>
            {opensAt !== null ? (
              instant(opensAt)
            ) : (
              <a href="/dashboard.html#/firewall">{t('wall_opens_never')}</a>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}
