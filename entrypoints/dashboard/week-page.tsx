import { useMemo, useState } from 'preact/hooks'
import { answerTo } from '../../components/page/answer-to'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { targetName } from '../../components/rule/target-name'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { WeekView } from '../../components/week/week-view'
import { hasDiscreet, unnamedFacts } from '../../domain/file/unnamed'
import type { Scope } from '../../domain/insight/finding'
import { type History, withoutTotals } from '../../domain/record/history'
import { statementIn } from '../../domain/statement/day-record'
import {
  type IssuedStatement,
  revaluedSince,
  type StatementFacts,
} from '../../domain/statement/issued-statement'
import { promisesOfWeek } from '../../domain/statement/committed-time'
import { focusOfPeriod, sumOfFocus } from '../../domain/statement/focus-hours'
import { limitsKept } from '../../domain/statement/limits-kept'
import { addDays, type Day } from '../../domain/time/local-time'
import { extentOf, holds, type Period, shiftPeriod } from '../../domain/time/period'
import { MEDIAN_OF, statePeriod } from '../../domain/statement/period-statement'
import { writeRange } from '../../domain/time/range'
import type { Kind } from '../../domain/surface/kind'
import type { ChangeSettings, Settings } from '../../domain/settings/settings'
import { suggest } from '../../domain/statement/suggestion'
import { tally, type Valuing } from '../../domain/statement/tally'
import { partOfSteps, stepsOf, type Trend, trendOf } from '../../domain/statement/trend'
import { ratesIn } from '../../domain/value/rate-history'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveSettings } from '../../storage/record/live'
import { liveCommitments } from '../../storage/record/commitment-times'
import { liveIssued } from '../../storage/statement/statements'
import { dayTotalsIn } from './day-totals-in'
import { lazyPage } from './lazy-page'
import { hashOf, type Route } from './route'
import { statementExports } from './statement-exports'
import { useAroundCleanings } from './use-around-cleanings'
import { useFindings } from './use-findings'
import { useFocusRows } from './use-focus-rows'
import type { Valued } from './use-history'
import { type PeriodShown, usePeriod, useTitle } from './use-period'
import { useScope } from './use-scope'

const Promises = lazyPage(async () => (await import('./promises')).Promises)

const USUAL = 'last-week'

/** A limit is suggested only if the period ended at most this many days ago. */
const SUGGESTED_FOR_DAYS = 31

const changeSettings: ChangeSettings = (change) => send('changeSettings', change)

const firstNeeded = (period: Period) => shiftPeriod(period, -MEDIAN_OF).first

/** A week day by day; null for another period. */
function daysOf(period: Period, history: History, valuing: Valuing): Trend | null {
  if (period.unit !== 'week') return null
  const steps = stepsOf(period, 'day', 0)
  return trendOf(tally(history, extentOf(period, valuing.dayStartHour), valuing, partOfSteps(steps)), steps)
}

/** The facts of the statement, computed again when something they depend on has changed. */
function useFacts(shown: PeriodShown, valued: Valued | null, scope: Scope | null) {
  const { period, before, today } = shown
  const live = useLive(liveCommitments, '')
  const commitments = valueOf(live)
  const focusRows = useFocusRows(period)
  const facts = useMemo(() => {
    if (!valued || !scope || !commitments || !focusRows) return null
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
    const ofPeriod = extentOf(period, dayStartHour)
    const isRecent = addDays(period.last, SUGGESTED_FOR_DAYS) >= today
    // A limit counts only this browser, so a suggestion does, too.
    const own = withoutTotals(history)
    const ownStatement = own === history ? stated.statement : statementIn(own, ofPeriod, valuing)
    const suggestion = isRecent ? suggest(ownStatement, own, extent, valuing, rules) : null
    const totals = dayTotalsIn(valued, ofPeriod)
    const kindOf = (surface: string) => valuing.profileOf(surface).kind
    // A promise counts what it will be settled by, whatever the page shows.
    const promises =
      period.unit === 'week' ? promisesOfWeek(commitments, period.first, valued.whole, kindOf) : []
    const focus = sumOfFocus(
      focusOfPeriod(focusRows, period, history, ofPeriod, firewall.covers, dayStartHour, Date.now()),
    )
    return {
      stated,
      limits,
      ...(focus && { focus }),
      currency,
      rates: held,
      totals,
      ...(promises.length > 0 && { promises }),
      suggestion,
      days: daysOf(period, history, valuing),
    }
  }, [valued, scope, commitments, focusRows, period.first, period.last, before.extent.until, today])
  return { facts, failedFacts: errorIn(live) }
}

/** The statement as of now. One of this device alone is another than the one that was `issued`, and so not compared. */
const asOfToday = (
  today: Day,
  said: Omit<StatementFacts, 'issuedAt' | 'issuedOn' | 'revaluedSince'>,
  issued: IssuedStatement | null,
): StatementFacts => ({
  ...said,
  issuedAt: Date.now(),
  issuedOn: today,
  revaluedSince: revaluedSince(issued, said.stated, said.currency),
})

function Statement({ part, settings }: { part: string | null; settings: Settings }) {
  const range = part ?? USUAL
  const shown = usePeriod(range, USUAL, settings)
  useTitle('week', shown)
  const { period, today } = shown
  const token = writeRange(period)
  const { scope, valued, failed } = useScope(shown, firstNeeded(period))
  const issuedNow = useLive(() => liveIssued(token), token)
  const { facts, failedFacts } = useFacts(shown, valued, scope)
  const issued = answerTo(token, issuedNow)
  useReady(facts !== null && issued !== undefined)
  const { around, failed: failedAround } = useAroundCleanings(settings.cleanings, today)
  const { found, failed: unfound } = useFindings(token, scope, around, settings, facts?.currency ?? null)
  const trouble = failed ?? failedAround ?? failedFacts ?? errorIn(issuedNow) ?? unfound
  // For one statement and never stored: the next file may be for somebody else.
  const [namedIn, setNamedIn] = useState<string | null>(null)
  if (!facts || issued === undefined || !valued) return trouble && <Trouble {...trouble} />
  const { suggestion, days, ...said } = facts
  const isAlone = valued.hidden.size > 0
  const whole = asOfToday(today, said, isAlone ? null : issued)
  const { profileOf } = valued.valuing
  const nameOf = (target: Parameters<typeof targetName>[0]) => targetName(target, profileOf)
  const isSoFar = holds(period, today)
  const isWithNames = namedIn === token
  const unnaming = { profileOf, wordFor: (kind: Kind) => t(`kind_${kind}`) }
  const others = hasDiscreet(whole, unnaming) && {
    facts: unnamedFacts(whole, unnaming),
    ...(found?.unnamed(whole, unnaming) ?? { findings: null, said: [] }),
  }
  const exported = found && (others && others.findings && !isWithNames ? others : { facts: whole, ...found })
  return (
    <>
      {trouble && <Trouble {...trouble} />}
      <WeekView
        facts={whole}
        range={range}
        today={today}
        beforePeriod={shown.before.period}
        days={days}
        isSoFar={isSoFar}
        suggestion={suggestion}
        nameOf={nameOf}
        isMoneyHidden={settings.moneyHidden}
        insights={found}
        paper={others && !isWithNames ? others : null}
        naming={others ? { isWithNames, onChange: (is) => setNamedIn(is ? token : null) } : null}
        exports={
          exported &&
          statementExports(token, whole, exported, found.shared, settings, nameOf, !isSoFar && !isAlone)
        }
        promising={period.unit === 'week' && <Promises settings={settings} />}
        picture={{ settings, hasRate: said.currency !== null, onChange: changeSettings }}
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
