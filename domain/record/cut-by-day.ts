/** In a file of its own so that pages that only read the record do not load it. */
import { DAY_MS, msOfDay, type OffsetAt, offsetChange } from '../time/local-time'
import { reshape, type Span } from './span'

function cutAtMidnight(span: Span): Span[] {
  const midnight = span.start + DAY_MS - msOfDay(span.start, span.utcOffsetMinutes)
  if (span.end <= midnight) return [span]
  return [reshape(span, span.start, midnight), ...cutAtMidnight(reshape(span, midnight, span.end))]
}

/**
 * Cuts a span at local midnights and wherever the offset changes, so that every piece lies in one calendar day
 * and has one offset. If the person has changed time zones since the start, the new zone holds from `knownUntil`,
 * the last instant observed in the old one.
 */
export function cutByDay(span: Span, offsetAt: OffsetAt, knownUntil: number): Span[] {
  const hasTravelled = offsetAt(span.start) !== span.utcOffsetMinutes
  if (!hasTravelled && offsetAt(span.end) === span.utcOffsetMinutes) return cutAtMidnight(span)
  const change = hasTravelled
    ? Math.min(Math.max(knownUntil, span.start), span.end)
    : offsetChange(span.start, span.end, offsetAt)
  const after = reshape(span, change, span.end, offsetAt(change))
  const rest = change < span.end ? cutByDay(after, offsetAt, change) : []
  return change > span.start ? [...cutAtMidnight(reshape(span, span.start, change)), ...rest] : rest
}
