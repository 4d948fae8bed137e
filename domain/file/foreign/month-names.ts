/** Reads dates with the name of a month, as phones write them: `November 10, 2023`, `10. November 2023`. */
import { type Day, isDate } from '../../time/local-time'
import { type DateReading, plainDigits } from './foreign-dates'
import { MONTHS } from './months'

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? []

const LANGUAGES = Object.values(MONTHS).map((names) => names.split(' ').map((some) => some.split('|')))

/** The month that a word names in a language, or begins to name: from 1. Zero if it names none, or several. */
function monthOf(word: string, names: readonly string[][]): number {
  const exact = names.findIndex((some) => some.includes(word))
  if (exact >= 0) return exact + 1
  if (word.length < 3) return 0
  const begun = names.flatMap((some, month) => (some.some((name) => name.startsWith(word)) ? month + 1 : []))
  return begun.length === 1 ? (begun[0] as number) : 0
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The day and year of a text that has letters, and no other number; null for any other text. */
function dayAndYear(text: string): { day: number; year: number } | null {
  const plain = plainDigits(text).slice(0, 60)
  const numbers = (plain.match(/\d+/g) ?? []).map(Number)
  const year = numbers.find((one) => one > 1000)
  const day = numbers.find((one) => one >= 1 && one <= 31)
  const isNamed = year !== undefined && day !== undefined && numbers.length === 2 && wordsIn(plain).length > 0
  return isNamed ? { day, year } : null
}

/** Whether a text can be a date with the name of a month. */
export const isNamed = (text: string): boolean => dayAndYear(text) !== null

/** The date that a text names in a language. Of two words that can be months the later one is: `mar. 14 nov. 2023`. */
function dayIn(text: string, names: readonly string[][]): Day | null {
  const numbers = dayAndYear(text)
  const month = wordsIn(text.slice(0, 60)).findLast((word) => monthOf(word, names) > 0)
  if (numbers === null || month === undefined) return null
  const date = `${numbers.year}-${two(monthOf(month, names))}-${two(numbers.day)}`
  return isDate(date) ? date : null
}

/** The ways in which all of some dates can be read, two at most: in each language that knows all of their months. */
export function namedReadings(texts: readonly string[]): DateReading[] {
  const readings = new Map<string, DateReading>()
  if (texts.length === 0 || !texts.every(isNamed)) return []
  for (const names of LANGUAGES) {
    if (!texts.every((text) => dayIn(text, names) !== null)) continue
    const key = texts.map((text) => dayIn(text, names)).join(' ')
    if (!readings.has(key)) readings.set(key, (text) => dayIn(text, names))
  }
  return [...readings.values()].slice(0, 2)
}
