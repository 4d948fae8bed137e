/**
 * Time that the clock shows again after it was set back. Spans are named by their beginning, and those that are cut at
 * midnight begin at the same instant whenever it is passed, so the later one would overwrite the earlier one.
 */
import { DAY_MS } from '../time/local-time'
import { reshape, type Span } from './span'

export interface Relived {
  /** The latest instant that the clock has shown, epoch ms. */
  until: number
  /** How often it was set back. */
  times: number
}

/** What is relived at an instant, after what was at the last one; kept for a day. */
export function relivedAt(before: Relived | undefined, lastSeenAt: number, at: number): Relived | undefined {
  if (lastSeenAt > at)
    return { until: Math.max(before?.until ?? 0, lastSeenAt), times: (before?.times ?? 0) + 1 }
  return before && at - before.until < DAY_MS ? before : undefined
}

/** The pieces of a span; those that begin at a cut in time that is relived begin some milliseconds later. */
export const withOwnIds = (pieces: readonly Span[], relived: Relived | undefined): Span[] =>
  pieces.flatMap((piece, index) => {
    if (index === 0 || !relived || piece.start >= relived.until) return [piece]
    const start = piece.start + relived.times
    return start < piece.end ? [reshape(piece, start, piece.end, piece.utcOffsetMinutes)] : []
  })
