/** A stretch that is entered by hand, as it was typed. */
import { parseClock } from '../time/clock-draft'
import { freeParts } from './correction'
import type { Interval } from '../time/interval'
import { addDays, type Day, DAY_MINUTES, instantOf, MINUTE_MS, type OffsetAt } from '../time/local-time'
import type { Span } from './span'

export interface EnteredDraft {
  from: string
  to: string
}

/** The day that a stretch is entered on, and what is known of it. */
export interface DayToEnter {
  day: Day
  dayStartHour: number
  clock: OffsetAt
  now: number
  /** Where something is recorded already. */
  recorded: readonly Pick<Span, 'start' | 'end'>[]
}

export type EnteredFlaw = 'noTime' | 'endsBefore' | 'future' | 'taken'
export type TypedStretch =
  | { ok: true; free: Interval[]; freeMs: number; takenMs: number }
  | { ok: false; field: keyof EnteredDraft; flaw: EnteredFlaw }

/** When it was so late on the person's day; the start of the day is also its end. */
function instantAt(minute: number, isEnd: boolean, { day, dayStartHour, clock }: DayToEnter): number {
  const start = dayStartHour * 60
  const ofDay = minute % DAY_MINUTES
  const isNextDate = ofDay < start || (isEnd && ofDay === start)
  return instantOf(isNextDate ? addDays(day, 1) : day, ofDay, clock)
}

/**
 * The stretch that was typed, as far as nothing is recorded there. Where only parts are free, those below a minute
 * are left out: they are how long it took to go from page to page.
 */
export function typedStretch({ from, to }: EnteredDraft, place: DayToEnter): TypedStretch {
  const first = parseClock(from)
  if (first === null) return { ok: false, field: 'from', flaw: 'noTime' }
  const last = parseClock(to)
  if (last === null) return { ok: false, field: 'to', flaw: 'noTime' }
  const stretch = { from: instantAt(first, false, place), until: instantAt(last, true, place) }
  if (stretch.from >= place.now) return { ok: false, field: 'from', flaw: 'future' }
  if (stretch.until <= stretch.from) return { ok: false, field: 'to', flaw: 'endsBefore' }
  if (stretch.until > place.now) return { ok: false, field: 'to', flaw: 'future' }
  const free = freeParts(stretch, place.recorded).filter((part) => part.until - part.from >= MINUTE_MS)
  if (free.length === 0) return { ok: false, field: 'to', flaw: 'taken' }
  const freeMs = free.reduce((sum, part) => sum + part.until - part.from, 0)
  return { ok: true, free, freeMs, takenMs: stretch.until - stretch.from - freeMs }
}
