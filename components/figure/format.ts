import { HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { minorDigits } from '../../domain/value/minor-units'
import { locale } from '../../platform/i18n'
import { dateFormat, numberFormat } from './intl'

const NARROW_SPACE = '\u202f'
const UNBROKEN_SPACE = '\u00a0'
const WORD_JOINER = '\u2060'
export const MINUS = '\u2212'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `YouTube, TikTok and Reddit`, in the order given. */
export const listed = (words: readonly string[]): string => new Intl.ListFormat(locale()).format(words)

/** `YouTube, TikTok or Reddit`. */
export const listedOr = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words)

export const whole = (value: number): string => numberFormat({}).format(value)

/** `50 %` from whole percents. */
export const percent = (value: number): string => numberFormat({ style: 'percent' }).format(value / 100)

/** `3 h 42 min`, `42 min`, `38 s`; a line never ends within it. */
export function duration(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return `${whole(Math.floor(ms / 1000))}${NARROW_SPACE}s`
  const hours = Math.floor(minutes / 60)
  const rest = `${whole(minutes % 60)}${NARROW_SPACE}min`
  return hours > 0 ? `${whole(hours)}${NARROW_SPACE}h${UNBROKEN_SPACE}${rest}` : rest
}

const clock = (ms: number): string =>
  `${Math.floor(ms / HOUR_MS)}:${twoDigits(Math.floor(ms / MINUTE_MS) % 60)}`

const inWords = (value: number, unit: 'hour' | 'minute' | 'second'): string =>
  numberFormat({ style: 'unit', unit, unitDisplay: 'long' }).format(value)

/** `1 hour 22 minutes`, as it is said aloud; `42 seconds` below a minute. */
export function spokenDuration(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return inWords(Math.floor(ms / 1000), 'second')
  const hours = Math.floor(minutes / 60)
  const rest = hours === 0 || minutes % 60 > 0 ? [inWords(minutes % 60, 'minute')] : []
  return [...(hours > 0 ? [inWords(hours, 'hour')] : []), ...rest].join(' ')
}

/** `1:22`, hours and minutes in a column; `42 s` below a minute. */
export const columnDuration = (ms: number): string => (ms < MINUTE_MS ? duration(ms) : clock(ms))

/** The same in four characters, the room on a badge: `<1m`, `1:22`, `10h`. */
export function shortDuration(ms: number): string {
  if (ms < MINUTE_MS) return '<1m'
  return ms < 10 * HOUR_MS ? clock(ms) : `${Math.floor(ms / HOUR_MS)}h`
}

/** For machines: `PT3725S`. */
export const isoDuration = (ms: number): string => `PT${Math.floor(ms / 1000)}S`

/** Minor units as a decimal number for machines: `31.05`. */
export const decimal = (amountMinor: number, currency: string): string => {
  const digits = minorDigits(currency)
  return (amountMinor / 10 ** digits).toFixed(digits)
}

/** `1.031,05`, for a column whose head names the currency. */
export function plainAmount(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  return numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Number(decimal(amountMinor, currency)),
  )
}

const affixes = new Map<string, readonly [before: string, after: string]>()

/** What stands before and after an amount in a currency: its sign and the space between them. */
function affixesOf(currency: string): readonly [before: string, after: string] {
  const known = affixes.get(currency)
  if (known) return known
  const parts = numberFormat({ style: 'currency', currency, maximumFractionDigits: 0 }).formatToParts(0)
  const at = parts.findIndex(({ type }) => type === 'integer')
  const text = (some: readonly Intl.NumberFormatPart[]) => some.map(({ value }) => value).join('')
  const found = [text(parts.slice(0, at)), text(parts.slice(at + 1))] as const
  affixes.set(currency, found)
  return found
}

/**
 * `31,05 €` or `€31.05`; never negative, see `signedMoney`. The number is written as without a currency: in some
 * regions, such as English in Germany, `Intl` swaps point and comma for money.
 */
export const money = (amountMinor: number, currency: string): string =>
  affixesOf(currency).join(plainAmount(amountMinor, currency))

/** The typographic sign: a true minus, a plus, or both for zero. */
export const signOf = (amountMinor: number): string => (amountMinor < 0 ? MINUS : amountMinor > 0 ? '+' : '±')

/** A sign and its figure, which stay on one line: between a sign and a digit no line ends, but before `€5` it may. */
export const signed = (sign: string, figure: string): string =>
  sign + (/^\p{Nd}/u.test(figure) ? '' : WORD_JOINER) + figure

export const signedMoney = (amountMinor: number, currency: string): string =>
  signed(signOf(amountMinor), money(Math.abs(amountMinor), currency))

/** An amount in four characters, the room on a badge, in every language: `4.2`, `105`, `1.2K`. */
export function shortAmount(amountMinor: number, digits: number): string {
  const value = amountMinor / 10 ** digits
  const [unit, letter] = value >= 999_500 ? [1e6, 'M'] : value >= 999.5 ? [1000, 'K'] : [1, '']
  const maximumFractionDigits = value / unit < 9.95 ? 1 : 0
  return numberFormat({ maximumFractionDigits }).format(value / unit) + letter
}

/** `Sunday 22 November` as the language writes it. A day is a date without a time zone. */
export const longDay = (day: string): string =>
  dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))

/** A time of day as it is said, `6:05`, in every format: some languages write `06:05` in some of them. */
export const unpadded = (time: string): string => time.replace(/(?<![\d:.])0(?=\d)/, '')

/** The local date of an instant, `22 Nov 2026` as the language writes it. */
export const dateOfInstant = (epochMs: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(epochMs)

/** The local time of day, `22:30`. Not cached: a cached format would keep its time zone on a journey. */
export const timeOfDay = (epochMs: number): string =>
  unpadded(new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(epochMs))

/** The same with its weekday, `Tuesday 4:00 AM`. */
export const timeOfWeek = (epochMs: number): string =>
  unpadded(
    new Intl.DateTimeFormat(locale(), { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(
      epochMs,
    ),
  )
