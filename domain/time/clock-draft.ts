/** Parses times of day and time ranges as people type them, and writes them back. */
import type { ClockRange } from './interval'
import { latinDigits } from './latin-digits'
import { DAY_MINUTES } from './local-time'

const HALF_DAY = DAY_MINUTES / 2

/** `22:30`, `22.30`, `2230`, `22 30`, `22h30`, `22 Uhr 30`, `22 Uhr`, `10:30 p.m.`; digits are Latin by then. */
const CLOCK =
  /^(\d{1,2})(?:\s*(?:[:.：h\s]|uhr)?\s*(\d{2}))?\s*(?:uhr|h|o['’]clock)?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?$/i

const MIDNIGHT = /^(?:midnight|mitternacht)$/i
const NOON = /^(?:noon|mittags?)$/i

interface TypedClock {
  /** Minutes since midnight; without am and pm, as on a clock of 24 hours. */
  minute: number
  hasHalf: boolean
  /** Without am and pm, whether it is also a time on a clock of 12 hours. */
  isEither: boolean
  /** `09`, as only clocks of 24 hours write it. */
  isPadded: boolean
  hasMinutes: boolean
}

function readClock(typed: string): TypedClock | null {
  const text = latinDigits(typed).trim()
  const named = { hasHalf: true, isEither: false, isPadded: false, hasMinutes: true }
  if (MIDNIGHT.test(text)) return { ...named, minute: 0 }
  if (NOON.test(text)) return { ...named, minute: HALF_DAY }
  const found = CLOCK.exec(text)
  if (!found) return null
  const [, hourText = '', minuteText, half] = found
  const [hour, minute] = [Number(hourText), Number(minuteText ?? '0')]
  const isTwelve = hour >= 1 && hour <= 12
  if (half && !isTwelve) return null
  const ofDay = half ? (hour % 12) + (/^p/i.test(half) ? 12 : 0) : hour
  const minutes = ofDay * 60 + minute
  if (minute > 59 || minutes > DAY_MINUTES) return null
  return {
    minute: minutes,
    hasHalf: half !== undefined,
    isEither: half === undefined && isTwelve,
    isPadded: hourText.startsWith('0'),
    hasMinutes: minuteText !== undefined,
  }
}

/** Minutes since midnight for a typed time of day, in the digits of any script; 1440 for `24:00`, null if it is none. */
export const parseClock = (typed: string): number | null => readClock(typed)?.minute ?? null

/** `whichHalf`: it could mean the morning or the afternoon. */
export type ClockPairFlaw = 'notATime' | 'whichHalf'
export type TypedClockPair = { ok: true; from: number; to: number } | { ok: false; flaw: ClockPairFlaw }

const lengthOf = (from: number, to: number): number =>
  (((to - from) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES

/**
 * Parses the beginning and the end of a stretch. If only one of them says am or pm, the other one lies in the half of
 * the day that makes the stretch shorter: `3` to `9 pm` begins at 15:00.
 */
export function parseClockPair(fromText: string, toText: string): TypedClockPair {
  const from = readClock(fromText)
  const to = readClock(toText)
  if (from === null || to === null) return { ok: false, flaw: 'notATime' }
  const bare = from.hasHalf ? to : from
  const [first, last] = [from.minute, to.minute]
  if (from.hasHalf === to.hasHalf || !bare.isEither) return { ok: true, from: first, to: last }
  const other = (bare.minute + HALF_DAY) % DAY_MINUTES
  const isOther =
    bare === from
      ? lengthOf(other, last) < lengthOf(first, last)
      : lengthOf(first, other) < lengthOf(first, last)
  if (!isOther) return { ok: true, from: first, to: last }
  if (bare.isPadded) return { ok: false, flaw: 'whichHalf' }
  return bare === from ? { ok: true, from: other, to: last } : { ok: true, from: first, to: other }
}

const isBare = (one: TypedClock | null): boolean =>
  one !== null && one.isEither && !one.isPadded && !one.hasMinutes

/** Whether a typed time of day is an hour alone, such as `11`, that may be before or after noon. */
export const isBareHour = (typed: string): boolean => isBare(readClock(typed))

/** Whether bare hours such as `9–5` may as well mean 9 am to 5 pm. */
function isEitherWay(fromText: string, toText: string): boolean {
  const [from, to] = [readClock(fromText), readClock(toText)]
  return from !== null && to !== null && isBare(from) && isBare(to) && to.minute < from.minute
}

/** Parses the evening and the morning of a night, as `parseClockPair` does. Of two bare hours, it asks which are meant. */
export function parseNight(eveningText: string, morningText: string): TypedClockPair {
  if (isEitherWay(eveningText, morningText)) return { ok: false, flaw: 'whichHalf' }
  return parseClockPair(eveningText, morningText)
}

export type RangesFlaw = ClockPairFlaw | 'emptyRange'
export type TypedRanges = { ok: true; ranges: ClockRange[] } | { ok: false; flaw: RangesFlaw }

const DASH = /[-‐‑‒–—―−~～〜]|\bto\b|\btill\b|\buntil\b|\bbis\b/i

/** A dash alone means no hours. */
const NO_HOURS = /^[-‐‑‒–—―−]$/

/**
 * Parses `9–12, 13:00-17:00` or `3–9 pm`, or `–` for no hours. A range whose end is before its start crosses midnight.
 */
export function parseRanges(typed: string): TypedRanges {
  const ranges: ClockRange[] = []
  if (NO_HOURS.test(typed.trim())) return { ok: true, ranges }
  for (const part of typed.split(/[,;،؛]|\band\b|\bund\b/i)) {
    const [fromText = '', toText = '', ...more] = part.replace(/^\s*(?:from|von)\b/i, '').split(DASH)
    const pair = parseClockPair(fromText, toText)
    if (!pair.ok) return pair
    if (more.length > 0) return { ok: false, flaw: 'notATime' }
    const from = pair.from % DAY_MINUTES
    // An end of 0:00 means the midnight that ends the day.
    const to = pair.to === 0 ? DAY_MINUTES : pair.to
    if (from === to) return { ok: false, flaw: 'emptyRange' }
    if (isEitherWay(fromText, toText)) return { ok: false, flaw: 'whichHalf' }
    ranges.push({ from, to })
  }
  return { ok: true, ranges }
}

/** `22:30`, to prefill a field. */
export const typedClock = (minuteOfDay: number): string =>
  `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`

export const typedRanges = (ranges: readonly ClockRange[]): string =>
  ranges.length === 0 ? '–' : ranges.map(({ from, to }) => `${typedClock(from)}–${typedClock(to)}`).join(', ')
