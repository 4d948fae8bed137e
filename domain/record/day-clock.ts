/** Local time during one of the person's days, including clock changes and travel. */
import { addDays, type Day, HOUR_MS, MINUTE_MS, type OffsetAt, startOfDay } from '../time/local-time'
import type { Interval } from '../time/interval'
import type { Span } from './span'

/**
 * The local offsets around recorded spans, given in order of time. They are those of the current time zone, unless
 * the last span before an instant (or else the first) was recorded in another zone: then they are those of the span.
 */
export const clockBeside =
  (spans: readonly Span[], offsetAt: OffsetAt): OffsetAt =>
  (at) => {
    const span = spans.findLast(({ start }) => start <= at) ?? spans[0]
    if (!span || offsetAt(span.start) === span.utcOffsetMinutes) return offsetAt(at)
    return span.utcOffsetMinutes
  }

/** From the start of a day to the start of the next, widened to hold all its spans whatever their clocks. */
export function boundsOf(day: Day, dayStartHour: number, spans: readonly Span[], clock: OffsetAt): Interval {
  return {
    from: Math.min(startOfDay(day, dayStartHour, clock), ...spans.map(({ start }) => start)),
    until: Math.max(startOfDay(addDays(day, 1), dayStartHour, clock), ...spans.map(({ end }) => end)),
  }
}

/** The instants within the bounds at which the clock showed a full hour, and that hour. */
export function hoursIn({ from, until }: Interval, clock: OffsetAt): { at: number; hour: number }[] {
  const hours: { at: number; hour: number }[] = []
  const pastHour = (at: number): number => (at + clock(at) * MINUTE_MS) % HOUR_MS
  let at = from + ((HOUR_MS - pastHour(from)) % HOUR_MS)
  while (at < until) {
    hours.push({ at, hour: new Date(at + clock(at) * MINUTE_MS).getUTCHours() })
    // A clock change of half an hour moves the full hours.
    const next = at + HOUR_MS
    at = next + ((HOUR_MS - pastHour(next)) % HOUR_MS)
  }
  return hours
}
