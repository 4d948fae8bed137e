import { useMemo } from 'preact/hooks'
import { answerTo } from '../../components/page/answer-to'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { targetName } from '../../components/rule/target-name'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { WeekView } from '../../components/week/week-view'
import { sourceTimes } from '../../domain/record/day-total'
import { withoutTotals } from '../../domain/record/history'
import { statementIn } from '../../domain/statement/day-record'
import { revaluedSince, type StatementFacts } from '../../domain/statement/issued-statement'
import { type FirewallRecord, limitsKept } from '../../domain/statement/limits-kept'
import { addDays, type Day } from '../../domain/time/local-time'
import { extentOf, holds, type Period, shiftPeriod } from '../../domain/time/period'
import { MEDIAN_OF, statePeriod } from '../../domain/statement/period-statement'
import { writeRange } from '../../domain/time/range'
import type { Settings } from '../../domain/settings/settings'
import { suggest } from '../../domain/statement/suggestion'
import { ratesIn } from '../../domain/value/rate-history'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveSettings } from '../../storage/record/live'
import { liveFirstDay } from '../../storage/record/live-history'
import { liveFirewallRecord, liveIssued } from '../../storage/statement/statements'
import { hashOf, type Route } from './route'
import { statementExports } from './statement-exports'
import { useHistory, type Valued } from './use-history'
import { type PeriodShown, usePeriod, useTitle } from './use-period'

const USUAL = 'last-week'

/** A limit is suggested only if the period ended at most this many days ago. */
const SUGGESTED_FOR_DAYS = 31

const firstNeeded = (period: Period) => shiftPeriod(period, -MEDIAN_OF).first

/** The facts of the statement, computed again when something they depend on has changed. */
function useFacts(
  shown: PeriodShown,
  valued: Valued | null,
  record: FirewallRecord | undefined,
  recordedSince: Day | null | undefined,
) {
  const { period, before, today } = shown
  return useMemo(() => {
    if (!valued || !record || recordedSince === undefined) return null
    const { history, valuing, rates, settings } = valued
    const { dayStartHour } = settings
    const whole = statePeriod(period, before.extent, history, valuing, recordedSince)
    // A period that is not over cannot be compared with medians of whole periods.
    const stated = holds(period, today) ? { ...whole, median: null } : whole
    const lastOver = addDays(today, -1)
    const currency = rates.length === 0 ? null : settings.currency
    const soFar = { ...period, last: today < period.last ? today : period.last }
    const held = currency === null ? [] : ratesIn(rates, currency, soFar)
    const limits = limitsKept(period, record, lastOver, dayStartHour, localOffset)
    const rules = record.rules.map(({ rule }) => rule)
    const last = lastOver < period.last ? lastOver : period.last
    const extent = extentOf({ ...period, last }, dayStartHour)
    const isRecent = addDays(period.last, SUGGESTED_FOR_DAYS) >= today
    // A limit counts only this browser, so a suggestion does, too.
    const own = withoutTotals(history)
    const ownStatement =
      own === history ? stated.statement : statementIn(own, extentOf(period, dayStartHour), valuing)
    const suggestion = isRecent ? suggest(ownStatement, own, extent, valuing, rules) : null
    const totals = sourceTimes(history.totals ?? [], extentOf(period, dayStartHour), dayStartHour)
    return { stated, limits, currency, rates: held, totals, suggestion }
  }, [valued, record, recordedSince, period.first, period.last, before.extent.until, today])
}

function Statement({ part, settings }: { part: string | null; settings: Settings }) {
  const range = part ?? USUAL
  const shown = usePeriod(range, USUAL, settings)
  useTitle('week', shown)
  const { period, today } = shown
  const token = writeRange(period)
  const { valued, failed } = useHistory(firstNeeded(period), period.last)
  const liveRecord = useLive(() => liveFirewallRecord(period.first, period.last), token)
  const issuedNow = useLive(() => liveIssued(token), token)
  const liveFirst = useLive(liveFirstDay, '')
  const facts = useFacts(shown, valued, answerTo(token, liveRecord), valueOf(liveFirst))
  const trouble = failed ?? errorIn(liveRecord, issuedNow, liveFirst)
  const issued = answerTo(token, issuedNow)
  useReady(facts !== null && issued !== undefined)
  if (!facts || issued === undefined || !valued) return trouble && <Trouble {...trouble} />
  const { suggestion, ...said } = facts
  const { currency, stated } = said
  const whole: StatementFacts = {
    ...said,
    issuedAt: Date.now(),
    revaluedSince: revaluedSince(issued, stated, currency),
  }
  const { profileOf } = valued.valuing
  const nameOf = (target: Parameters<typeof targetName>[0]) => targetName(target, profileOf)
  const isMoneyHidden = settings.moneyHidden
  const isSoFar = holds(period, today)
  return (
    <>
      {trouble && <Trouble {...trouble} />}
      <WeekView
        facts={whole}
        range={range}
        today={today}
        beforePeriod={shown.before.period}
        isSoFar={isSoFar}
        suggestion={suggestion}
        nameOf={nameOf}
        isMoneyHidden={isMoneyHidden}
        exports={statementExports(token, whole, nameOf, isMoneyHidden, isSoFar)}
        onRange={(other) => (location.hash = hashOf('week', other))}
        onAccept={({ rule }) => send('putRule', { rule, pin: null })}
      />
    </>
  )
}

export function WeekPage({ part }: Omit<Route, 'page'>) {
  const live = useLive(liveSettings, '')
  const settings = valueOf(live)
  const failed = errorIn(live)
  if (failed) return <Trouble {...failed} />
  return settings ? <Statement part={part} settings={settings} /> : null
}
