/** Corrections that a person makes to the record: spans to remove, and spans to add in their place. */
import { clip, type Interval, subtract } from '../time/interval'
import { type SealedDay, spansOf } from './sealed-day'
import { sealIfAny } from './sealing'
import { intervalOf, reshape, type Span } from './span'
import { spansWithout } from './span-parts'
import { siteOf } from '../surface/surface'

/** Where a span is kept; `recent` holds copies that a take-back can still change. */
export type SpanPlace = 'spans' | 'days' | 'recent'

export interface Placed {
  place: SpanPlace
  span: Span
}

/** What is removed, and what is added in its place. */
export interface Exchange<Thing> {
  removed: readonly Thing[]
  added: readonly Thing[]
}

/** The same correction in the copies of a day that are kept to undo an import: from before it and after it. */
export interface KeptCorrection {
  /** The key of the copies in the store `backup`. */
  key: readonly (string | number)[]
  before: Exchange<Span>
  after: Exchange<Span>
}

/** Everything needed to carry out a correction, and to undo it. */
export interface Correction extends Exchange<Placed> {
  kept: readonly KeptCorrection[]
  /** Spans that overlapped the removed ones before, for instance because a clock was set back. */
  over: readonly Span[]
}

const turned = <Thing>({ removed, added }: Exchange<Thing>): Exchange<Thing> => ({
  removed: added,
  added: removed,
})

/** The correction that reverses another one. */
export const undoing = (correction: Correction): Correction => ({
  ...correction,
  ...turned(correction),
  kept: correction.kept.map(({ key, before, after }) => ({
    key,
    before: turned(before),
    after: turned(after),
  })),
})

/** A span without the given pieces, or with these moved to `surface` if it is not null. */
function correctedSpan(span: Span, pieces: readonly Span[], surface: string | null): Span[] {
  const parts: Span[] = []
  let at = span.start
  for (const piece of pieces) {
    if (piece.device !== span.device || piece.surface !== span.surface) continue
    const part = clip(intervalOf(piece), { from: at, until: span.end })
    if (!part) continue
    const { from, until } = part
    if (from > at) parts.push(reshape(span, at, from))
    if (surface !== null) parts.push({ ...reshape(span, from, until), surface, site: siteOf(surface) })
    at = until
  }
  if (at === span.start) return [span]
  return at < span.end ? [...parts, reshape(span, at, span.end)] : parts
}

/**
 * Removes pieces, given in order of time, from the kept spans, or moves them to another surface. Pieces are matched
 * by device, surface and time, because the record may have changed since they were shown. A span that is kept in
 * several places changes in all of them.
 */
export function correctionOf(
  kept: readonly Placed[],
  pieces: readonly Span[],
  surface: string | null,
): Exchange<Placed> {
  const results = kept.map(({ place, span }) => ({
    place,
    span,
    parts: correctedSpan(span, pieces, surface),
  }))
  const changed = new Set(results.flatMap(({ span, parts }) => (parts[0] === span ? [] : [span.id])))
  const affected = results.filter(({ span }) => changed.has(span.id))
  return {
    removed: affected.map(({ place, span }) => ({ place, span })),
    added: affected.flatMap(({ place, parts }) => parts.map((span) => ({ place, span }))),
  }
}

const inRecord = (placed: readonly Placed[]): Span[] =>
  placed.flatMap(({ place, span }) => (place === 'recent' ? [] : [span]))

const isOver = (span: Span, { device, start, end }: Span): boolean =>
  span.device === device && span.start < end && span.end > start

/** The spans of the record that stay but overlap a span to be corrected. */
export function overlapping({ removed }: Exchange<Placed>, kept: readonly Placed[]): Span[] {
  const going = inRecord(removed)
  return spansWithout(inRecord(kept), going).filter((span) => going.some((other) => isOver(span, other)))
}

/** Whether all spans to remove are in the record, and only spans in `over` overlap the spans to add. */
export function canCarryOut({ removed, added, over }: Correction, kept: readonly Placed[]): boolean {
  const [going, here] = [inRecord(removed), inRecord(kept)]
  const staying = spansWithout(spansWithout(here, going), over)
  const isFree = (span: Span) => !staying.some((other) => isOver(other, span))
  return spansWithout(going, here).length === 0 && inRecord(added).every(isFree)
}

/** Like `correctionOf`, for a copy of a day that is kept to undo an import. */
export function exchangeIn(
  day: SealedDay | null,
  pieces: readonly Span[],
  surface: string | null,
): Exchange<Span> {
  const results = spansOf(day).map((span) => ({ span, parts: correctedSpan(span, pieces, surface) }))
  const changed = results.filter(({ span, parts }) => parts[0] !== span)
  return { removed: changed.map(({ span }) => span), added: changed.flatMap(({ parts }) => parts) }
}

/** That copy of a day after the exchange. */
export const exchanged = (day: SealedDay | null, { removed, added }: Exchange<Span>): SealedDay | null =>
  removed.length + added.length === 0 ? day : sealIfAny([...spansWithout(spansOf(day), removed), ...added])

/** The parts of an interval in which nothing is recorded. */
export const freeParts = (interval: Interval, recorded: readonly Pick<Span, 'start' | 'end'>[]): Interval[] =>
  subtract(
    interval,
    recorded.map(intervalOf).sort((a, b) => a.from - b.from),
  )
