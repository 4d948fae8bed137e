/** Parses times of day and time ranges as people type them, and writes them back. */
import { DAY_MINUTES } from './local-time'
import type { ClockRange } from './interval'

const CLOCK = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:uhr)?\s*(a\.?m\.?|p\.?m\.?)?$/i

/** Minutes since midnight for `22:30`, `22.30`, `2230`, `22`, `10:30 pm` or `24:00`; null if it is not a time. */
export function parseClock(typed: string): number | null {
  const found = CLOCK.exec(typed.trim())
  if (!found) return null
  const [, hourText, minuteText = '0', half] = found
  const minute = Number(minuteText)
  let hour = Number(hourText)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  }
  const minutes = hour * 60 + minute
  return minute > 59 || minutes > DAY_MINUTES ? null : minutes
}

export type RangesFlaw = 'notATime' | 'emptyRange'
export type TypedRanges = { ok: true; ranges: ClockRange[] } | { ok: false; flaw: RangesFlaw }

/** A dash alone means no hours. */
const NO_HOURS = /^[-–—]$/

/** Parses `9–12, 13:00-17:00`, or `–` for no hours. A range whose end is before its start crosses midnight. */
export function parseRanges(typed: string): TypedRanges {
  const ranges: ClockRange[] = []
  if (NO_HOURS.test(typed.trim())) return { ok: true, ranges }
  for (const part of typed.split(/[,;]/)) {
    const [from = null, to = null, ...more] = part.split(/[-–—]|\bto\b|\bbis\b/i).map(parseClock)
    if (from === null || to === null || more.length > 0) return { ok: false, flaw: 'notATime' }
    // An end of 0:00 means the midnight that ends the day.
    const range = { from: from % DAY_MINUTES, to: to === 0 ? DAY_MINUTES : to }
    if (range.from === range.to) return { ok: false, flaw: 'emptyRange' }
    ranges.push(range)
  }
  return { ok: true, ranges }
}

/** `22:30`, to prefill a field. */
export const typedClock = (minuteOfDay: number): string =>
  `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`

export const typedRanges = (ranges: readonly ClockRange[]): string =>
  ranges.length === 0 ? '–' : ranges.map(({ from, to }) => `${typedClock(from)}–${typedClock(to)}`).join(', ')
