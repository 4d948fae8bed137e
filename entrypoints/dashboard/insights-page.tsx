import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { InsightsView } from '../../components/insight/insights-view'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { usualRange } from '../../domain/insight/usual-period'
import type { Settings } from '../../domain/settings/settings'
import type { Day } from '../../domain/time/local-time'
import { holds } from '../../domain/time/period'
import { send } from '../../platform/messages'
import { liveSettings } from '../../storage/record/live'
import { dayTotalsIn } from './day-totals-in'
import { lazyPage } from './lazy-page'
import { hashOf, type Route } from './route'
import { useAroundCleanings } from './use-around-cleanings'
import { useFirstDay } from './use-devices'
import type { Valued } from './use-history'
import { type PeriodShown, usePeriod, useTitle } from './use-period'
import { phoneActions, usePlatforms } from './use-phone'
import { useScope } from './use-scope'

const Promises = lazyPage(async () => (await import('./promises')).Promises)

const THIS_WEEK = 'this-week'

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
  const { first: recordedSince, failed: failedFirst } = useFirstDay()
  const failed = failedFirst ?? errorIn(liveSet)
  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && recordedSince !== undefined && (
        <Insights part={part} card={card} settings={settings} recordedSince={recordedSince} />
      )}
    </>
  )
}

interface Props {
  /** The range of the address; null for the usual one. */
  part: string | null
  card: string | null
  settings: Settings
  recordedSince: Day | null
}

/** Goes to the card that the address names, once: when something is read again, the person is elsewhere. */
function useCard(card: string | null, isReady: boolean): void {
  const wanted = useRef(card)
  useEffect(() => {
    wanted.current = card
  }, [card])
  useEffect(() => {
    if (!isReady || wanted.current === null) return
    goTo(wanted.current)
    wanted.current = null
  }, [isReady, card])
}

/** The day totals of the period, and what the section of the phone needs. */
function useTotals({ period, extent, today }: PeriodShown, valued: Valued | null) {
  return useMemo(() => {
    const all = valued?.history.totals ?? []
    const typed = all.filter(({ source, day }) => source === 'entered' && holds(period, day))
    const { profileOf } = valued?.valuing ?? {}
    return {
      totals: dayTotalsIn(valued, extent),
      phone: profileOf
        ? { period, today, typed, profileOf, useKnown: usePlatforms, actions: phoneActions }
        : null,
    }
  }, [valued, period.first, period.last, today])
}

function Insights({ part, card, settings, recordedSince }: Props) {
  const { period: thisWeek } = usePeriod(THIS_WEEK, THIS_WEEK, settings)
  const usual = usualRange(recordedSince, thisWeek)
  const range = part ?? usual
  const shown = usePeriod(range, usual, settings)
  useTitle('insights', shown)
  const { period, today, weekStart } = shown
  const { scope, valued, failed } = useScope(shown)
  const { around, failed: failedAround } = useAroundCleanings(settings.cleanings, today)
  const { totals, phone } = useTotals(shown, valued)
  const [areCardsShown, setCardsShown] = useState(false)
  const isReady = areCardsShown && scope !== null && around !== null
  useReady(isReady)
  useCard(card, isReady)
  const trouble = failed ?? failedAround
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
        aroundCleanings={around}
        currency={hasRate && !settings.moneyHidden ? settings.currency : null}
        totals={totals}
        promises={<Promises settings={settings} />}
        phone={phone}
        onRange={(next) => {
          location.hash = hashOf('insights', next)
        }}
        onSettings={(change) => send('changeSettings', change)}
        onCards={setCardsShown}
      />
    </>
  )
}
