import type { RulePreview } from '../../domain/firewall/firewall-status'
import type { Bound } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import { duration, money, whole } from '../figure/format'
import { lengthText } from './clock-words'

/** How much of an allowance is used: `52 min of 40 min`; null if nothing is, or if the rule has no allowance. */
export function usedText(
  bound: Bound,
  { used, allowed }: Pick<RulePreview, 'used' | 'allowed'>,
): string | null {
  if (allowed === null) return null
  if (bound.type === 'time' && used.ms > 0) return t('firewall_of', duration(used.ms), lengthText(allowed))
  if (bound.type === 'money' && used.amountMinor)
    return t(
      'firewall_of',
      money(Math.round(used.amountMinor), bound.currency),
      money(allowed, bound.currency),
    )
  if (bound.type === 'opens' && used.opens > 0) return t('firewall_of', whole(used.opens), whole(allowed))
  return null
}
