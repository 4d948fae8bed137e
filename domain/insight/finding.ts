/** What an insight is computed from, and what it says when there is too little of it. */
import type { History } from '../record/history'
import type { Rating } from '../record/rating'
import type { Valuing } from '../statement/tally'
import type { LocalInterval } from '../time/interval'
import { addDays, type Day } from '../time/local-time'
import type { Period } from '../time/period'

/** How many weeks an insight looks back from the last day of its period, at most. */
export const MOST_WEEKS = 8

/** The record of a period and of the `MOST_WEEKS` weeks before its first day, and how to value it. */
export interface Scope {
  period: Period
  extent: LocalInterval
  /** The person's day now. */
  today: Day
  /** The first calendar day with anything recorded; null if there is none. */
  recordedSince: Day | null
  history: History
  valuing: Valuing
  /** All ratings ever, and how many questions were asked for them. */
  ratings: readonly Rating[]
  asked: number
}

/** What there is too little of: minutes of attention or in AI tools, whole weeks, days to compare with, … */
export type Lack =
  'minutes' | 'aiMinutes' | 'weeks' | 'days' | 'rate' | 'feeds' | 'cutoff' | 'ratings' | 'drift'

/** Why there is no finding yet: what is needed and what is there, in units of the lack. */
export interface Missing {
  lacks: Lack
  have: number
  need: number
}

export const isMissing = (finding: object): finding is Missing => 'lacks' in finding

/** The last day of the period that has begun: its last day, or today if it is not over. */
export const lastDayOf = ({ period, today }: Pick<Scope, 'period' | 'today'>): Day =>
  today < period.last ? today : period.last

/** `count` runs of seven days, the earliest first, of which the last ends with the last day of the period. */
export function weeksUpTo(scope: Pick<Scope, 'period' | 'today'>, count: number): Period[] {
  const last = lastDayOf(scope)
  return Array.from({ length: count }, (_, index) => {
    const end = addDays(last, -7 * (count - 1 - index))
    return { unit: 'dates', first: addDays(end, -6), last: end }
  })
}
