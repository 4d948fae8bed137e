/** Parses numbers, amounts of money and percentages as people type them, and as we write them. */
import { latinDigits } from '../time/latin-digits'
import { CURRENCIES } from './currencies'

export type NumberFlaw = 'empty' | 'notANumber' | 'negative' | 'tooManyDecimals' | 'tooSmall' | 'tooLarge'

/** A typed number, counted in its smallest unit: `25,50` with two digits is 2550. */
export type Typed = { ok: true; units: number } | { ok: false; flaw: NumberFlaw }

export interface NumberRange {
  /** Decimal places that are allowed. */
  digits: number
  /** In whole units, both included. A number below zero is read only if `min` is one. */
  min: number
  max: number
}

/** The largest hourly rate that is not taken for a typing error, in major units. */
export const MAX_AMOUNT = 100_000_000

/** Digits and signs of any script in Latin ones: the Arabic decimal sign, and the Arabic and the Adlam thousands. */
const inLatin = (text: string): string =>
  latinDigits(text)
    .replaceAll('\u066b', ',')
    .replace(/[\u066c\u2e41]/g, '\u2019')

const SPACES_BETWEEN_THOUSANDS = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu

/** Groups of three digits, or one of three after groups of two, as in India. */
const GROUPED = /^[1-9](?:\d{0,2}(?:,\d{3})+|\d?(?:,\d{2})+,\d{3})$/

const isGrouped = (whole: string, group: string): boolean => GROUPED.test(whole.replaceAll(group, ','))

/** The sign before the decimals; null if there is none or the only sign groups thousands. */
function decimalSign(number: string, separator: string): string | null {
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (last < 0) return null
  const sign = number.charAt(last)
  const other = sign === '.' ? ',' : '.'
  if (number.includes(other)) return sign
  if (number.indexOf(sign) !== last) return null
  return sign !== inLatin(separator) && isGrouped(number, sign) ? null : sign
}

/** Splits `1.234,50` into `1234` and `50`; null if it is not a number. */
function dissect(number: string, separator: string): [whole: string, decimals: string] | null {
  const sign = decimalSign(number, separator)
  const [before = '', decimals = '', ...more] = sign === null ? [number] : number.split(sign)
  const group = before.includes('.') ? '.' : ','
  if (more.length > 0 || !/^\d*$/.test(decimals) || before + decimals === '') return null
  if (before.includes(group) && !isGrouped(before, group)) return null
  const whole = before.replaceAll(group, '')
  return /^\d*$/.test(whole) ? [whole, decimals] : null
}

/** `1e12`; people only use this form for very large numbers. */
const SCIENTIFIC = /^\d+(?:[.,]\d+)?e\+?\d+$/i

/** Parses a number. `decimalSeparator` is that of the language; it decides what `1.000` means. */
export function parseNumber(
  text: string,
  decimalSeparator: string,
  { digits, min, max }: NumberRange,
): Typed {
  const flawed = (flaw: NumberFlaw): Typed => ({ ok: false, flaw })
  const bare = inLatin(text).trim()
  if (bare === '') return flawed('empty')
  const sign = /^[-−–+±]/.exec(bare)?.[0] ?? ''
  const number = bare.slice(sign.length).trim().replace(SPACES_BETWEEN_THOUSANDS, '')
  if (SCIENTIFIC.test(number))
    return flawed(Number(number.replace(',', '.')) > max ? 'tooLarge' : 'notANumber')
  const parts = dissect(number, decimalSeparator)
  if (!parts) return flawed('notANumber')
  const [whole, decimals] = parts
  const isZero = /^0*$/.test(whole + decimals)
  if (sign === '±' && !isZero) return flawed('notANumber')
  const isNegative = sign !== '' && sign !== '+' && !isZero
  if (isNegative && min >= 0) return flawed('negative')
  if (Number(whole) > max) return flawed('tooLarge')
  if (decimals.length > digits) return flawed('tooManyDecimals')
  const units = (isNegative ? -1 : 1) * Number(whole + decimals.padEnd(digits, '0'))
  if (units > max * 10 ** digits) return flawed('tooLarge')
  return units < min * 10 ** digits ? flawed('tooSmall') : { ok: true, units }
}

export type AmountFlaw = Exclude<NumberFlaw, 'tooSmall'> | 'zero' | 'otherCurrency'

/** A typed amount of money in minor units, or what is wrong with it. */
export type TypedAmount = { ok: true; minor: number } | { ok: false; flaw: AmountFlaw }

/** Signs in letters that are no codes: crowns, złoty, forint, lei, leva, francs, rupiah, ringgit and more. */
const LETTER_SIGNS = new Set([...CURRENCIES, ...'KR KČ ZŁ FT LEI ЛВ ДИН FR SFR RP RM'.split(' ')])

/**
 * Whether a text names a currency, by a sign or a code. Once the signs of the person's own are taken away (see
 * `withoutSigns`), it is another one.
 */
export const namesCurrency = (text: string): boolean =>
  /\p{Sc}/u.test(text) || LETTER_SIGNS.has(text.replace(/[^\p{L}]/gu, '').toUpperCase())

/** Parses an amount above zero in a currency with `digits` decimals, without the signs of that currency. */
export function parseAmount(
  text: string,
  digits: number,
  decimalSeparator: string,
  max = MAX_AMOUNT,
): TypedAmount {
  if (namesCurrency(text)) return { ok: false, flaw: 'otherCurrency' }
  const typed = parseNumber(text, decimalSeparator, { digits, min: 0, max })
  if (!typed.ok) return { ok: false, flaw: typed.flaw as AmountFlaw }
  return typed.units > 0 ? { ok: true, minor: typed.units } : { ok: false, flaw: 'zero' }
}

/** In one notation: Latin digits, plain spaces and signs (`￥` is `¥`), small letters. */
const likeTyped = (text: string): string =>
  latinDigits(text).normalize('NFKC').replace(/\s/gu, ' ').trim().toLowerCase()

/**
 * A typed amount without the signs of its currency before and after it: `$25 USD`. `signs` are all that the currency
 * has, such as its code.
 */
export function withoutSigns(text: string, signs: readonly string[]): string {
  const typed = likeTyped(text)
  const minus = /^[-−–+±] ?/.exec(typed)?.[0] ?? ''
  const amount = typed.slice(minus.length)
  const known = signs.map(likeTyped).toSorted((a, b) => b.length - a.length)
  const before = known.find((sign) => amount.startsWith(sign)) ?? ''
  const rest = amount.slice(before.length)
  const after = known.find((sign) => rest.endsWith(sign)) ?? ''
  return before + after === '' ? text : minus + rest.slice(0, rest.length - after.length)
}

/** Parses a percentage, with or without a percent sign on either side. */
export const parsePercent = (text: string, decimalSeparator: string, range: NumberRange): Typed =>
  parseNumber(latinDigits(text).replace(/^\s*[%٪％]|[%٪％]\s*$/u, ''), decimalSeparator, range)
