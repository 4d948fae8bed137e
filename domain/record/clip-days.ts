/** What of the record lies in a stretch of local time, by the clock that was on the wall then. */
import { MINUTE_MS } from '../time/local-time'
import type { Extent } from '../time/period'
import { type SealedDay, unseal } from './sealed-day'
import { sealIfAny } from './sealing'
import { reshape, type Span } from './span'

/** The ends of an extent on the clock of a span, epoch ms. */
function endsFor({ utcOffsetMinutes }: Span, { from, until }: Extent): [from: number, until: number] {
  const offsetMs = utcOffsetMinutes * MINUTE_MS
  return [from - offsetMs, until - offsetMs]
}

/** The part of a span that lies inside; the span itself where all of it does. */
function insideOf(span: Span, extent: Extent): Span[] {
  const [from, until] = endsFor(span, extent)
  if (span.start >= from && span.end <= until) return [span]
  const [start, end] = [Math.max(span.start, from), Math.min(span.end, until)]
  return start < end ? [reshape(span, start, end)] : []
}

/** The parts of a span that lie outside; the span itself, alone, where all of it does. */
export function outsideOf(span: Span, extent: Extent): Span[] {
  const [from, until] = endsFor(span, extent)
  if (span.end <= from || span.start >= until) return [span]
  return [
    ...(span.start < from ? [reshape(span, span.start, from)] : []),
    ...(span.end > until ? [reshape(span, until, span.end)] : []),
  ]
}

/** The calendar day with what is left of each span; the same day where all of each is. */
function dayOf(day: SealedDay, partsOf: (span: Span) => Span[]): SealedDay | null {
  const spans = unseal(day)
  const parts = spans.map(partsOf)
  return parts.every(([part], index) => part === spans[index]) ? day : sealIfAny(parts.flat())
}

/** The part of a calendar day that lies inside; null where none does. */
export const dayInside = (day: SealedDay, extent: Extent): SealedDay | null =>
  dayOf(day, (span) => insideOf(span, extent))

/** The parts of a calendar day that lie outside; null where none does. */
export const dayOutside = (day: SealedDay, extent: Extent): SealedDay | null =>
  dayOf(day, (span) => outsideOf(span, extent))
