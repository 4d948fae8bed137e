import type { StatementFacts } from '../../domain/statement/issued-statement'
import type { Rate } from '../../domain/value/hour-price'
import { t } from '../../platform/i18n'
import { money } from '../figure/format'
import { tn } from '../figure/plural'
import { shortDay } from '../figure/numbers'
import { hourTypesText } from '../rate/hour-types-text'

/** `€25.00 an hour (work 100 % · free 60 % · night 40 %)` */
function priceText({ amountMinor, currency, hourTypes }: Rate): string {
  const price = t('price_an_hour', money(amountMinor, currency))
  return hourTypes ? `${price} (${hourTypesText(hourTypes)})` : price
}

/** The hourly rates of the period in a sentence; empty without a rate. */
export function rateText({ rates, stated: { period } }: Pick<StatementFacts, 'rates' | 'stated'>): string {
  if (rates.length === 0) return ''
  const prices = rates.map((rate) => {
    const price = priceText(rate)
    return rate.from <= period.first ? price : `${t('from_day', shortDay(rate.from))}: ${price}`
  })
  return t('statement_rate', prices.join(', '))
}

/** The same where there is little room: many rates as their number and range, without hour types. */
export function ratesShortly({ rates }: Pick<StatementFacts, 'rates'>): string {
  const ascending = rates.toSorted((a, b) => a.amountMinor - b.amountMinor)
  const [lowest, highest] = [ascending[0], ascending.at(-1)]
  if (!lowest || !highest) return ''
  const [least, most] = [lowest, highest].map(({ amountMinor, currency }) => money(amountMinor, currency))
  return lowest.amountMinor === highest.amountMinor
    ? t('statement_rate', t('price_an_hour', least as string))
    : tn('statement_rates', rates.length, least as string, most as string)
}
