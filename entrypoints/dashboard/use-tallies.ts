import { useMemo } from 'preact/hooks'
import type { TroubleProps } from '../../components/page/trouble'
import { isUneven } from '../../domain/record/day-total'
import { onlyTotals } from '../../domain/record/history'
import type { Day } from '../../domain/time/local-time'
import { beginsWithin, type Period } from '../../domain/time/period'
import { type SurfaceTally, tally } from '../../domain/statement/tally'
import { partOfSteps } from '../../domain/statement/trend'
import { useFirstDay } from './use-devices'
import { useHistory, type Valued } from './use-history'
import type { PeriodShown } from './use-period'

export interface Tallies {
  valued: Valued
  /** Tallies of the period, split by its steps. */
  now: SurfaceTally[]
  /** The first recorded day, if it lies within the period before, which is then not compared. */
  begins: Day | null
  /** Tallies of the same part of the period before, not split; none if it is not compared. */
  before: SurfaceTally[]
  /** The share of day totals in `now`, split by its steps. */
  totals: SurfaceTally[]
}

/** The tallies of a period and of the one before. Each is computed again only after a change. */
export function useTallies(
  { extent, before }: PeriodShown,
  steps: readonly Period[],
): { tallies: Tallies | null; failed: TroubleProps | null } {
  const first = before.period.first
  const last = steps.at(-1)?.last ?? before.period.last
  const { valued, failed } = useHistory(first, last)
  const { first: recordedSince, failed: failedFirst } = useFirstDay()
  const begins = recordedSince === undefined ? null : beginsWithin(before.period, recordedSince)
  const now = useMemo(
    () => valued && tally(valued.history, extent, valued.valuing, partOfSteps(steps)),
    [valued, steps],
  )
  const earlier = useMemo(
    () =>
      valued &&
      (begins === null &&
      !isUneven(valued.history.totals ?? [], before.period, before.extent, valued.valuing.dayStartHour)
        ? tally(valued.history, before.extent, valued.valuing)
        : []),
    [valued, begins, before.extent.from, before.extent.until],
  )
  const totals = useMemo(
    () => valued && tally(onlyTotals(valued.history), extent, valued.valuing, partOfSteps(steps)),
    [valued, steps],
  )
  const tallies = useMemo(
    () =>
      valued && now && earlier && totals && recordedSince !== undefined
        ? { valued, now, begins, before: earlier, totals }
        : null,
    [valued, now, begins, earlier, totals, recordedSince],
  )
  return { tallies, failed: failed ?? failedFirst }
}
