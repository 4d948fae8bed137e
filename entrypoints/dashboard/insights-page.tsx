import { useEffect, useMemo, useRef } from 'preact/hooks'
import { InsightsView } from '../../components/insight/insights-view'
import { answerTo } from '../../components/page/answer-to'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { coverage } from '../../domain/firewall/coverage'
import { comparedDays } from '../../domain/insight/cleaning-change'
import { MOST_WEEKS, type Scope } from '../../domain/insight/finding'
import type { Settings } from '../../domain/settings/settings'
import { addDays } from '../../domain/time/local-time'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveSettings } from '../../storage/record/live'
import { liveFirstDay } from '../../storage/record/live-history'
import { liveFirewallRecord } from '../../storage/statement/statements'
import { hashOf, type Route } from './route'
import { useHistory } from './use-history'
import { usePeriod, useTitle } from './use-period'

const USUAL = 'last-week'

/** Scrolls to a card and focuses its heading. */
function goTo(card: string): void {
  const target = document.getElementById(card)
  target?.scrollIntoView()
  target?.querySelector('h2')?.focus({ preventScroll: true })
}

/** The address names a range, and behind it a card to go to. */
export function InsightsPage({ part, surface: card }: Omit<Route, 'page'>) {
  const liveSet = useLive(liveSettings, '')
  const settings = valueOf(liveSet)
  const failed = errorIn(liveSet)
  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && <Insights range={part ?? USUAL} card={card} settings={settings} />}
    </>
  )
}

interface Props {
  range: string
  card: string | null
  settings: Settings
}

function Insights({ range, card, settings }: Props) {
  const shown = usePeriod(range, USUAL, settings)
  useTitle('insights', shown)
  const { period, extent, today, weekStart } = shown
  const since = addDays(period.first, -7 * MOST_WEEKS)
  const { valued, failed } = useHistory(since, period.last)
  const around = comparedDays(settings.cleanings, today) ?? { first: today, last: today }
  const { valued: valuedAround, failed: failedAround } = useHistory(around.first, around.last)
  const key = `${since} ${period.last}`
  const liveRecord = useLive(() => liveFirewallRecord(since, period.last), key)
  const record = answerTo(key, liveRecord)
  const liveFirst = useLive(liveFirstDay, '')
  const recordedSince = valueOf(liveFirst)
  const scope = useMemo(
    (): Scope | null =>
      valued && record && recordedSince !== undefined
        ? {
            period,
            extent,
            today,
            recordedSince,
            history: valued.history,
            valuing: valued.valuing,
            firewall: { ...record, covers: coverage(valued.opinions).covers, offsetAt: localOffset },
          }
        : null,
    [valued, record, recordedSince, period.first, period.last, today],
  )
  const isReady = scope !== null && valuedAround !== null
  useReady(isReady)
  const wanted = useRef(card)
  useEffect(() => {
    wanted.current = card
  }, [card])
  useEffect(() => {
    if (!isReady || wanted.current === null) return
    goTo(wanted.current)
    // Only once: when something is read again, the person is elsewhere.
    wanted.current = null
  }, [isReady, card])
  const trouble = failed ?? failedAround ?? errorIn(liveFirst, liveRecord)
  const hasRate = (valued?.rates.length ?? 0) > 0
  return (
    <>
      {trouble && <Trouble {...trouble} />}
      <InsightsView
        range={range}
        period={period}
        today={today}
        weekStart={weekStart}
        settings={settings}
        scope={scope}
        aroundCleanings={valuedAround?.history ?? null}
        currency={hasRate && !settings.moneyHidden ? settings.currency : null}
        onRange={(next) => {
          location.hash = hashOf('insights', next)
        }}
        onSettings={(change) => send('changeSettings', change)}
      />
    </>
  )
}
