/** Reads the minutes of a phone as a person types them: one line in a form, or many pasted from a table. */
import Papa from 'papaparse'
import { type DayTotal, isSameTotal } from '../record/day-total'
import { addDays, type Day, DAY_MINUTES, DAY_MS, isDate, MINUTE_MS } from '../time/local-time'
import { latinDigits } from '../time/latin-digits'
import { parseNumber } from '../value/amount'

/** No phone with apps is older. */
export const FIRST_TYPED_DAY: Day = '2005-01-01'

/** As typed. */
export interface MinutesDraft {
  day: string
  minutes: string
}

/** A line of a table. */
export interface MinutesLine extends MinutesDraft {
  site: string
  /** The line as it was pasted. */
  text: string
  /** Whether it has a day, a site and minutes. */
  hasThree: boolean
}

export type MinutesFlaw = 'noDay' | 'tooEarly' | 'tooLate' | 'noMinutes' | 'tooLong'
/** What is wrong with a total beside the others of its day. */
export type TotalFlaw = 'twice' | 'dayFull'
export type TypedMinutes = { ok: true; day: Day; ms: number } | { ok: false; flaw: MinutesFlaw }

/** `2026-11-20` or `20.11.2026`. Other forms mean different days in different countries. */
function readDay(typed: string): Day {
  const text = latinDigits(typed).trim()
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Reads a day and its whole minutes; `today` is the person's day, and a phone may be a time zone ahead of it. */
export function typedMinutes(typed: MinutesDraft, today: Day): TypedMinutes {
  const day = readDay(typed.day)
  const flawed = (flaw: MinutesFlaw): TypedMinutes => ({ ok: false, flaw })
  if (!isDate(day)) return flawed('noDay')
  if (day < FIRST_TYPED_DAY) return flawed('tooEarly')
  if (day > addDays(today, 1)) return flawed('tooLate')
  const minutes = parseNumber(typed.minutes, '.', { digits: 0, min: 1, max: DAY_MINUTES })
  if (!minutes.ok) return flawed(minutes.flaw === 'tooLarge' ? 'tooLong' : 'noMinutes')
  return { ok: true, day, ms: minutes.units * MINUTE_MS }
}

/** A total of the phone. */
export const enteredTotal = (day: Day, surface: string, ms: number): DayTotal => ({
  source: 'entered',
  day,
  surface,
  ms,
  opens: null,
  batch: null,
  browser: 'other',
})

const hasDigit = (cell: string): boolean => /\p{Nd}/u.test(cell)

/** The lines of a pasted table: day, site and minutes with commas, semicolons or tabs between them. A head is left out. */
export function readMinutesTable(pasted: string): MinutesLine[] {
  const lines = pasted.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const { delimiter } = Papa.parse(lines.join('\n'), { delimitersToGuess: ['\t', ';', ',', '|'] }).meta
  return lines
    .map((text) => {
      const [cells = []] = Papa.parse<string[]>(text, { delimiter }).data
      const [day = '', site = '', minutes = '', ...more] = cells.map((cell) => cell.trim())
      return { text, day, site, minutes, hasThree: cells.length >= 3 && more.every((cell) => cell === '') }
    })
    .filter(
      ({ day, minutes, hasThree }, index) => index > 0 || !hasThree || hasDigit(day) || hasDigit(minutes),
    )
}

/**
 * What is wrong with each of some new totals beside the ones `stored`, which a new one about the same day and surface
 * replaces; null if nothing is. No day has more than 24 hours.
 */
export function flawsOfTotals(
  totals: readonly DayTotal[],
  stored: readonly DayTotal[],
): (TotalFlaw | null)[] {
  const stays = stored.filter((one) => !totals.some((total) => isSameTotal(one, total)))
  const taken: DayTotal[] = []
  return totals.map((total) => {
    if (taken.some((one) => isSameTotal(one, total))) return 'twice'
    const ofDay = [...stays, ...taken].filter(({ day }) => day === total.day)
    if (ofDay.reduce((sum, { ms }) => sum + ms, total.ms) > DAY_MS) return 'dayFull'
    taken.push(total)
    return null
  })
}
