/** The day that an allowance is for. It never goes back, and never comes twice in short order. */
import { addDays, type Day, DAY_MS, HOUR_MS, type OffsetAt, personDay, startOfDay } from '../time/local-time'
import { firstDayOfWeek } from '../time/week'

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

/** Whether the clock was set back by so much that its date is believed, lest years be waited for. */
const isFarAhead = (last: Ration, day: Day): boolean => Date.parse(last.day) - Date.parse(day) > DAY_MS

/**
 * The ration at an instant. After a clock that was set back by more than a day it is the same ration under
 * another date (see `carriedBack`), and the next one has to be waited for.
 */
export function rationAt(last: Ration | null, at: number, { dayStartHour, offsetAt }: Calendar): Ration {
  const day = personDay(at, offsetAt(at), dayStartHour)
  const begun = Math.min(at, startOfDay(day, dayStartHour, offsetAt))
  if (last === null) return { day, since: begun }
  if (isFarAhead(last, day)) return { day, since: at }
  if (day <= last.day || at - last.since < LEAST_BETWEEN_MS) return last
  return { day, since: Math.max(begun, last.since + LEAST_BETWEEN_MS) }
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
