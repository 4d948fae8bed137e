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
import type { Bound, TimeRange, Week } from './rule'

export type HoursBound = Extract<Bound, { type: 'hours' | 'cutoff' }>

export const isHours = (bound: Bound): bound is HoursBound =>
  bound.type === 'hours' || bound.type === 'cutoff'

/** A stretch of time, epoch ms. */
type Stretch = [from: number, to: number]

export interface HoursNow {
  isClosed: boolean
  /** The next instant at which that changes; Infinity where it never does. */
  changesAt: number
}

/** The minutes from the beginning of its day between which a range lies; the end may lie in the next day. */
const reach = ({ from, to }: TimeRange): TimeRange => ({ from, to: to > from ? to : to + DAY_MINUTES })

/** A night's range in minutes of the day to which its evening belongs. */
const nightOf = (evening: number, morning: number): TimeRange =>
  evening < morning
    ? { from: evening + DAY_MINUTES, to: morning + DAY_MINUTES }
    : { from: evening, to: morning + DAY_MINUTES }

const merged = (stretches: readonly Stretch[]): Stretch[] => {
  const result: Stretch[] = []
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (to > from) result.push([from, to])
  }
  return result
}

/** What of the stretches is not in the others, which are in order. */
const without = (stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] =>
  stretches.flatMap(([from, to]) => {
    const rest: Stretch[] = []
    let start = from
    for (const [a, b] of taken) {
      if (b <= start || a >= to) continue
      if (a > start) rest.push([start, a])
      start = Math.max(start, b)
    }
    if (start < to) rest.push([start, to])
    return rest
  })

/** Where a minute of a day lies: an instant, or a minute of a plain week. */
type Place = (dayIndex: number, minute: number) => number

const ranges = (
  week: Week<readonly TimeRange[]>,
  days: readonly number[],
  weekdayOf: (dayIndex: number) => number,
  place: Place,
): Stretch[] =>
  days.flatMap((day) =>
    (week[weekdayOf(day)] ?? []).map((range): Stretch => {
      const { from, to } = reach(range)
      return [place(day, from), place(day, to)]
    }),
  )

function closedStretches(
  bound: HoursBound,
  days: readonly number[],
  weekdayOf: (dayIndex: number) => number,
  place: Place,
): Stretch[] {
  if (bound.type === 'cutoff') {
    return merged(
      days.flatMap((day): Stretch[] => {
        const evening = bound.evenings[weekdayOf(day)] ?? null
        if (evening === null) return []
        const { from, to } = nightOf(evening, bound.morning)
        return [[place(day, from), place(day, to)]]
      }),
    )
  }
  const named = merged(ranges(bound.ranges, days, weekdayOf, place))
  if (bound.are === 'blocked') return named
  const governed = days.filter((day) => bound.ranges[weekdayOf(day)])
  const whole = merged(governed.map((day): Stretch => [place(day, 0), place(day, DAY_MINUTES)]))
  return merged(without(whole, named))
}

/** A week repeats itself: what has not changed by then never will. */
const AHEAD = 9
const BEHIND = 2

/** Whether the hours keep it closed at an instant, by the clock on the wall. */
export function hoursAt(bound: HoursBound, at: number, offsetAt: OffsetAt): HoursNow {
  const today = calendarDay(at, offsetAt(at))
  const dayOf = (index: number): Day => addDays(today, index)
  const days = Array.from({ length: BEHIND + AHEAD }, (_, i) => i - BEHIND)
  const place: Place = (index, minute) =>
    instantOf(dayOf(index + Math.floor(minute / DAY_MINUTES)), minute % DAY_MINUTES, offsetAt)
  const closed = closedStretches(bound, days, (index) => weekday(dayOf(index)), place)
  const end = place(AHEAD, 0)
  const now = closed.find(([from, to]) => at >= from && at < to)
  if (now) return { isClosed: true, changesAt: now[1] >= end ? Infinity : now[1] }
  return { isClosed: false, changesAt: closed.find(([from]) => from > at)?.[0] ?? Infinity }
}

/** How much of a stretch of time lies in closed hours, ms. */
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

/** The minutes of a plain week, Monday 00:00 first, in which it is closed. */
export function closedMinutesOfWeek(bound: HoursBound): boolean[] {
  const minutes = Array.from({ length: 7 * DAY_MINUTES }, () => false)
  const days = Array.from({ length: 9 }, (_, i) => i - 1)
  const place: Place = (day, minute) => day * DAY_MINUTES + minute
  for (const [from, to] of closedStretches(bound, days, (day) => (day + 7) % 7, place))
    for (let minute = Math.max(from, 0); minute < Math.min(to, minutes.length); minute += 1)
      minutes[minute] = true
  return minutes
}
