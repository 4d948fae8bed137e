/**
 * With what a person's days end and begin: the last and the first 15 min of attention of each day, by kind. Share of
 * a kind = its time in these quarters ÷ their length, over all days with at least 15 min (0 to 1).
 */
import type { Kind } from '../surface/kind'
import { MINUTE_MS } from '../time/local-time'
import { firstMs, lastMs, attentionIn, type Stretch } from './stretch'

const QUARTER_MS = 15 * MINUTE_MS

export interface KindShare {
  kind: Kind
  share: number
}

export interface DayEdges {
  /** Days with at least 15 min of attention. */
  days: number
  /** The largest share first; empty without days. */
  last: KindShare[]
  first: KindShare[]
}

function sharesBy(parts: readonly Stretch[], kindOf: (surface: string) => Kind): KindShare[] {
  const whole = attentionIn(parts)
  const byKind = Map.groupBy(parts, ({ surface }) => kindOf(surface))
  return [...byKind]
    .map(([kind, own]) => ({ kind, share: attentionIn(own) / whole }))
    .sort((a, b) => b.share - a.share || (a.kind < b.kind ? -1 : 1))
}

/** The last and the first quarter of an hour of each of the person's days, from stretches given in order. */
export function dayEdges(stretches: readonly Stretch[], kindOf: (surface: string) => Kind): DayEdges {
  const days = [...Map.groupBy(stretches, ({ day }) => day).values()].filter(
    (own) => attentionIn(own) >= QUARTER_MS,
  )
  return {
    days: days.length,
    last: sharesBy(
      days.flatMap((own) => lastMs(own, QUARTER_MS)),
      kindOf,
    ),
    first: sharesBy(
      days.flatMap((own) => firstMs(own, QUARTER_MS)),
      kindOf,
    ),
  }
}
