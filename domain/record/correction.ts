/** Changes that a person makes to the record: what goes, and what comes instead. */
import { clip, type Interval, subtract } from '../time/interval'
import { type SealedDay, spansOf } from './sealed-day'
import { sealIfAny } from './sealing'
import { intervalOf, reshape, type Span } from './span'
import { spansWithout } from './span-parts'
import { siteOf } from '../surface/surface'

/** Where a span is kept; `recent` is what a take-back goes by. */
export type SpanPlace = 'spans' | 'days' | 'recent'

export interface Placed {
  place: SpanPlace
  span: Span
}

/** What goes, and what comes instead. */
export interface Exchange<Thing> {
  removed: readonly Thing[]
  added: readonly Thing[]
}

/** The same in a day as it was before an import and after it, which undoing that import goes by. */
export interface KeptCorrection {
  /** Where it is kept. */
  key: readonly (string | number)[]
  before: Exchange<Span>
  after: Exchange<Span>
}

/** All that it takes to carry a correction out, and to undo it. */
export interface Correction extends Exchange<Placed> {
  kept: readonly KeptCorrection[]
  /** What lay over it already, as where a clock was set back. */
  over: readonly Span[]
}

const turned = <Thing>({ removed, added }: Exchange<Thing>): Exchange<Thing> => ({
  removed: added,
  added: removed,
})

/** The correction that makes another one as if it had never been. */
export const undoing = (correction: Correction): Correction => ({
  ...correction,
  ...turned(correction),
  kept: correction.kept.map(({ key, before, after }) => ({
    key,
    before: turned(before),
    after: turned(after),
  })),
})

/** A span without what lies in pieces of it, or with that given to another surface. */
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
 * Takes pieces, in order of time, out of what is kept, or gives them to another surface. It goes by their time and
 * surface, for the record may have moved on since they were shown. What is kept in two places changes in both.
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

/** What of the record stays and lies over something that is to be corrected. */
export function overlapping({ removed }: Exchange<Placed>, kept: readonly Placed[]): Span[] {
  const going = inRecord(removed)
  return spansWithout(inRecord(kept), going).filter((span) => going.some((other) => isOver(span, other)))
}

/** Whether all that goes is in the record, and nothing lies where something comes but what did so before. */
export function canCarryOut({ removed, added, over }: Correction, kept: readonly Placed[]): boolean {
  const [going, here] = [inRecord(removed), inRecord(kept)]
  const staying = spansWithout(spansWithout(here, going), over)
  const isFree = (span: Span) => !staying.some((other) => isOver(other, span))
  return spansWithout(going, here).length === 0 && inRecord(added).every(isFree)
}

/** The same in a day that is kept for the undoing of an import. */
export function exchangeIn(
  day: SealedDay | null,
  pieces: readonly Span[],
  surface: string | null,
): Exchange<Span> {
  const results = spansOf(day).map((span) => ({ span, parts: correctedSpan(span, pieces, surface) }))
  const changed = results.filter(({ span, parts }) => parts[0] !== span)
  return { removed: changed.map(({ span }) => span), added: changed.flatMap(({ parts }) => parts) }
}

/** Such a day once that is done. */
export const exchanged = (day: SealedDay | null, { removed, added }: Exchange<Span>): SealedDay | null =>
  removed.length + added.length === 0 ? day : sealIfAny([...spansWithout(spansOf(day), removed), ...added])

/** The parts of an interval in which nothing is recorded. */
export const freeParts = (interval: Interval, recorded: readonly Pick<Span, 'start' | 'end'>[]): Interval[] =>
  subtract(
    interval,
    recorded.map(intervalOf).sort((a, b) => a.from - b.from),
  )
