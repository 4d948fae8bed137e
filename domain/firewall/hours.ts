/** When the hours of a rule keep its pages closed, and when that changes. */
import {
  addDays,
  calendarDay,
  type Day,
  DAY_MINUTES,
  instantOf,
  type OffsetAt,
  weekday,
} from '../time/local-time'
import { type ClockRange, type Interval, subtract } from '../time/interval'
import type { Bound, Week } from './rule'

export type HoursBound = Extract<Bound, { type: 'hours' | 'cutoff' }>

export const isHours = (bound: Bound): bound is HoursBound =>
  bound.type === 'hours' || bound.type === 'cutoff'

export interface HoursNow {
  isClosed: boolean
  /** The next instant at which `isClosed` changes; Infinity if it never does. */
  changesAt: number
}

/** A range in minutes from the start of its day; the end may lie in the next day. */
const reach = ({ from, to }: ClockRange): ClockRange => ({ from, to: to > from ? to : to + DAY_MINUTES })

/** A night in minutes from the start of the day to which its evening belongs. */
const nightOf = (evening: number, morning: number): ClockRange =>
  evening < morning
    ? { from: evening + DAY_MINUTES, to: morning + DAY_MINUTES }
    : { from: evening, to: morning + DAY_MINUTES }

const merged = (intervals: readonly Interval[]): Interval[] => {
  const result: Interval[] = []
  for (const { from, until } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else if (until > from) result.push({ from, until })
  }
  return result
}

/** Maps a minute of a day to an instant, or to a minute of a plain week. */
type MinuteAt = (dayIndex: number, minute: number) => number

const ranges = (
  week: Week<readonly ClockRange[]>,
  days: readonly number[],
  weekdayOf: (dayIndex: number) => number,
  minuteAt: MinuteAt,
): Interval[] =>
  days.flatMap((day) =>
    (week[weekdayOf(day)] ?? []).map((range): Interval => {
      const { from, to } = reach(range)
      return { from: minuteAt(day, from), until: minuteAt(day, to) }
    }),
  )

function closedIntervals(
  bound: HoursBound,
  days: readonly number[],
  weekdayOf: (dayIndex: number) => number,
  minuteAt: MinuteAt,
): Interval[] {
  if (bound.type === 'cutoff') {
    return merged(
      days.flatMap((day): Interval[] => {
        const evening = bound.evenings[weekdayOf(day)] ?? null
        if (evening === null) return []
        const { from, to } = nightOf(evening, bound.morning)
        return [{ from: minuteAt(day, from), until: minuteAt(day, to) }]
      }),
    )
  }
  const named = merged(ranges(bound.ranges, days, weekdayOf, minuteAt))
  if (bound.are === 'blocked') return named
  const governed = days.filter((day) => bound.ranges[weekdayOf(day)])
  const whole = merged(governed.map((day) => ({ from: minuteAt(day, 0), until: minuteAt(day, DAY_MINUTES) })))
  return merged(whole.flatMap((interval) => subtract(interval, named)))
}

/** How many days to look ahead and behind. Weeks repeat, so what does not change in nine days never will. */
const AHEAD = 9
const BEHIND = 2

/** Whether the hours are closed at an instant of local time, and when that changes. */
export function hoursAt(bound: HoursBound, at: number, offsetAt: OffsetAt): HoursNow {
  const today = calendarDay(at, offsetAt(at))
  const dayOf = (index: number): Day => addDays(today, index)
  const days = Array.from({ length: BEHIND + AHEAD }, (_, i) => i - BEHIND)
  const minuteAt: MinuteAt = (index, minute) =>
    instantOf(dayOf(index + Math.floor(minute / DAY_MINUTES)), minute % DAY_MINUTES, offsetAt)
  const closed = closedIntervals(bound, days, (index) => weekday(dayOf(index)), minuteAt)
  const end = minuteAt(AHEAD, 0)
  const now = closed.find(({ from, until }) => at >= from && at < until)
  if (now) return { isClosed: true, changesAt: now.until >= end ? Infinity : now.until }
  return { isClosed: false, changesAt: closed.find(({ from }) => from > at)?.from ?? Infinity }
}

/** How much of an interval lies in closed hours, ms. */
export function closedMs(bound: HoursBound, from: number, to: number, offsetAt: OffsetAt): number {
  let sum = 0
  for (let at = from; at < to;) {
    const { isClosed, changesAt } = hoursAt(bound, at, offsetAt)
    const end = Math.min(to, changesAt)
    if (isClosed) sum += end - at
    at = end
  }
  return sum
}

/** Whether each minute of a plain week (one without clock changes) is closed, Monday 00:00 first. */
export function closedMinutesOfWeek(bound: HoursBound): boolean[] {
  const minutes = Array.from({ length: 7 * DAY_MINUTES }, () => false)
  const days = Array.from({ length: 9 }, (_, i) => i - 1)
  const minuteAt: MinuteAt = (day, minute) => day * DAY_MINUTES + minute
  for (const { from, until } of closedIntervals(bound, days, (day) => (day + 7) % 7, minuteAt))
    for (let minute = Math.max(from, 0); minute < Math.min(until, minutes.length); minute += 1)
      minutes[minute] = true
  return minutes
}
