/** A long trend by day, laid out as a calendar. */
import { type Day, weekday } from '../time/local-time'
import type { TrendStep } from './trend'

export interface CalendarMonth {
  /** Its first day in the trend. */
  first: Day
  /** Weeks of seven places; a place outside the trend or the month is null. */
  weeks: (TrendStep | null)[][]
}

/** More days than this are too narrow as bars. */
const MOST_BARS = 100

/** Whether a trend by day is shown as a calendar. */
export const isForCalendar = (steps: readonly TrendStep[]): boolean =>
  steps.length > MOST_BARS && steps.every(({ period }) => period.first === period.last)

/** The days from the one on which the record begins; all of them if it begins before, after or is not known. */
export function daysSince(steps: readonly TrendStep[], recordedSince: Day | null): readonly TrendStep[] {
  const since = steps.filter(({ period }) => recordedSince !== null && period.first >= recordedSince)
  return since.length > 0 ? since : steps
}

function weeksOf(days: readonly TrendStep[], weekStart: number): CalendarMonth['weeks'] {
  const before = (weekday((days[0] as TrendStep).period.first) - weekStart + 7) % 7
  const places = [...Array.from({ length: before }, () => null), ...days]
  const count = Math.ceil(places.length / 7)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => places[week * 7 + day] ?? null),
  )
}

/** The days of a trend by month. */
export function calendarOf(steps: readonly TrendStep[], weekStart: number): CalendarMonth[] {
  const months = Map.groupBy(steps, ({ period }) => period.first.slice(0, 7))
  return [...months.values()].map((days) => ({
    first: (days[0] as TrendStep).period.first,
    weeks: weeksOf(days, weekStart),
  }))
}
