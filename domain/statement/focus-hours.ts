/** The focus hours of some of the person's days. */
import type { Coverage } from '../firewall/coverage'
import { dayOfFocus, type FocusRow } from '../firewall/focus-row'
import { FocusCount, type FocusDone } from '../firewall/focused-time'
import { eachStretch, type History, withoutTotals } from '../record/history'
import type { Span } from '../record/span'
import type { LocalInterval } from '../time/interval'
import type { Day } from '../time/local-time'
import type { Period } from '../time/period'

/** A focus hour, and what came of it until now. */
export interface FocusHour {
  row: FocusRow
  day: Day
  done: FocusDone
  isOver: boolean
}

/** Several focus hours together; times in ms. */
export interface FocusSum extends FocusDone {
  count: number
}

const within = (
  rows: readonly FocusRow[],
  { first, last }: Pick<Period, 'first' | 'last'>,
  dayStartHour: number,
): FocusRow[] =>
  rows.filter((row) => {
    const day = dayOfFocus(row, dayStartHour)
    return day >= first && day <= last
  })

const hoursOf = (
  rows: readonly FocusRow[],
  done: readonly FocusDone[],
  dayStartHour: number,
  at: number,
): FocusHour[] =>
  rows.map((row, index) => ({
    row,
    day: dayOfFocus(row, dayStartHour),
    done: done[index] as FocusDone,
    isOver: at >= row.until,
  }))

/** The focus hours of a day, from its spans. */
export function focusOfDay(
  rows: readonly FocusRow[],
  day: Day,
  spans: readonly Span[],
  covers: Coverage['covers'],
  dayStartHour: number,
  at: number,
): FocusHour[] {
  const own = within(rows, { first: day, last: day }, dayStartHour)
  if (own.length === 0) return []
  const count = new FocusCount(own, covers)
  for (const { surface, start, end } of spans) count.add(surface, start, end)
  return hoursOf(own, count.done, dayStartHour, at)
}

/** The focus hours of a period that are over, from its history. Day totals have no hour, so they do not count. */
export function focusOfPeriod(
  rows: readonly FocusRow[],
  period: Period,
  history: History,
  extent: LocalInterval,
  covers: Coverage['covers'],
  dayStartHour: number,
  at: number,
): FocusHour[] {
  const own = within(rows, period, dayStartHour).filter(({ until }) => at >= until)
  if (own.length === 0) return []
  const count = new FocusCount(own, covers)
  eachStretch(withoutTotals(history), extent, dayStartHour, (surface, _day, from, until, _device, offsetMs) =>
    count.add(surface, from - offsetMs, until - offsetMs),
  )
  return hoursOf(own, count.done, dayStartHour, at)
}

/** Focus hours together; null if there are none. */
export function sumOfFocus(hours: readonly FocusHour[]): FocusSum | null {
  if (hours.length === 0) return null
  const sum = { count: hours.length, plannedMs: 0, focusedMs: 0, turnedAway: 0 }
  for (const { done } of hours) {
    sum.plannedMs += done.plannedMs
    sum.focusedMs += done.focusedMs
    sum.turnedAway += done.turnedAway
  }
  return sum
}

/** Focus hours together for each step of a period. */
export const focusOfSteps = (hours: readonly FocusHour[], steps: readonly Period[]): (FocusSum | null)[] =>
  steps.map(({ first, last }) => sumOfFocus(hours.filter(({ day }) => day >= first && day <= last)))
