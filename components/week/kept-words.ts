/** How rules were kept, in words. */
import { hasAllowance } from '../../domain/firewall/allowance'
import type { LimitsKept, KeptRule } from '../../domain/statement/limits-kept'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, money } from '../figure/format'
import { tn } from '../figure/plural'

/** `kept on 5 of 7 days, 25 min past the end`. */
export function keptWords({ rule, kept, of, pastMs }: KeptRule): string {
  const isByWeek = hasAllowance(rule.bound) && rule.bound.allowance.per === 'week'
  const words = isByWeek ? t(kept === of ? 'kept_week' : 'not_kept_week') : tn('kept_days', of, kept)
  return pastMs >= MINUTE_MS ? `${words}, ${t('kept_past', duration(pastMs))}` : words
}

/** How many passes were taken and what they cost together; empty if there were no passes and no rules. */
export function passesWords({ rules, passes }: LimitsKept, isMoneyHidden: boolean): string {
  const { count, priced, priceMinor, currency, others = [] } = passes
  if (count === 0 && rules.length === 0) return ''
  const words = tn('statement_passes', count)
  if (priced === 0 || currency === null || isMoneyHidden) return words
  const price = [{ priceMinor, currency }, ...others]
    .map((one) => money(one.priceMinor, one.currency ?? currency))
    .join(' + ')
  return priced === count ? `${words}, ${price}` : `${words}, ${t('statement_passes_priced', price)}`
}
