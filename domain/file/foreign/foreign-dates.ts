/** Reads dates as tools, browsers and spreadsheets write them in any language. */
import { type Day, isDate } from '../../time/local-time'

/** In which order a date has its numbers. */
type DateOrder = 'ymd' | 'mdy' | 'dmy'

/** One way to read some dates. */
export type DateReading = (text: string) => Day | null

const two = (text: string): string => text.padStart(2, '0')

/** Years as they are counted in Thailand are 543 ahead. */
function fullYear(text: string): string {
  const year = Number(text.length === 2 ? `20${text}` : text)
  return String(year >= 2500 && year < 2700 ? year - 543 : year)
}

/** The zeros of Arabic, Persian, Devanagari, Bengali and Burmese. */
const ZEROS = ['٠', '۰', '०', '০', '၀'].map((zero) => zero.charCodeAt(0))

/** A text with its digits as ASCII has them, and without marks of direction. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/[\u061c\u200e\u200f]/g, '').replaceAll(/[٠-٩۰-۹०-९০-৯၀-၉]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code))
  })

const NUMBERS = /^(\d{1,4})([-./])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:\s?[гр]\.)?$/
const NAMED = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?$/

interface Written {
  numbers: [string, string, string]
  separator: string
}

function writtenIn(text: string): Written | null {
  const plain = plainDigits(text).trim()
  const [, first = '', separator = '', second = '', third = ''] =
    NUMBERS.exec(plain.replace(NAMED, '$1-$2-$3')) ?? []
  return third === '' ? null : { numbers: [first, second, third], separator }
}

/** Whether a text is a date in numbers, whatever their order. */
export const isNumbered = (text: string): boolean => writtenIn(text) !== null

const dayOf = (year: string, month: string, day: string): Day | null => {
  const date = `${fullYear(year)}-${two(month)}-${two(day)}`
  return isDate(date) ? date : null
}

function dayIn({ numbers: [a, b, c] }: Written, order: DateOrder): Day | null {
  if (order === 'ymd') return a.length === 4 && c.length <= 2 ? dayOf(a, b, c) : null
  if (a.length > 2 || ![2, 4].includes(c.length)) return null
  return order === 'mdy' ? dayOf(c, a, b) : dayOf(c, b, a)
}

/** Month, day and year, as Web Activity Time Tracker 2 writes them in every language: `3/4/2026`, without zeros before. */
export function monthFirst(text: string): Day | null {
  const written = writtenIn(text)
  const isAsWritten = written?.separator === '/' && written.numbers.every((number) => !number.startsWith('0'))
  return isAsWritten ? dayIn(written, 'mdy') : null
}

/** `20261122`; null if it is no date. */
export function compactDay(text: string): Day | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return dayOf(year, month, day)
}

const fitting = (texts: readonly string[], orders: readonly DateOrder[]): DateOrder[] =>
  orders.filter((order) =>
    texts.every((text) => {
      const written = writtenIn(text)
      return written !== null && dayIn(written, order) !== null
    }),
  )

const readAs =
  (order: DateOrder): DateReading =>
  (text) => {
    const written = writtenIn(text)
    return written && dayIn(written, order)
  }

/**
 * How dates are read that had the day first until a tool began to write the month first. Those that could be of either time
 * are not read. Null if they cannot be told apart by time.
 */
function changedReading(texts: readonly string[]): DateReading | null {
  const [dayFirst, monthFirstly] = [readAs('dmy'), readAs('mdy')]
  const only = (one: DateReading, other: DateReading) =>
    texts.flatMap((text) => (other(text) === null ? (one(text) ?? []) : [])).toSorted()
  const [before, after] = [only(dayFirst, monthFirstly).at(-1), only(monthFirstly, dayFirst)[0]]
  const canBeRead = (text: string) => dayFirst(text) !== null || monthFirstly(text) !== null
  if (before === undefined || after === undefined || before >= after || !texts.every(canBeRead)) return null
  return (text) => {
    const [older, newer] = [dayFirst(text), monthFirstly(text)]
    const isOlder = older !== null && older < after
    const isNewer = newer !== null && newer > before
    if (isOlder && isNewer) return older === newer ? older : null
    return isOlder || newer === null ? older : newer
  }
}

/** The ways to read dates with slashes: the month first in most files, or the day, or one and since then the other. */
function slashedReadings(texts: readonly string[]): DateReading[] {
  const orders = fitting(texts, ['ymd', 'mdy', 'dmy'])
  const changed = orders.length > 0 ? null : changedReading(texts)
  return changed ? [changed] : orders.map(readAs)
}

/**
 * The ways in which all of some dates can be read, the likelier first. Only those with slashes can have two; with points or
 * hyphens the day comes before the month. A tool that changed how it writes dates has both kinds in one file. Empty if there
 * is none.
 */
export function readingsOf(texts: Iterable<string>): DateReading[] {
  const bySeparator = Map.groupBy(new Set(texts), (text) => writtenIn(text)?.separator ?? '')
  const others = new Map<string, DateReading>()
  for (const [separator, some] of bySeparator) {
    if (separator === '/') continue
    const [order] = fitting(some, ['ymd', 'dmy', 'mdy'])
    if (order === undefined) return []
    others.set(separator, readAs(order))
  }
  const slashed = bySeparator.get('/')
  const readOther: DateReading = (text) => others.get(writtenIn(text)?.separator ?? '')?.(text) ?? null
  if (!slashed) return others.size > 0 ? [readOther] : []
  return slashedReadings(slashed).map(
    (reading) => (text) => (writtenIn(text)?.separator === '/' ? reading(text) : readOther(text)),
  )
}
