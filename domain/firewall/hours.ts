/** When the hours of a rule keep its pages closed, and when that changes. */
import {
  addDays,
  calendarDay,
  type Day,
  DAY_MINUTES,
  instantOf,
  MINUTE_MS,
  msOfDay,
  type OffsetAt,
  weekday,
} from '../time/local-time'
import { type ClockRange, type Interval, subtract } from '../time/interval'
import type { Bound, Week } from './rule'

export type HoursBound = Extract<Bound, { type: 'hours' | 'cutoff' }>
export type CutoffBound = Extract<Bound, { type: 'cutoff' }>

export const isHours = (bound: Bound): bound is HoursBound =>
  bound.type === 'hours' || bound.type === 'cutoff'

export interface HoursNow {
  isClosed: boolean
  /** The next instant at which `isClosed` changes; Infinity if it never does. */
  changesAt: number
  /** When it closes next; Infinity if it never does. */
  closesAt: number
}

/** A range in minutes from the start of its day; the end may lie in the next day. */
const reach = ({ from, to }: ClockRange): ClockRange => ({ from, to: to > from ? to : to + DAY_MINUTES })

/** The clock that hours are read by: local time, and the hour at which the person's day starts. */
export interface DayClock {
  dayStartHour: number
  offsetAt: OffsetAt
}

/** Until this minute of the day a night is the one of the evening before, however early the person's day starts. */
export const MORNING = 6 * 60

/**
 * The minute of a cutoff in minutes from the midnight that begins its day. A cutoff before the person's day start, or
 * before the morning, lies on the next calendar day.
 */
export const cutoffMinute = (minute: number, dayStartHour: number): number =>
  minute < Math.max(MORNING, dayStartHour * 60) ? minute + DAY_MINUTES : minute

/** The closed minutes of a cutoff from the midnight that begins its day; null on a day without one. */
export function nightOf(
  { evenings, morning }: Pick<CutoffBound, 'evenings' | 'morning'>,
  weekdayOfNight: number,
  dayStartHour: number,
): ClockRange | null {
  const evening = evenings[weekdayOfNight] ?? null
  if (evening === null) return null
  const from = cutoffMinute(evening, dayStartHour)
  return { from, to: from + ((morning - evening + DAY_MINUTES) % DAY_MINUTES) }
}

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
  dayStartHour: number,
): Interval[] {
  if (bound.type === 'cutoff') {
    return merged(
      days.flatMap((day): Interval[] => {
        const night = nightOf(bound, weekdayOf(day), dayStartHour)
        return night ? [{ from: minuteAt(day, night.from), until: minuteAt(day, night.to) }] : []
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
export function hoursAt(bound: HoursBound, at: number, { dayStartHour, offsetAt }: DayClock): HoursNow {
  const today = calendarDay(at, offsetAt(at))
  const dayOf = (index: number): Day => addDays(today, index)
  const days = Array.from({ length: BEHIND + AHEAD }, (_, i) => i - BEHIND)
  const minuteAt: MinuteAt = (index, minute) =>
    instantOf(dayOf(index + Math.floor(minute / DAY_MINUTES)), minute % DAY_MINUTES, offsetAt)
  const closed = closedIntervals(bound, days, (index) => weekday(dayOf(index)), minuteAt, dayStartHour)
  const end = minuteAt(AHEAD, 0)
  const now = closed.find(({ from, until }) => at >= from && at < until)
  const closesAt = closed.find(({ from }) => from > at)?.from ?? Infinity
  if (now) return { isClosed: true, changesAt: now.until >= end ? Infinity : now.until, closesAt }
  return { isClosed: false, changesAt: closesAt, closesAt }
}

/**
 * The day to which the night of a cutoff belongs that is running by the clock, or else the next one that begins within
 * 24 hours; null if there is none.
 */
export function nightAt(
  bound: CutoffBound,
  at: number,
  { dayStartHour, offsetAt }: DayClock,
): { day: Day; isRunning: boolean } | null {
  const offset = offsetAt(at)
  const today = calendarDay(at, offset)
  const minute = msOfDay(at, offset) / MINUTE_MS
  const nights = [-BEHIND, -1, 0, 1].flatMap((index) => {
    const day = addDays(today, index)
    const night = nightOf(bound, weekday(day), dayStartHour)
    const now = minute - index * DAY_MINUTES
    return night && now < night.to ? [{ day, until: night.from - now }] : []
  })
  const running = nights.find(({ until }) => until <= 0)
  if (running) return { day: running.day, isRunning: true }
  const next = nights.find(({ until }) => until <= DAY_MINUTES)
  return next ? { day: next.day, isRunning: false } : null
}

/** How much of an interval lies in closed hours, ms. */
export function closedMs(bound: HoursBound, from: number, to: number, clock: DayClock): number {
  let sum = 0
  for (let at = from; at < to;) {
    const { isClosed, changesAt } = hoursAt(bound, at, clock)
    const end = Math.min(to, changesAt)
    if (isClosed) sum += end - at
    at = end
  }
  return sum
}

/** When a plain week (one without clock changes) is closed, in minutes since Monday 00:00. */
export function closedInWeek(bound: HoursBound, dayStartHour: number): Interval[] {
  const days = Array.from({ length: BEHIND + 8 }, (_, i) => i - BEHIND)
  const minuteAt: MinuteAt = (day, minute) => day * DAY_MINUTES + minute
  return closedIntervals(bound, days, (day) => (day + 7) % 7, minuteAt, dayStartHour)
    .map(({ from, until }) => ({ from: Math.max(0, from), until: Math.min(until, 7 * DAY_MINUTES) }))
    .filter(({ from, until }) => from < until)
}

/** Whether each minute of a plain week is closed, Monday 00:00 first. */
export function closedMinutesOfWeek(bound: HoursBound, dayStartHour: number): boolean[] {
  const minutes = Array.from({ length: 7 * DAY_MINUTES }, () => false)
  for (const { from, until } of closedInWeek(bound, dayStartHour)) minutes.fill(true, from, until)
  return minutes
}
