import { useMemo } from 'preact/hooks'
import { answerTo } from '../../components/page/answer-to'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { coverage } from '../../domain/firewall/coverage'
import { MOST_WEEKS, type Scope } from '../../domain/insight/finding'
import { addDays } from '../../domain/time/local-time'
import { localOffset } from '../../platform/local-offset'
import { liveAsked } from '../../storage/record/known-surfaces'
import { liveFirstMeasuredDay } from '../../storage/record/live-history'
import { livePromised } from '../../storage/statement/promised'
import { liveFirewallRecord } from '../../storage/statement/statements'
import { useFirstDay } from './use-devices'
import { useHistory, type Valued } from './use-history'
import type { PeriodShown } from './use-period'

export interface ScopeShown {
  /** Null until everything is read. */
  scope: Scope | null
  valued: Valued | null
  failed: TroubleProps | null
}

/**
 * What insights on a period are computed from: its record, that of the weeks before, and the rules then. The record
 * goes back further if the page needs it from an earlier day on.
 */
export function useScope(shown: PeriodShown, recordFrom = shown.period.first): ScopeShown {
  const { period, extent, today, weekStart } = shown
  const since = addDays(period.first, -7 * MOST_WEEKS)
  const { valued, failed } = useHistory(recordFrom < since ? recordFrom : since, period.last)
  const key = `${since} ${period.last}`
  const liveRecord = useLive(() => liveFirewallRecord(since, period.last), key)
  const record = answerTo(key, liveRecord)
  const liveOthers = useLive(() => livePromised(since, period.last), key)
  const promised = answerTo(key, liveOthers)
  const { first: recordedSince, failed: failedFirst } = useFirstDay()
  const { first: measuredSince, failed: failedMeasured } = useFirstDay(liveFirstMeasuredDay)
  const liveQuestions = useLive(liveAsked, '')
  const asked = valueOf(liveQuestions)
  const scope = useMemo((): Scope | null => {
    if (!valued || !record || !promised || asked === undefined) return null
    if (recordedSince === undefined || measuredSince === undefined) return null
    const { history, valuing, opinions, ratings } = valued
    const firewall = { ...record, covers: coverage(opinions).covers, offsetAt: localOffset }
    const firstDays = { recordedSince, measuredSince }
    const when = { period, extent, today, weekStart, ...firstDays }
    return { ...when, history, valuing, firewall, promised, ratings, asked }
  }, [
    valued,
    record,
    promised,
    recordedSince,
    measuredSince,
    asked,
    period.first,
    period.last,
    today,
    weekStart,
  ])
  return {
    scope,
    valued,
    failed: failed ?? failedFirst ?? failedMeasured ?? errorIn(liveRecord, liveOthers, liveQuestions),
  }
}
