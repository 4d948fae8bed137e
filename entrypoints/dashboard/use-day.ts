import { useMemo } from 'preact/hooks'
import { valueOf } from '../../components/page/describe-trouble'
import { useLive } from '../../components/page/use-live'
import { coverage } from '../../domain/firewall/coverage'
import { type DayRecord, dayRecord, statementIn } from '../../domain/statement/day-record'
import { type FocusHour, focusOfDay } from '../../domain/statement/focus-hours'
import type { DayFigures } from '../../domain/statement/today'
import { plainHourMinor } from '../../domain/value/hour-price'
import { localOffset } from '../../platform/local-offset'
import { liveOpenSpan } from '../../storage/record/live'
import { useFocusRows } from './use-focus-rows'
import type { Valued } from './use-history'
import type { PeriodShown } from './use-period'
import type { Statement } from '../../domain/statement/statement'

export interface DayShown {
  record: DayRecord
  focus: readonly FocusHour[]
  /** Figures from closed spans only, for a day that is over. */
  figures: DayFigures
  before: Statement
}

/** What the page of a day shows besides live figures; null until everything is read. */
export function useDay(valued: Valued | null, { period, extent, before }: PeriodShown): DayShown | null {
  const open = valueOf(useLive(liveOpenSpan, ''))
  const day = period.first
  const record = useMemo(
    () =>
      valued && open !== undefined ? dayRecord(valued.history, day, open, valued.valuing, localOffset) : null,
    [valued, open, day],
  )
  const rows = useFocusRows(period)
  const focus = useMemo(() => {
    if (!valued || !record || !rows) return []
    const { covers } = coverage(valued.opinions)
    return focusOfDay(rows, day, record.spans, covers, valued.settings.dayStartHour, Date.now())
  }, [valued, record, rows])
  const statement = useMemo(
    () => valued && statementIn(valued.history, extent, valued.valuing),
    [valued, day],
  )
  const past = useMemo(
    () => valued && statementIn(valued.history, before.extent, valued.valuing),
    [valued, before.extent.from, before.extent.until],
  )
  if (!valued || !record || !statement || !past) return null
  const { settings, valuing } = valued
  const rates = settings.currency === null ? [] : valued.rates
  return {
    record,
    focus,
    before: past,
    figures: {
      statement,
      profileOf: valuing.profileOf,
      hourMinor: settings.currency === null ? null : plainHourMinor(rates, settings.currency, day),
      hasRate: rates.some(({ from }) => from <= day),
    },
  }
}
