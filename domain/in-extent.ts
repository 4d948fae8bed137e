/** What of the record lies in a stretch of local time, by the clock that was on the wall then. */
import { MINUTE_MS } from './local-time'
import type { Extent } from './period'
import { type SealedDay, unseal } from './sealed-day'
import { seal } from './sealing'
import { reshape, type Span } from './span'

/** The ends of an extent on the clock of a span, epoch ms. */
function endsFor({ utcOffsetMinutes }: Span, { from, until }: Extent): [from: number, until: number] {
  const offsetMs = utcOffsetMinutes * MINUTE_MS
  return [from - offsetMs, until - offsetMs]
}

/** The part of a span that lies inside; the span itself where all of it does. */
export function insideOf(span: Span, extent: Extent): Span | null {
  const [from, until] = endsFor(span, extent)
  if (span.start >= from && span.end <= until) return span
  const [start, end] = [Math.max(span.start, from), Math.min(span.end, until)]
  return start < end ? reshape(span, start, end) : null
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

/** The part of a calendar day that lies inside; null where none does. */
export function dayInside(day: SealedDay, extent: Extent): SealedDay | null {
  const spans = unseal(day)
  const inside = spans.map((span) => insideOf(span, extent))
  if (inside.every((span, index) => span === spans[index])) return day
  const kept = inside.filter((span) => span !== null)
  return kept.length > 0 ? seal(kept) : null
}
