/** Intervals of time, `until` excluded. Attention on a surface is a `Span`, a run of days is a `Period`. */

/** Epoch ms. */
export interface Interval {
  from: number
  until: number
}

/** By the local clock: ms since the local 1970-01-01 00:00. */
export interface LocalInterval {
  from: number
  until: number
}

/** Times of day as rules (minutes) and rates (hours) store them; across midnight if `to` is not after `from`. */
export interface ClockRange {
  from: number
  to: number
}

/** The part of an interval that lies inside another one; null if they do not overlap. */
export function clip({ from, until }: Interval, bounds: Interval): Interval | null {
  const part = { from: Math.max(from, bounds.from), until: Math.min(until, bounds.until) }
  return part.from < part.until ? part : null
}

/** The parts of an interval outside all of the others, which are in order of `from`. */
export function subtract({ from, until }: Interval, others: Iterable<Interval>): Interval[] {
  const parts: Interval[] = []
  let at = from
  for (const other of others) {
    if (other.until <= at) continue
    if (other.from >= until) break
    if (other.from > at) parts.push({ from: at, until: other.from })
    at = other.until
  }
  if (at < until) parts.push({ from: at, until })
  return parts
}
