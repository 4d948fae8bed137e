/** Reads dates as tools and spreadsheets write them. */
import { type Day, isDate } from '../../time/local-time'

/** In which order a date has its numbers. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy'

const two = (text: string): string => text.padStart(2, '0')
const fullYear = (text: string): string => (text.length === 2 ? `20${text}` : text)

const NUMBERS = /^(\d{1,4})([-./])\s?(\d{1,2})\2\s?(\d{1,4})\.?$/

/** The three numbers of a date; null if it is none. */
function numbersIn(text: string): [string, string, string] | null {
  const [, first = '', , second = '', third = ''] = NUMBERS.exec(text.trim()) ?? []
  return third === '' ? null : [first, second, third]
}

const dayOf = (year: string, month: string, day: string): Day | null => {
  const date = `${fullYear(year)}-${two(month)}-${two(day)}`
  return isDate(date) ? date : null
}

/** The date of a text with its numbers in this order; null if there is none. */
export function dayIn(text: string, order: DateOrder): Day | null {
  const numbers = numbersIn(text)
  if (!numbers) return null
  const [a, b, c] = numbers
  if (order === 'ymd') return a.length === 4 && c.length <= 2 ? dayOf(a, b, c) : null
  if (a.length > 2 || ![2, 4].includes(c.length)) return null
  return order === 'mdy' ? dayOf(c, a, b) : dayOf(c, b, a)
}

/** `20261122`; null if it is no date. */
export function compactDay(text: string): Day | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return dayOf(year, month, day)
}

/**
 * The orders in which all of some dates can be read, the likelier first: points stand between day, month and year, slashes
 * in most files between month, day and year. Empty if none fits.
 */
export function ordersOf(texts: Iterable<string>): DateOrder[] {
  const all = [...new Set(texts)]
  if (all.length === 0) return []
  const orders: DateOrder[] = all[0]?.includes('/') ? ['ymd', 'mdy', 'dmy'] : ['ymd', 'dmy', 'mdy']
  const fitting = orders.filter((order) => all.every((text) => dayIn(text, order) !== null))
  // Only dates with slashes are written both ways.
  return all[0]?.includes('/') ? fitting : fitting.slice(0, 1)
}
