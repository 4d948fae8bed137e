/** Parses a new beginning and end that the person types for a visit, and finds what that changes in the record. */
import { DAY_MINUTES, MINUTE_MS, msOfDay, type OffsetAt } from '../time/local-time'
import { type Interval, subtract } from '../time/interval'
import { type DayToEnter, type EnteredDraft, type EnteredFlaw, instantAt, clocksTyped } from './entered-draft'
import { cutTo, intervalOf, type Span } from './span'

/** The day of a visit, and the spans of all other visits on it. The span in progress ends at `Infinity`. */
export interface DayOfVisit extends Omit<DayToEnter, 'recorded'> {
  others: readonly Pick<Span, 'surface' | 'start' | 'end'>[]
}

/** Time that a visit gains at an edge: on the surface and device of the span beside it. */
export interface Gained extends Interval {
  surface: string
  device: string
  utcOffsetMinutes: number
}

export interface EdgeChange {
  /** The pieces of spans that the visit loses. */
  lost: Span[]
  /** What it gains, which counts as entered by hand. */
  gained: Gained[]
  /** The visit then. */
  span: Interval
}

export type TypedEdges =
  | { ok: true; change: EdgeChange | null }
  | {
      ok: false
      field: keyof EnteredDraft
      flaw: Exclude<EnteredFlaw, 'taken'> | 'nothingLeft' | 'beforeDay'
    }
  /** Another visit is in the way: its surface, and the instant up to which or from which on it was recorded. */
  | { ok: false; field: keyof EnteredDraft; flaw: 'neighbour'; surface: string; at: number }

type Place = Pick<DayToEnter, 'day' | 'dayStartHour' | 'clock'>

/** The minute of the day that a clock shows, as the person sees it in the list. */
const minuteOf = (at: number, offsetMinutes: number): number =>
  Math.floor(msOfDay(at, offsetMinutes) / MINUTE_MS)

/** An edge stays exact, with its seconds, if the typed minute is the one that it has. */
function edgeAt(
  minute: number,
  edge: number,
  { utcOffsetMinutes }: Span,
  isEnd: boolean,
  place: Place,
): number {
  if (minute % DAY_MINUTES === minuteOf(edge, utcOffsetMinutes)) return edge
  return instantAt(minute, isEnd, place)
}

const isOfNight = (minute: number, { dayStartHour }: Place): boolean =>
  minute % DAY_MINUTES < dayStartHour * 60

type Other = DayOfVisit['others'][number]

const overlaps = ({ start, end }: Other, { from, until }: Interval): boolean => start < until && end > from

/** The span in the way of an earlier beginning: the one that ends last. */
const beforeIt = (others: readonly Other[], added: Interval): Other | undefined =>
  others.filter((other) => overlaps(other, added)).toSorted((a, b) => b.end - a.end)[0]

/** The span in the way of a later end: the one that begins first. */
const afterIt = (others: readonly Other[], added: Interval): Other | undefined =>
  others.filter((other) => overlaps(other, added)).toSorted((a, b) => a.start - b.start)[0]

const isInMinute = (at: number, minuteStart: number): boolean =>
  at >= minuteStart && at < minuteStart + MINUTE_MS

/** What a visit loses and gains between its spans and the new edges. */
function changeTo(spans: readonly Span[], span: Interval, clock: OffsetAt): EdgeChange {
  const [first, last] = [spans[0] as Span, spans.at(-1) as Span]
  const lost = spans.flatMap((one) => subtract(intervalOf(one), [span]).map((part) => cutTo(one, part)))
  const gainedBy = ({ surface, device }: Span, from: number, until: number): Gained[] =>
    from < until ? [{ surface, device, utcOffsetMinutes: clock(from), from, until }] : []
  const gained = [
    ...gainedBy(first, span.from, Math.min(first.start, span.until)),
    ...gainedBy(last, Math.max(last.end, span.from), span.until),
  ]
  return { lost, gained, span }
}

/**
 * Reads the new edges of a visit, whose spans are given in order of time. An edge that moves inwards only cuts; one that
 * moves outwards adds time entered by hand, never over another visit, the future or the border of the day. A typed
 * minute in which a neighbour ends means the instant at which it ends.
 */
export function typedEdges(draft: EnteredDraft, spans: readonly Span[], place: DayOfVisit): TypedEdges {
  const [first, last] = [spans[0] as Span, spans.at(-1) as Span]
  const pair = clocksTyped(draft)
  if (!pair.ok) return pair
  let from = edgeAt(pair.from, first.start, first, false, place)
  const until = edgeAt(pair.to, last.end, last, true, place)
  if (from >= place.now) return { ok: false, field: 'from', flaw: 'future' }
  // An hour before the start of the day is one of the night after.
  if (until < from && isOfNight(pair.from, place)) return { ok: false, field: 'from', flaw: 'beforeDay' }
  if (until <= from) return { ok: false, field: 'to', flaw: 'endsBefore' }
  if (until > place.now && until > last.end) return { ok: false, field: 'to', flaw: 'future' }
  if (from < first.start) {
    const earlier = beforeIt(place.others, { from, until: first.start })
    if (earlier && isInMinute(earlier.end, from)) from = Math.min(earlier.end, first.start)
    else if (earlier)
      return { ok: false, field: 'from', flaw: 'neighbour', surface: earlier.surface, at: earlier.end }
  }
  if (until > last.end) {
    const later = afterIt(place.others, { from: last.end, until })
    if (later) return { ok: false, field: 'to', flaw: 'neighbour', surface: later.surface, at: later.start }
  }
  if (from === first.start && until === last.end) return { ok: true, change: null }
  const change = changeTo(spans, { from, until }, place.clock)
  const keeps = spans.some(({ start, end }) => start < until && end > from)
  if (!keeps) return { ok: false, field: 'to', flaw: 'nothingLeft' }
  return { ok: true, change }
}
