/** Which period answers most questions without being looked for. */
import { addDays, type Day } from '../time/local-time'
import { type Period, periodOf, shiftPeriod } from '../time/period'
import type { Scope } from './finding'

/** A period with fewer days behind it is young: most questions need more. */
const YOUNG_DAYS = 7

/** The range that is shown first: last week, or this one if nothing was recorded before `thisWeek`. */
export const usualRange = (
  recordedSince: Day | null,
  thisWeek: Pick<Period, 'first'>,
): 'this-week' | 'last-week' =>
  recordedSince === null || recordedSince >= thisWeek.first ? 'this-week' : 'last-week'

/**
 * The period to look at while this one is young: the one before it, for a day the last week. Null if this one is old
 * enough or over, or if nothing was recorded before it.
 */
export function fullerPeriod(
  { period, today, recordedSince }: Pick<Scope, 'period' | 'today' | 'recordedSince'>,
  weekStart: number,
): Period | null {
  if (today > period.last || today >= addDays(period.first, YOUNG_DAYS)) return null
  const before = shiftPeriod(period.unit === 'day' ? periodOf('week', today, weekStart) : period, -1)
  return recordedSince !== null && recordedSince <= before.last ? before : null
}
