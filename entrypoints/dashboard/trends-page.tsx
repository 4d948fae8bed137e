import { useMemo } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { TrendsView } from '../../components/trends/trends-view'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { changesBetween } from '../../domain/statement/changes'
import { heatOf } from '../../domain/statement/heat'
import type { Settings } from '../../domain/settings/settings'
import { statementOfAccounts } from '../../domain/statement/statement'
import { accountsOf } from '../../domain/statement/tally'
import { trendOf } from '../../domain/statement/trend'
import { liveSettings } from '../../storage/record/live'
import { dayTotalsIn } from './day-totals-in'
import { hashOf, type Route } from './route'
import { useFirstDay } from './use-devices'
import { useFocusHours } from './use-focus-rows'
import { usePeriod, useTitle } from './use-period'
import { useSteps } from './use-steps'
import { useTallies } from './use-tallies'

const USUAL = 'this-month'

export function TrendsPage({ part }: Omit<Route, 'page'>) {
  const liveSet = useLive(liveSettings, '')
  const settings = valueOf(liveSet)
  const failed = errorIn(liveSet)
  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && <Trends range={part ?? USUAL} settings={settings} />}
    </>
  )
}

function Trends({ range, settings }: { range: string; settings: Settings }) {
  const shown = usePeriod(range, USUAL, settings)
  useTitle('trends', shown)
  const { period, extent, today, weekStart } = shown
  const steps = useSteps(period, weekStart)
  const { tallies, failed } = useTallies(shown, steps.steps)
  const { first: recordedSince } = useFirstDay()
  const earlier = useMemo(() => tallies && statementOfAccounts(accountsOf(tallies.before)), [tallies?.before])
  const now = useMemo(() => tallies && statementOfAccounts(accountsOf(tallies.now)), [tallies?.now])
  const trend = useMemo(() => tallies && trendOf(tallies.now, steps.steps), [tallies?.now])
  const ofTotals = useMemo(() => tallies && trendOf(tallies.totals, steps.steps), [tallies?.totals])
  const heat = useMemo(
    () => tallies && heatOf(tallies.valued.history, extent, settings.dayStartHour, today, () => true),
    [tallies?.valued, extent.from, extent.until, today],
  )
  const focus = useFocusHours(shown, tallies?.valued)
  const changes = useMemo(() => now && earlier && changesBetween(now, earlier), [now, earlier])
  useReady(trend !== null && recordedSince !== undefined)
  return (
    <>
      {failed && <Trouble {...failed} />}
      <TrendsView
        {...shown}
        {...steps}
        recordedSince={recordedSince ?? null}
        range={range}
        settings={settings}
        figures={
          tallies &&
          now &&
          earlier &&
          trend &&
          ofTotals &&
          heat &&
          changes &&
          focus &&
          recordedSince !== undefined
            ? {
                now,
                earlier,
                begins: tallies.begins,
                trend,
                ofTotals,
                totals: dayTotalsIn(tallies.valued, extent),
                heat,
                changes,
                focus,
                hasRate: tallies.valued.rates.length > 0,
              }
            : null
        }
        onRange={(next) => {
          location.hash = hashOf('trends', next)
        }}
      />
    </>
  )
}
