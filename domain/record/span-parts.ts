/** Takes parts of spans, and compares and merges lists of spans. */
import { clip, type Interval, subtract } from '../time/interval'
import { cutTo, intervalOf, type Span } from './span'

/** The parts of a span that lie inside any of the intervals, which are in order. */
export const partsWithin = (span: Span, intervals: readonly Interval[]): Span[] =>
  intervals.flatMap((interval) => {
    const part = clip(intervalOf(span), interval)
    return part ? [cutTo(span, part)] : []
  })

/** The parts of a span that overlap none of the taken intervals, which are in order of their beginning. */
export const partsBeside = (span: Span, taken: readonly Interval[]): Span[] =>
  subtract(intervalOf(span), taken).map((part) => cutTo(span, part))

const contentKey = ({ device, start, end, utcOffsetMinutes, origin, surface }: Span): string =>
  `${device} ${start} ${end} ${utcOffsetMinutes} ${origin} ${surface}`

/** The spans that are not among the others, compared by time, surface and origin. */
export function spansWithout(spans: readonly Span[], others: readonly Span[]): Span[] {
  const keys = new Set(others.map(contentKey))
  return spans.filter((span) => !keys.has(contentKey(span)))
}

/** Merges the spans of two sources in order of time; if both have the same id, the later source counts. */
export function mergedSpans(spans: readonly Span[], later: readonly Span[]): Span[] {
  const byId = new Map([...spans, ...later].map((span) => [span.id, span]))
  return [...byId.values()].sort((a, b) => a.start - b.start)
}
