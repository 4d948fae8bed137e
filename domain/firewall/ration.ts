/** The ration: the day that an allowance is for. Changing the clock or the time zone gives no second one. */
import { addDays, type Day, DAY_MS, HOUR_MS, type OffsetAt, personDay, startOfDay } from '../time/local-time'
import { firstDayOfWeek } from '../time/week'

export interface Ration {
  day: Day
  /** When it began, epoch ms. */
  since: number
}

/** The least time between two rations, whatever happens to the clock, the time zone or the day start. */
export const LEAST_BETWEEN_MS = 16 * HOUR_MS

export interface Calendar {
  dayStartHour: number
  /** 0 for Monday to 6 for Sunday. */
  weekStart: number
  offsetAt: OffsetAt
  /** The first day of the week in force (see `weekAt`); without it, weeks begin on `weekStart` alone. */
  week?: Day | null
}

/**
 * Whether the clock was set back by more than a day. Its date is then accepted, because the next ration after
 * a date that is wrong by years would take years to come.
 */
const isFarAhead = (last: Ration, day: Day): boolean => Date.parse(last.day) - Date.parse(day) > DAY_MS

/**
 * The ration at an instant. If the clock is set back by more than a day, the same ration goes on under the
 * earlier date (see `carriedBack`), and the wait for the next one starts again. `lastAt` is when `last` was seen
 * to be in force; the next one begins no earlier, though a time zone far east may have had its day for hours by
 * then. After the clock was set back, `lastAt` may be later than now.
 */
export function rationAt(
  last: Ration | null,
  at: number,
  { dayStartHour, offsetAt }: Calendar,
  lastAt = -Infinity,
): Ration {
  const day = personDay(at, offsetAt(at), dayStartHour)
  const begun = Math.min(at, startOfDay(day, dayStartHour, offsetAt))
  if (last === null) return { day, since: begun }
  if (isFarAhead(last, day)) return { day, since: at }
  if (day <= last.day || at - last.since < LEAST_BETWEEN_MS) return last
  return { day, since: Math.max(begun, last.since + LEAST_BETWEEN_MS, Math.min(at, lastAt)) }
}

/** The earliest start of the ration of a later day. */
export const rationStart = (ration: Ration, day: Day, { dayStartHour, offsetAt }: Calendar): number =>
  Math.max(startOfDay(day, dayStartHour, offsetAt), ration.since + LEAST_BETWEEN_MS)

export const nextRationAt = (ration: Ration, calendar: Calendar): number =>
  rationStart(ration, addDays(ration.day, 1), calendar)

/** The first day of the week after, on the start of the week that holds by then. No week is shorter than 7 days. */
const weekAfter = (first: Day, weekStart: number): Day => firstDayOfWeek(addDays(first, 13), weekStart)

/**
 * The first day of the week in force on a day. If the start of the week is moved, the week goes on until that
 * weekday comes after at least 7 days, so that no ration of a week begins within 7 days of the last.
 */
export function weekAt(last: Day | null, day: Day, weekStart: number): Day {
  const first = firstDayOfWeek(day, weekStart)
  return last === null || day < last || day >= weekAfter(last, weekStart) ? first : last
}

/** The first day of the ration's week, and of the week after. */
export const weekOf = ({ day }: Ration, { weekStart, week }: Calendar): { first: Day; next: Day } => {
  const first = weekAt(week ?? null, day, weekStart)
  return { first, next: weekAfter(first, weekStart) }
}

/** The first day start at least `leastMs` after an instant. */
export function dayStartAfter(at: number, leastMs: number, { dayStartHour, offsetAt }: Calendar): number {
  const earliest = at + leastMs
  const day = personDay(earliest, offsetAt(earliest), dayStartHour)
  const begun = startOfDay(day, dayStartHour, offsetAt)
  return begun >= earliest ? begun : startOfDay(addDays(day, 1), dayStartHour, offsetAt)
}
