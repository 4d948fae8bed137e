import { HOUR_MS, MINUTE_MS } from '../domain/local-time'
import { minorDigits } from '../domain/valuation'
import { locale } from '../platform/i18n'
import { dateFormat, numberFormat } from './intl'

const NARROW_SPACE = '\u202f'
export const MINUS = '\u2212'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

export const whole = (value: number): string => numberFormat({}).format(value)

/** `3 h 42 min`, `42 min`, `38 s`. */
export function duration(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return `${whole(Math.floor(ms / 1000))}${NARROW_SPACE}s`
  const hours = Math.floor(minutes / 60)
  const rest = `${whole(minutes % 60)}${NARROW_SPACE}min`
  return hours > 0 ? `${whole(hours)}${NARROW_SPACE}h ${rest}` : rest
}

/** `1:22`, hours and minutes in a column. */
export const clockDuration = (ms: number): string =>
  `${Math.floor(ms / HOUR_MS)}:${twoDigits(Math.floor(ms / MINUTE_MS) % 60)}`

/** For machines: `PT3725S`. */
export const isoDuration = (ms: number): string => `PT${Math.floor(ms / 1000)}S`

/** Minor units as a decimal number for machines: `31.05`. */
export const decimal = (amountMinor: number, currency: string): string => {
  const digits = minorDigits(currency)
  return (amountMinor / 10 ** digits).toFixed(digits)
}

/** `31,05 €` or `€31.05`; never negative, see `signedMoney`. */
export function money(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  return numberFormat({
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(decimal(amountMinor, currency)))
}

/** With its sign in words of typography: a true minus, a plus, ± for zero. */
export function signedMoney(amountMinor: number, currency: string): string {
  const sign = amountMinor < 0 ? MINUS : amountMinor > 0 ? '+' : '±'
  return `${sign}${money(Math.abs(amountMinor), currency)}`
}

/** An amount in a handful of characters, for the badge: `4.2`, `105`, `1.2K`. */
export const shortAmount = (amountMinor: number, digits: number): string =>
  numberFormat({ notation: 'compact' }).format(amountMinor / 10 ** digits)

/** `Sunday 22 November` as the language writes it. A day is a date without a time zone. */
export const longDay = (day: string): string =>
  dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))

/** The local time of day, `22:30`. A format keeps its time zone, a journey does not: this one is made anew. */
export const timeOfDay = (epochMs: number): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(epochMs)

/** The same with its day, `Tuesday 4:00 AM`. */
export const timeOfWeek = (epochMs: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(epochMs)
