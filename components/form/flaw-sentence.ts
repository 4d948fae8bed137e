/** What is wrong with a typed number, and what to do about it. */
import { type AmountFlaw, MAX_AMOUNT, type NumberFlaw, type NumberRange } from '../../domain/value/amount'
import { minorDigits } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { tn } from '../figure/plural'
import { money, whole } from '../figure/format'
import { currencyName, typedAmount } from '../figure/numbers'

export function amountSentence(flaw: AmountFlaw, currency: string): string {
  const digits = minorDigits(currency)
  const example = typedAmount(25 * 10 ** digits, currency)
  if (flaw === 'tooLarge') return t('amount_tooLarge', money(MAX_AMOUNT * 10 ** digits, currency))
  if (flaw === 'otherCurrency') return t('amount_otherCurrency', currency)
  if (flaw !== 'tooManyDecimals') return t(`amount_${flaw}`, example)
  return digits === 0
    ? t('amount_noDecimals', currencyName(currency))
    : tn('amount_decimals', digits, currencyName(currency))
}

export function numberSentence(flaw: NumberFlaw, { digits, min, max }: NumberRange): string {
  if (digits === 0) return t('number_between', whole(min), whole(max))
  return flaw === 'tooManyDecimals'
    ? t('number_decimals', whole(min), whole(max), whole(digits))
    : t('number_from_to', whole(min), whole(max))
}
