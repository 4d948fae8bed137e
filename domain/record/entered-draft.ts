/** Parses a stretch of time that the person enters by hand. */
import { parseClock, parseClockPair } from '../time/clock-draft'
import { freeParts } from './correction'
import type { Interval } from '../time/interval'
import { addDays, type Day, DAY_MINUTES, instantOf, MINUTE_MS, type OffsetAt } from '../time/local-time'
import type { Span } from './span'

export interface EnteredDraft {
  from: string
  to: string
}

/** The day on which a stretch is entered. */
export interface DayToEnter {
  day: Day
  dayStartHour: number
  clock: OffsetAt
  now: number
  /** What is recorded already. */
  recorded: readonly Pick<Span, 'start' | 'end'>[]
}

export type EnteredFlaw = 'noTime' | 'whichHalf' | 'endsBefore' | 'future' | 'taken'
export type TypedStretch =
  | { ok: true; free: Interval[]; freeMs: number; takenMs: number }
  | { ok: false; field: keyof EnteredDraft; flaw: EnteredFlaw }

/** The instant of a minute of the person's day. The minute at which the day starts can also mean its end. */
export function instantAt(
  minute: number,
  isEnd: boolean,
  { day, dayStartHour, clock }: Pick<DayToEnter, 'day' | 'dayStartHour' | 'clock'>,
): number {
  const start = dayStartHour * 60
  const ofDay = minute % DAY_MINUTES
  const isNextDate = ofDay < start || (isEnd && ofDay === start)
  return instantOf(isNextDate ? addDays(day, 1) : day, ofDay, clock)
}

export type ClocksTyped =
  | { ok: true; from: number; to: number }
  | { ok: false; field: keyof EnteredDraft; flaw: 'noTime' | 'whichHalf' }

/** Reads two typed times of day, in minutes since midnight. */
export function clocksTyped({ from, to }: EnteredDraft): ClocksTyped {
  const pair = parseClockPair(from, to)
  if (pair.ok) return pair
  const isBoth = parseClock(from) !== null && parseClock(to) !== null
  if (isBoth) return { ok: false, field: 'to', flaw: 'whichHalf' }
  return { ok: false, field: parseClock(from) === null ? 'from' : 'to', flaw: 'noTime' }
}

/**
 * Reads a typed stretch and finds the parts of it in which nothing is recorded. Parts shorter than a minute are
 * left out: they are gaps between one page and the next.
 */
export function typedStretch(draft: EnteredDraft, place: DayToEnter): TypedStretch {
  const pair = clocksTyped(draft)
  if (!pair.ok) return pair
  const stretch = { from: instantAt(pair.from, false, place), until: instantAt(pair.to, true, place) }
  if (stretch.from >= place.now) return { ok: false, field: 'from', flaw: 'future' }
  if (stretch.until <= stretch.from) return { ok: false, field: 'to', flaw: 'endsBefore' }
  if (stretch.until > place.now) return { ok: false, field: 'to', flaw: 'future' }
  const free = freeParts(stretch, place.recorded).filter((part) => part.until - part.from >= MINUTE_MS)
  if (free.length === 0) return { ok: false, field: 'to', flaw: 'taken' }
  const freeMs = free.reduce((sum, part) => sum + part.until - part.from, 0)
  return { ok: true, free, freeMs, takenMs: stretch.until - stretch.from - freeMs }
}
