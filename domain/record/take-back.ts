/** Decides which recorded time stays when it turns out that the person was away. */
import type { Interval } from '../time/interval'
import { MINUTE_MS } from '../time/local-time'
import type { Span } from './span'
import { partsWithin } from './span-parts'

/** An interval as the store `state` keeps it, epoch ms. */
export type StoredInterval = readonly [from: number, until: number]

/** How long sound or full screen goes on counting after the last input. Proposed in ActivityWatch #261. */
export const EXEMPTION_MS = 90 * MINUTE_MS

/** The time that counts if the last input was at `lastInputAt`: all before it, and exempt time up to the cap. */
export function keptAfter(lastInputAt: number, exempt: readonly StoredInterval[]): Interval[] {
  const kept: Interval[] = [{ from: -Infinity, until: lastInputAt }]
  for (const [from, to] of exempt) {
    const last = kept.at(-1) as Interval
    const until = Math.min(to, lastInputAt + EXEMPTION_MS)
    if (until <= last.until) continue
    if (from <= last.until) kept[kept.length - 1] = { from: last.from, until }
    else if (until > from) kept.push({ from, until })
  }
  return kept
}

/** Cuts recent spans to the kept time. Returns the changed spans and the ids of those that vanished. */
export function takeBack(
  recent: readonly Span[],
  kept: readonly Interval[],
): { spans: Span[]; dropped: string[] } {
  const spans: Span[] = []
  const dropped: string[] = []
  for (const span of recent) {
    const parts = partsWithin(span, kept)
    if (parts.length === 1 && parts[0] === span) continue
    if (!parts.some((part) => part.id === span.id)) dropped.push(span.id)
    spans.push(...parts)
  }
  return { spans, dropped }
}
