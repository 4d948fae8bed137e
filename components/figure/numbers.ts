/** Formats numbers for columns and fields that show the currency separately. */
import { minorDigits } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { decimal, plainAmount, signOf, unpadded } from './format'
import { dateFormat, displayNames, numberFormat } from './intl'

const partOf = (type: Intl.NumberFormatPartTypes, format: Intl.NumberFormat): string | undefined =>
  format.formatToParts(1.1).find((part) => part.type === type)?.value

export const decimalSeparator = (): string => partOf('decimal', numberFormat({})) ?? '.'

/** The decimal separator as spreadsheets know it. */
export const decimalMark = (): '.' | ',' => (decimalSeparator() === '.' ? '.' : ',')

/** `€`, or `CHF` if there is no sign. */
export const currencySign = (currency: string): string =>
  partOf('currency', numberFormat({ style: 'currency', currency })) ?? currency

export const currencyName = (currency: string): string =>
  displayNames({ type: 'currency' }).of(currency) ?? currency

export const signedPlainAmount = (amountMinor: number, currency: string): string =>
  signOf(amountMinor) + plainAmount(Math.abs(amountMinor), currency)

/** `1031,05`, as the initial value of a field. */
export function typedAmount(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  return numberFormat({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(Number(decimal(amountMinor, currency)))
}

/** The dollars that people write with one letter. `N$` and `B$` are each of two currencies. */
const ONE_LETTER_DOLLARS = new Set(['AUD', 'CAD', 'SGD'])

/** All signs of a currency that people type beside an amount: its code, `CA$`, `C$` and `$`. */
export function currencySigns(currency: string): string[] {
  const narrow =
    partOf('currency', numberFormat({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' })) ??
    currency
  const dollars = [2, ...(ONE_LETTER_DOLLARS.has(currency) ? [1] : [])].map(
    (letters) => `${currency.slice(0, letters)}$`,
  )
  return [currency, currencySign(currency), narrow, ...(narrow === '$' ? dollars : [])]
}

/** A time of day with a space that does not break: not every browser puts one before AM and PM. */
export const unbroken = (time: string): string => unpadded(time).replaceAll(' ', '\u202f')

/** `04:00` or `4:00 AM`; 24 is the midnight that ends a day. */
export const hourOfDay = (hour: number): string =>
  hour === 24
    ? t('midnight')
    : unbroken(
        dateFormat({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
          new Date(Date.UTC(2024, 0, 1, hour)),
        ),
      )

/** `Monday` for 0. */
export const weekdayName = (weekday: number): string =>
  dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + weekday)))

/** `Mon` for 0. */
export const shortWeekday = (weekday: number): string =>
  dateFormat({ weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + weekday)))

/** `22 Nov` as the language writes it. */
export const dayAndMonth = (day: string): string =>
  dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))

/** `Sun 22 Nov` as the language writes it. */
export const dayWithWeekday = (day: string): string =>
  dateFormat({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))

/** `22 Nov 2026` as the language writes it. */
export const shortDay = (day: string): string =>
  dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
