import { useMemo } from 'preact/hooks'
import { answerTo } from '../../components/page/answer-to'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { targetName } from '../../components/rule/target-name'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { WeekView } from '../../components/week/week-view'
import type { Scope } from '../../domain/insight/finding'
import { sourceTimes } from '../../domain/record/day-total'
import { withoutTotals } from '../../domain/record/history'
import { statementIn } from '../../domain/statement/day-record'
import { revaluedSince, type StatementFacts } from '../../domain/statement/issued-statement'
import { limitsKept } from '../../domain/statement/limits-kept'
import { addDays } from '../../domain/time/local-time'
import { extentOf, holds, type Period, shiftPeriod } from '../../domain/time/period'
import { MEDIAN_OF, statePeriod } from '../../domain/statement/period-statement'
import { writeRange } from '../../domain/time/range'
import type { Settings } from '../../domain/settings/settings'
import { suggest } from '../../domain/statement/suggestion'
import { ratesIn } from '../../domain/value/rate-history'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveSettings } from '../../storage/record/live'
import { liveIssued } from '../../storage/statement/statements'
import { hashOf, type Route } from './route'
import { statementExports } from './statement-exports'
import { useFindings } from './use-findings'
import type { Valued } from './use-history'
import { type PeriodShown, usePeriod, useTitle } from './use-period'
import { useScope } from './use-scope'

const USUAL = 'last-week'

/** A limit is suggested only if the period ended at most this many days ago. */
const SUGGESTED_FOR_DAYS = 31

const firstNeeded = (period: Period) => shiftPeriod(period, -MEDIAN_OF).first

/** The facts of the statement, computed again when something they depend on has changed. */
function useFacts(shown: PeriodShown, valued: Valued | null, scope: Scope | null) {
  const { period, before, today } = shown
  return useMemo(() => {
    if (!valued || !scope) return null
    const { history, valuing, firewall, recordedSince } = scope
    const { rates, settings } = valued
    const { dayStartHour } = settings
    const whole = statePeriod(period, before.extent, history, valuing, recordedSince)
    // A period that is not over cannot be compared with medians of whole periods.
    const stated = holds(period, today) ? { ...whole, median: null } : whole
    const lastOver = addDays(today, -1)
    const currency = rates.length === 0 ? null : settings.currency
    const soFar = { ...period, last: today < period.last ? today : period.last }
    const held = currency === null ? [] : ratesIn(rates, currency, soFar)
    const limits = limitsKept(period, firewall, lastOver, dayStartHour, localOffset)
    const rules = firewall.rules.map(({ rule }) => rule)
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
  }, [valued, scope, period.first, period.last, before.extent.until, today])
}

function Statement({ part, settings }: { part: string | null; settings: Settings }) {
  const range = part ?? USUAL
  const shown = usePeriod(range, USUAL, settings)
  useTitle('week', shown)
  const { period, today } = shown
  const token = writeRange(period)
  const { scope, valued, failed } = useScope(shown, firstNeeded(period))
  const issuedNow = useLive(() => liveIssued(token), token)
  const facts = useFacts(shown, valued, scope)
  const issued = answerTo(token, issuedNow)
  useReady(facts !== null && issued !== undefined)
  const insights = useFindings(token, scope, settings, facts?.currency ?? null)
  const trouble = failed ?? errorIn(issuedNow) ?? insights.failed
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
        insights={insights.found}
        exports={insights.found && statementExports(token, whole, insights.found, settings, nameOf, isSoFar)}
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
