/** The clock on the wall through one of the person's days, changes and journeys included. */
import { addDays, type Day, HOUR_MS, MINUTE_MS, type OffsetAt, startOfDay } from '../time/local-time'
import type { Interval } from '../time/interval'
import type { Span } from './span'

/**
 * The offsets that were on the wall beside recorded spans, in order of time: those of the time zone here, except
 * where a span says that somebody was in another one.
 */
export const clockBeside =
  (spans: readonly Span[], offsetAt: OffsetAt): OffsetAt =>
  (at) => {
    const span = spans.findLast(({ start }) => start <= at) ?? spans[0]
    if (!span || offsetAt(span.start) === span.utcOffsetMinutes) return offsetAt(at)
    return span.utcOffsetMinutes
  }

/** From the start of a day to the next one's; no span of the day lies outside, whatever clocks it was made by. */
export function boundsOf(day: Day, dayStartHour: number, spans: readonly Span[], clock: OffsetAt): Interval {
  return {
    from: Math.min(startOfDay(day, dayStartHour, clock), ...spans.map(({ start }) => start)),
    until: Math.max(startOfDay(addDays(day, 1), dayStartHour, clock), ...spans.map(({ end }) => end)),
  }
}

/** The instants within bounds at which the clock showed a full hour, and that hour. */
export function hoursIn({ from, until }: Interval, clock: OffsetAt): { at: number; hour: number }[] {
  const hours: { at: number; hour: number }[] = []
  const pastHour = (at: number): number => (at + clock(at) * MINUTE_MS) % HOUR_MS
  let at = from + ((HOUR_MS - pastHour(from)) % HOUR_MS)
  while (at < until) {
    hours.push({ at, hour: new Date(at + clock(at) * MINUTE_MS).getUTCHours() })
    // A change of the clock by half an hour moves the full hours.
    const next = at + HOUR_MS
    at = next + ((HOUR_MS - pastHour(next)) % HOUR_MS)
  }
  return hours
}
