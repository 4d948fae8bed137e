import { useMemo } from 'preact/hooks'
import { valueOf } from '../../components/page/describe-trouble'
import { useLive } from '../../components/page/use-live'
import { coverage } from '../../domain/firewall/coverage'
import type { FocusRow } from '../../domain/firewall/focus-row'
import { type FocusHour, focusOfPeriod } from '../../domain/statement/focus-hours'
import { addDays } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { liveFocusRows } from '../../storage/firewall/focus-log'
import type { Valued } from './use-history'
import type { PeriodShown } from './use-period'

/** The rows of the focus hours of a period, and some around it; undefined until they are read, or if they cannot be. */
export function useFocusRows({
  first,
  last,
}: Pick<Period, 'first' | 'last'>): readonly FocusRow[] | undefined {
  // No place on earth is further than a day from UTC, and a day reaches into the next one.
  const [from, until] = [Date.parse(addDays(first, -1)), Date.parse(addDays(last, 3))]
  return valueOf(useLive(() => liveFocusRows(from, until), `${from} ${until}`))
}

/** The focus hours of a period that are over; null until everything is read. */
export function useFocusHours(
  { period, extent }: Pick<PeriodShown, 'period' | 'extent'>,
  valued: Valued | undefined,
): FocusHour[] | null {
  const rows = useFocusRows(period)
  return useMemo(() => {
    if (!valued || !rows) return null
    const { history, opinions, settings } = valued
    const { covers } = coverage(opinions)
    return focusOfPeriod(rows, period, history, extent, covers, settings.dayStartHour, Date.now())
  }, [valued, rows, extent.from, extent.until])
}
