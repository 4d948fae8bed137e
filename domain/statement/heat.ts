/** How much time is spent in each hour of each weekday. */
import type { LocalInterval } from '../time/interval'
import { eachStretch, type History } from '../record/history'
import { DAY_MS, type Day, dayNumber, HOUR_MS } from '../time/local-time'

export interface Heat {
  /** Mean ms in an hour of a weekday: `[weekday][hour]`, Monday and midnight first. */
  hours: number[][]
  /** How many days of each weekday the mean covers. */
  days: number[]
}

/** Monday is day 4 of the days since 1970-01-01. */
const weekdayOf = (day: number): number => (day + 3) % 7

/**
 * The mean time in each hour of each weekday. An hour after midnight belongs to the person's day before. Days
 * before the first recorded day and after `today` are not counted.
 */
export function heatOf(
  history: History,
  extent: LocalInterval,
  dayStartHour: number,
  today: Day,
  counts: (surface: string) => boolean,
): Heat {
  const sums = new Float64Array(7 * 24)
  let first = Infinity
  eachStretch(history, extent, dayStartHour, (surface, day, from, until) => {
    if (day < first) first = day
    if (!counts(surface)) return
    const row = weekdayOf(day) * 24
    for (let at = from; at < until;) {
      const hour = Math.floor(at / HOUR_MS)
      const stop = Math.min(until, (hour + 1) * HOUR_MS)
      const cell = row + (hour % 24)
      sums[cell] = (sums[cell] as number) + stop - at
      at = stop
    }
  })
  const days = Array.from({ length: 7 }, () => 0)
  const end = Math.min(Math.floor((extent.until - dayStartHour * HOUR_MS) / DAY_MS), dayNumber(today) + 1)
  for (let day = first; day < end; day += 1) days[weekdayOf(day)] = (days[weekdayOf(day)] as number) + 1
  const hours = days.map((count, row) =>
    Array.from(sums.subarray(row * 24, row * 24 + 24), (ms) => (count === 0 ? 0 : ms / count)),
  )
  return { hours, days }
}

/** The hours to show, in the order of the person's day: from the first used hour to the last. */
export function hoursShown({ hours }: Heat, dayStartHour: number): number[] {
  const all = Array.from({ length: 24 }, (_, index) => (dayStartHour + index) % 24)
  const isUsed = (hour: number) => hours.some((row) => (row[hour] as number) > 0)
  return all.slice(all.findIndex(isUsed), all.findLastIndex(isUsed) + 1)
}

/** The hour with the highest mean; null if there is no time. */
export function hottest({ hours }: Heat): { weekday: number; hour: number; ms: number } | null {
  let found: { weekday: number; hour: number; ms: number } | null = null
  for (const [row, cells] of hours.entries())
    for (const [hour, ms] of cells.entries()) if (ms > (found?.ms ?? 0)) found = { weekday: row, hour, ms }
  return found
}
