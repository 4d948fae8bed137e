import type { StatementFacts } from '../../domain/issued-statement'
import type { Rate } from '../../domain/valuation'
import { t } from '../../platform/i18n'
import { money } from '../format'
import { shortDay } from '../numbers'
import { hourTypesText } from '../rate/hour-types-text'

/** `€25.00 an hour (work 100 % · free 60 % · night 40 %)` */
function priceText({ amountMinor, currency, hourTypes }: Rate): string {
  const price = t('price_an_hour', money(amountMinor, currency))
  return hourTypes ? `${price} (${hourTypesText(hourTypes)})` : price
}

/** What an hour cost in the period, in a sentence; empty without a rate. */
export function rateText({ rates }: Pick<StatementFacts, 'rates'>): string {
  const [first, ...later] = rates
  if (!first) return ''
  const prices = later.map((rate) => `${t('from_day', shortDay(rate.from))}: ${priceText(rate)}`)
  return t('statement_rate', [priceText(first), ...prices].join(', '))
}
