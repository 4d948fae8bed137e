/** Apart from span.ts, for pages that only read the record do without it. */
import { DAY_MS, msOfDay, type OffsetAt, offsetChange } from '../time/local-time'
import { reshape, type Span } from './span'

function cutAtMidnight(span: Span): Span[] {
  const midnight = span.start + DAY_MS - msOfDay(span.start, span.utcOffsetMinutes)
  if (span.end <= midnight) return [span]
  return [reshape(span, span.start, midnight), ...cutAtMidnight(reshape(span, midnight, span.end))]
}

/**
 * Cuts a span at local midnights and wherever the offset changes, so that every piece lies in one calendar
 * day with one offset. When the whole time zone has changed since the start (a journey), the new one holds
 * from `knownUntil`, the last instant seen in the old one.
 */
export function cutByDay(span: Span, offsetAt: OffsetAt, knownUntil: number): Span[] {
  const journeyed = offsetAt(span.start) !== span.utcOffsetMinutes
  if (!journeyed && offsetAt(span.end) === span.utcOffsetMinutes) return cutAtMidnight(span)
  const change = journeyed
    ? Math.min(Math.max(knownUntil, span.start), span.end)
    : offsetChange(span.start, span.end, offsetAt)
  const after = reshape(span, change, span.end, offsetAt(change))
  const rest = change < span.end ? cutByDay(after, offsetAt, change) : []
  return change > span.start ? [...cutAtMidnight(reshape(span, span.start, change)), ...rest] : rest
}
