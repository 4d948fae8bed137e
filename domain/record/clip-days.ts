/** Clips recorded days to an interval of local time, by the local clock at which each span was recorded. */
import { clip, type Interval, type LocalInterval, subtract } from '../time/interval'
import { DAY_MS, type Day, HOUR_MS, MINUTE_MS } from '../time/local-time'
import { type SealedDay, unseal } from './sealed-day'
import { sealIfAny } from './sealing'
import { cutTo, intervalOf, type Span } from './span'

/** The instants of a local interval, by the clock of a span. */
function onClockOf(
  { utcOffsetMinutes }: Pick<Span, 'utcOffsetMinutes'>,
  { from, until }: LocalInterval,
): Interval {
  const offsetMs = utcOffsetMinutes * MINUTE_MS
  return { from: from - offsetMs, until: until - offsetMs }
}

/** The part of a span that lies inside; the same object if all of it does. */
function insideOf(span: Span, extent: LocalInterval): Span[] {
  const part = clip(intervalOf(span), onClockOf(span, extent))
  return part ? [cutTo(span, part)] : []
}

/** The parts of a span that lie outside; only the same object if all of it does. */
export const outsideOf = (span: Span, extent: LocalInterval): Span[] =>
  subtract(intervalOf(span), [onClockOf(span, extent)]).map((part) => cutTo(span, part))

/** Whether any of a visit lies inside, by the clock at its end. */
export const isInside = (
  visit: Pick<Span, 'start' | 'end' | 'utcOffsetMinutes'>,
  extent: LocalInterval,
): boolean => clip(intervalOf(visit), onClockOf(visit, extent)) !== null

/** The parts of spans that belong to one of the person's days, by the clock at which each was recorded. */
export function spansOfDay(spans: readonly Span[], day: Day, dayStartHour: number): Span[] {
  const from = Date.parse(day) + dayStartHour * HOUR_MS
  return spans.flatMap((span) => insideOf(span, { from, until: from + DAY_MS }))
}

/** The calendar day with the parts of each span; the same object if all spans are kept whole. */
function dayOf(day: SealedDay, partsOf: (span: Span) => Span[]): SealedDay | null {
  const spans = unseal(day)
  const parts = spans.map(partsOf)
  return parts.every(([part], index) => part === spans[index]) ? day : sealIfAny(parts.flat())
}

/** The part of a calendar day that lies inside; null if none does. */
export const dayInside = (day: SealedDay, extent: LocalInterval): SealedDay | null =>
  dayOf(day, (span) => insideOf(span, extent))

/** The parts of a calendar day that lie outside; null if none do. */
export const dayOutside = (day: SealedDay, extent: LocalInterval): SealedDay | null =>
  dayOf(day, (span) => outsideOf(span, extent))
