/** What stays of recorded time when it turns out that the person was away. */
import type { Attention } from './attention'
import { MINUTE_MS } from '../time/local-time'
import { reshape, type Span } from './span'

/** A stretch of time, epoch ms. */
export type Interval = readonly [from: number, to: number]

/** How long sound or a full screen stands in for input. Proposed in ActivityWatch #261. */
export const EXEMPTION_MS = 90 * MINUTE_MS

/** The parts of a span that lie inside any of the intervals, which are in order. */
export const within = (span: Span, intervals: readonly Interval[]): Span[] =>
  intervals
    .map(([from, to]) => [Math.max(from, span.start), Math.min(to, span.end)] as const)
    .filter(([from, to]) => to > from)
    .map(([from, to]) => (from === span.start && to === span.end ? span : reshape(span, from, to)))

/** What stays counted when the last input was at `lastInputAt`: all before it, and the exempt up to the cap. */
export function keptAfter(lastInputAt: number, exempt: readonly Interval[]): Interval[] {
  const kept: Interval[] = [[-Infinity, lastInputAt]]
  for (const [from, to] of exempt) {
    const [lastFrom, lastTo] = kept.at(-1) as Interval
    const end = Math.min(to, lastInputAt + EXEMPTION_MS)
    if (end <= lastTo) continue
    if (from <= lastTo) kept[kept.length - 1] = [lastFrom, end]
    else if (end > from) kept.push([from, end])
  }
  return kept
}

/** The spans of a moment ago as they stand after a take-back: those that changed, and those that are gone. */
export function takeBack(
  recent: readonly Span[],
  kept: readonly Interval[],
): { spans: Span[]; dropped: string[] } {
  const spans: Span[] = []
  const dropped: string[] = []
  for (const span of recent) {
    const parts = within(span, kept)
    if (parts.length === 1 && parts[0] === span) continue
    if (!parts.some((part) => part.id === span.id)) dropped.push(span.id)
    spans.push(...parts)
  }
  return { spans, dropped }
}

/** The exempt stretches as far as is known: up to the last beat, for the end of a sound is announced. */
export function witnessed({ exempt, exemptNow, lastSeenAt }: Attention): Interval[] {
  const last = exempt.at(-1)
  return exemptNow && last ? [...exempt.slice(0, -1), [last[0], lastSeenAt]] : [...exempt]
}

/**
 * What a state comes to of which nothing more is known than when the last input was, null if it went on: its
 * open span ends at the checkpoint, or at what is taken back.
 */
export function ended(state: Attention, lastInputAt: number | null): { spans: Span[]; dropped: string[] } {
  const kept = keptAfter(Math.min(state.lastInputAt ?? Infinity, lastInputAt ?? Infinity), witnessed(state))
  const { spans, dropped } = takeBack(state.recent, kept)
  return { spans: [...spans, ...(state.open ? within(state.open, kept) : [])], dropped }
}
