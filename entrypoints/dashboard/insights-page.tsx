import { useMemo } from 'preact/hooks'
import { InsightsView } from '../../components/insight/insights-view'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { MOST_WEEKS, type Scope } from '../../domain/insight/finding'
import type { Settings } from '../../domain/settings/settings'
import { addDays } from '../../domain/time/local-time'
import { send } from '../../platform/messages'
import { liveSettings } from '../../storage/record/live'
import { liveAsked } from '../../storage/record/known-surfaces'
import { liveFirstDay } from '../../storage/record/live-history'
import { hashOf, type Route } from './route'
import { useHistory } from './use-history'
import { usePeriod, useTitle } from './use-period'

const USUAL = 'last-week'

export function InsightsPage({ part }: Omit<Route, 'page'>) {
  const liveSet = useLive(liveSettings, '')
  const settings = valueOf(liveSet)
  const failed = errorIn(liveSet)
  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && <Insights range={part ?? USUAL} settings={settings} />}
    </>
  )
}

function Insights({ range, settings }: { range: string; settings: Settings }) {
  const shown = usePeriod(range, USUAL, settings)
  useTitle('insights', shown)
  const { period, extent, today } = shown
  const { valued, failed } = useHistory(addDays(period.first, -7 * MOST_WEEKS), period.last)
  const liveFirst = useLive(liveFirstDay, '')
  const recordedSince = valueOf(liveFirst)
  const liveQuestions = useLive(liveAsked, '')
  const asked = valueOf(liveQuestions)
  const scope = useMemo(
    (): Scope | null =>
      valued && recordedSince !== undefined && asked !== undefined
        ? { period, extent, today, recordedSince, asked, ...valued }
        : null,
    [valued, recordedSince, asked, period.first, period.last, today],
  )
  useReady(scope !== null)
  const trouble = failed ?? errorIn(liveFirst, liveQuestions)
  const hasRate = (valued?.rates.length ?? 0) > 0
  return (
    <>
      {trouble && <Trouble {...trouble} />}
      <InsightsView
        range={range}
        period={period}
        today={today}
        settings={settings}
        scope={scope}
        currency={hasRate && !settings.moneyHidden ? settings.currency : null}
        onRange={(next) => {
          location.hash = hashOf('insights', next)
        }}
        onSettings={(change) => send('changeSettings', change)}
      />
    </>
  )
}
