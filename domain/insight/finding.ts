/** What an insight is computed from, and what it says when there is too little of it. */
import type { RuleScope } from '../firewall/coverage'
import type { FocusRow } from '../firewall/focus-row'
import { type SourceTime, sourceTimes } from '../record/total-source'
import type { History } from '../record/history'
import type { Rating } from '../record/rating'
import type { FirewallRecord } from '../statement/judged-rules'
import type { Commitment } from '../statement/commitment'
import type { Valuing } from '../statement/tally'
import type { LocalInterval } from '../time/interval'
import { addDays, type Day, MINUTE_MS, type OffsetAt } from '../time/local-time'
import type { Period } from '../time/period'

/** How many weeks an insight looks back from the last day of its period, at most. */
export const MOST_WEEKS = 8

/** The rules, what they counted on the days of the scope, and which surfaces each covers. */
export interface FirewallScope extends FirewallRecord {
  covers: (rule: RuleScope, surface: string) => boolean
  offsetAt: OffsetAt
}

/** What was promised beside rules, and what the log has of pauses. */
export interface Promised {
  commitments: readonly Commitment[]
  /** The focus hours on the days of the scope. */
  focus: readonly FocusRow[]
  /** When recording was paused on these days, epoch ms. */
  pausedAt: readonly number[]
}

/** Below this, a figure says more about chance than about a habit. */
export const LEAST_ATTENTION_MS = 30 * MINUTE_MS

/** The record of a period and of the `MOST_WEEKS` weeks before its first day, and how to value it. */
export interface Scope {
  period: Period
  extent: LocalInterval
  /** The person's day now. */
  today: Day
  /** The first calendar day with anything recorded, by day totals of other tools too; null if there is none. */
  recordedSince: Day | null
  /** The first calendar day with a span: what is compared day by day begins there. */
  measuredSince: Day | null
  history: History
  valuing: Valuing
  firewall: FirewallScope
  promised: Promised
  /** The weekday on which weeks start: 0 for Monday. */
  weekStart: number
  /** All ratings ever, and how many questions were asked for them. */
  ratings: readonly Rating[]
  asked: number
}

/** What there is too little of: minutes of attention, with a price, in AI tools or on platforms, whole weeks, days, … */
export type Lack =
  | 'minutes'
  | 'pricedMinutes'
  | 'platforms'
  | 'aiMinutes'
  | 'weeks'
  | 'days'
  | 'rate'
  | 'feeds'
  | 'cutoff'
  | 'nights'
  | 'ratings'
  | 'drift'

/** When a finding will be there. */
export type When =
  /** At the pace so far, after so many more days. */
  | { by: 'days'; days: number }
  /** If every question is answered, after so many more days. */
  | { by: 'answers'; days: number }
  /** On this day at the earliest; `later` for a later period that includes it. */
  | { by: 'day' | 'later'; day: Day }
  /** There is no pace yet: once there is as much as is needed. */
  | { by: 'enough' }
  /** Not in this period: it is over, or it ends before. */
  | { by: 'over' }
  | { by: 'longer' }
  /** Once the person has set it. */
  | { by: 'setting' }

/** Why there is no finding yet: what is needed and what is there, in units of the lack, and when there will be one. */
export interface Missing {
  lacks: Lack
  have: number
  need: number
  when: When
}

export const isMissing = (finding: object): finding is Missing => 'lacks' in finding

/** The day totals that count in the period, by source: with them, a figure is not of this browser alone. */
export const totalsOf = ({ history, extent, valuing }: Scope): readonly SourceTime[] =>
  sourceTimes(history.totals ?? [], extent, valuing.dayStartHour)

export const hasTotals = (scope: Scope): boolean => totalsOf(scope).length > 0

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
