/** Everything recorded on one of the person's days, as its page shows it. */
import type { LocalInterval } from '../time/interval'
import type { Interval } from '../time/interval'
import { boundsOf, clockBeside } from '../record/day-clock'
import { costsOf, type DayVisit, visitsOf } from './day-visits'
import type { History } from '../record/history'
import type { Day, OffsetAt } from '../time/local-time'
import { unseal } from '../record/sealed-day'
import type { Span } from '../record/span'
import { type Statement, statementOfAccounts } from './statement'
import { spansOfDay } from '../record/clip-days'
import { accountsOf, tally, type Valuing } from './tally'
import { withoutDouble } from './today'

export interface DayRecord {
  day: Day
  dayStartHour: number
  bounds: Interval
  /** The UTC offsets that were in force, as the spans have them. */
  clock: OffsetAt
  spans: readonly Span[]
  visits: readonly DayVisit[]
  /** The cost of each visit in minor units; null if no rate held. */
  costs: readonly (number | null)[]
}

/**
 * Closed spans in order of time. A span that was rewritten after its day was sealed counts once, in its last
 * version.
 */
const spansIn = ({ sealed, recent }: History): Span[] =>
  [...new Map([...sealed.flatMap(unseal), ...recent].map((span) => [span.id, span])).values()].sort(
    (a, b) => a.start - b.start,
  )

/** A day in visits, including the span in progress up to its last checkpoint. */
export function dayRecord(
  history: History,
  day: Day,
  inProgress: Span | null,
  { profileOf, priceAt, dayStartHour }: Valuing,
  offsetAt: OffsetAt,
): DayRecord {
  const closed = spansIn(history)
  const open = withoutDouble(inProgress, closed)
  const spans = spansOfDay(open ? [...closed, open] : closed, day, dayStartHour)
  const clock = clockBeside(spans, offsetAt)
  const visits = visitsOf(spans, profileOf, open?.id ?? null)
  return {
    day,
    dayStartHour,
    bounds: boundsOf(day, dayStartHour, spans, clock),
    clock,
    spans,
    visits,
    costs: costsOf(visits, priceAt),
  }
}

/** The statement of an extent, from closed spans only. */
export const statementIn = (history: History, extent: LocalInterval, valuing: Valuing): Statement =>
  statementOfAccounts(accountsOf(tally(history, extent, valuing)))
