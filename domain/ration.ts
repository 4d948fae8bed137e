/** The day that an allowance is for. It never goes back, and never comes twice in short order. */
import { addDays, type Day, DAY_MS, HOUR_MS, type OffsetAt, personDay, startOfDay } from './local-time'
import { firstDayOfWeek } from './week'

export interface Ration {
  day: Day
  /** When it began, epoch ms. */
  since: number
}

/** What a moved clock, another time zone or another start of the day cannot shorten. */
export const LEAST_BETWEEN_MS = 16 * HOUR_MS

export interface Calendar {
  dayStartHour: number
  /** 0 for Monday to 6 for Sunday. */
  weekStart: number
  offsetAt: OffsetAt
}

/**
 * The ration at an instant. A clock that is set back by a day or more than one is believed: what was used on
 * that day is kept under its date.
 */
export function rationAt(last: Ration | null, at: number, { dayStartHour, offsetAt }: Calendar): Ration {
  const day = personDay(at, offsetAt(at), dayStartHour)
  const fresh = { day, since: Math.min(at, startOfDay(day, dayStartHour, offsetAt)) }
  if (last === null || Date.parse(last.day) - Date.parse(day) > DAY_MS) return fresh
  return day <= last.day || at - last.since < LEAST_BETWEEN_MS ? last : fresh
}

/** When the ration of a later day begins, at the earliest. */
export const rationStart = (ration: Ration, day: Day, { dayStartHour, offsetAt }: Calendar): number =>
  Math.max(startOfDay(day, dayStartHour, offsetAt), ration.since + LEAST_BETWEEN_MS)

export const nextRationAt = (ration: Ration, calendar: Calendar): number =>
  rationStart(ration, addDays(ration.day, 1), calendar)

/** The first day of the ration's week, and of the next. */
export const weekOf = ({ day }: Ration, { weekStart }: Calendar): { first: Day; next: Day } => {
  const first = firstDayOfWeek(day, weekStart)
  return { first, next: addDays(first, 7) }
}

/** The first day start that is at least so long after an instant. */
export function dayStartAfter(at: number, leastMs: number, { dayStartHour, offsetAt }: Calendar): number {
  const earliest = at + leastMs
  const day = personDay(earliest, offsetAt(earliest), dayStartHour)
  const begun = startOfDay(day, dayStartHour, offsetAt)
  return begun >= earliest ? begun : startOfDay(addDays(day, 1), dayStartHour, offsetAt)
}
