/** Minutes by which local time is ahead of UTC at an instant (Berlin in winter: 60). */
export type OffsetAt = (epochMs: number) => number

/** A date as `YYYY-MM-DD`. Both calendar days and the person's days use this form. */
export type Day = string

/** Dates outside these bounds come from a wrong clock or a wrong file. */
export const FIRST_DAY: Day = '1970-01-01'
export const LAST_DAY: Day = '2999-12-31'

/** Whether a value is an existing date of any year; `2026-02-30` is not. */
export const isDate = (value: unknown): value is Day =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

/** Whether a value is a date from `FIRST_DAY` to `LAST_DAY`. */
export const isDay = (value: unknown): value is Day =>
  isDate(value) && value >= FIRST_DAY && value <= LAST_DAY

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
export const DAY_MINUTES = 1440
export const HOURS_OF_WEEK = 168

/** A clock that is set back by no more than this is being corrected: time stands still until it catches up. */
export const CORRECTION_MS = 2_000

const dateOf = (localMs: number): Day => new Date(localMs).toISOString().slice(0, 10)

/** The local date at an instant. */
export const calendarDay = (epochMs: number, offsetMinutes: number): Day =>
  dateOf(epochMs + offsetMinutes * MINUTE_MS)

/** The person's day at an instant: hours before the chosen start belong to the day before. */
export const personDay = (epochMs: number, offsetMinutes: number, dayStartHour: number): Day =>
  calendarDay(epochMs - dayStartHour * HOUR_MS, offsetMinutes)

/** Adds whole days; a negative count goes back. */
export const addDays = (day: Day, count: number): Day => dateOf(Date.parse(day) + count * DAY_MS)

/** Days from 1970-01-01 to a date. */
export const dayNumber = (day: Day): number => Date.parse(day) / DAY_MS

/** 0 for Monday to 6 for Sunday. */
export const weekday = (day: Day): number => (new Date(day).getUTCDay() + 6) % 7

/** Milliseconds since local midnight, by a clock with that offset. */
export const msOfDay = (epochMs: number, offsetMinutes: number): number =>
  (((epochMs + offsetMinutes * MINUTE_MS) % DAY_MS) + DAY_MS) % DAY_MS

/** The first instant in (from, to] whose offset differs from the one at `from`; the one at `to` must differ. */
export function offsetChange(from: number, to: number, offsetAt: OffsetAt): number {
  const before = offsetAt(from)
  let same = from
  let other = to
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetAt(middle) === before) same = middle
    else other = middle
  }
  return other
}

/**
 * The first instant whose local time is not before that minute of `day`. If the clock skips the minute, this is
 * the instant after the skip; if the minute occurs twice, the first time. Minute 1440 is the midnight that ends
 * the day.
 */
export function instantOf(day: Day, minuteOfDay: number, offsetAt: OffsetAt): number {
  const localMs = Date.parse(day) + minuteOfDay * MINUTE_MS
  const earlier = localMs - DAY_MS
  const later = localMs + DAY_MS
  const withOffsetBefore = localMs - offsetAt(earlier) * MINUTE_MS
  const withOffsetAfter = localMs - offsetAt(later) * MINUTE_MS
  if (offsetAt(withOffsetBefore) === offsetAt(earlier)) return withOffsetBefore
  if (offsetAt(withOffsetAfter) === offsetAt(later)) return withOffsetAfter
  return offsetChange(earlier, later, offsetAt)
}

/** The instant at which the person's day begins. */
export const startOfDay = (day: Day, hour: number, offsetAt: OffsetAt): number =>
  instantOf(day, hour * 60, offsetAt)
