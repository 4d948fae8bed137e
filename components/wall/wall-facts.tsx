import type { WallFacts } from '../../domain/firewall/firewall-status'
import { hasAllowance } from '../../domain/firewall/allowance'
import { DAY_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Amount, Time } from '../figure/figures'
import { timeOfDay, timeOfWeek } from '../figure/format'

/** Less than this is not shown. */
const SECOND_MS = 1000

interface Props {
  facts: WallFacts
  isHidden: boolean
}

const instant = (at: number) => (
  <time dateTime={new Date(at).toISOString()}>
    {at - Date.now() < DAY_MS ? timeOfDay(at) : timeOfWeek(at)}
  </time>
)

/** What was used, in time and money, and when the page opens again. */
export function WallFactsList({ facts: { rule, used, opensAt, isOpen }, isHidden }: Props) {
  const isWeek = hasAllowance(rule.bound) && rule.bound.allowance.per === 'week'
  const { amountMinor, currency } = used
  const hasMoney = !isHidden && currency !== null && amountMinor !== null
  return (
    <dl class="wall-facts">
      {used.ms >= SECOND_MS && (
        <div>
          <dt>{t(isWeek ? 'wall_used_week' : 'wall_used_day')}</dt>
          <dd>
            <Time ms={used.ms} />
            {hasMoney && ' · '}
            {hasMoney && <Amount minor={Math.round(amountMinor)} currency={currency} />}
          </dd>
        </div>
      )}
      {!isOpen && rule.strictness !== 'pause' && (
        <div>
          <dt>{t('wall_opens')}</dt>
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
