/** Periods of the person's days, as used by range controls, page addresses and statements. */
import { addDays, DAY_MS, type Day, HOUR_MS, weekday } from './local-time'
import type { LocalInterval } from './interval'
import { firstDayOfWeek } from './week'

/** Calendar units; `dates` is a period between any two dates. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'dates'

/** The person's days from `first` to `last`, both included. */
export interface Period {
  unit: PeriodUnit
  first: Day
  last: Day
}

const monthsLater = (day: Day, count: number): Day => {
  const date = new Date(`${day.slice(0, 7)}-01`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return date.toISOString().slice(0, 10)
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** The period of that unit that contains the day. */
export function periodOf(unit: Exclude<PeriodUnit, 'dates'>, day: Day, weekStart: number): Period {
  if (unit === 'day') return { unit, first: day, last: day }
  if (unit === 'week') {
    const first = firstDayOfWeek(day, weekStart)
    return { unit, first, last: addDays(first, 6) }
  }
  const months = MONTHS[unit]
  const month = Number(day.slice(5, 7)) - 1
  const first = monthsLater(day, -(month % months))
  return { unit, first, last: addDays(monthsLater(first, months), -1) }
}

export const daysIn = ({ first, last }: Period): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1

/** Moves a period by a number of its own lengths; a negative count goes back. */
export function shiftPeriod(period: Period, count: number): Period {
  const { unit, first, last } = period
  if (unit === 'month' || unit === 'quarter' || unit === 'year') {
    return periodOf(unit, monthsLater(first, MONTHS[unit] * count), 0)
  }
  const days = daysIn(period) * count
  return { unit, first: addDays(first, days), last: addDays(last, days) }
}

export const holds = ({ first, last }: Period, day: Day): boolean => first <= day && day <= last

/** The first recorded day, if the record begins within a period, of which it then has only a part; else null. */
export const beginsWithin = ({ first, last }: Period, recordedSince: Day | null): Day | null =>
  recordedSince !== null && first < recordedSince && recordedSince <= last ? recordedSince : null

/** The local time from the start of the first day to the end of the last. */
export const extentOf = ({ first, last }: Period, dayStartHour: number): LocalInterval => ({
  from: Date.parse(first) + dayStartHour * HOUR_MS,
  until: Date.parse(last) + DAY_MS + dayStartHour * HOUR_MS,
})

/**
 * The previous period, for comparison. If the period is still running, the previous one is cut off at the same
 * point, so that a Tuesday is not compared with a whole week.
 */
export function extentBefore(period: Period, dayStartHour: number, localNow: number): LocalInterval {
  const current = extentOf(period, dayStartHour)
  const before = extentOf(shiftPeriod(period, -1), dayStartHour)
  const isNotRunning = localNow >= current.until || localNow < current.from
  if (isNotRunning) return before
  return { ...before, until: Math.min(before.until, before.from + localNow - current.from) }
}

/** The ISO week number of a day, and the year to which that week belongs. */
export function isoWeek(day: Day): { year: number; week: number } {
  const thursday = addDays(day, 3 - weekday(day))
  const year = Number(thursday.slice(0, 4))
  const days = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / DAY_MS
  return { year, week: Math.floor(days / 7) + 1 }
}
