import { TodayView } from '../../components/today/today-view'
import { Trouble } from '../../components/trouble'
import { useAsking } from '../../components/use-asking'
import { useReady } from '../../components/use-ready'
import { useToday } from '../../components/use-today'
import { icons } from '../../platform/favicon'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveDay, liveOpenSpan, liveSettings } from '../../storage/live'

const sources = { settings: liveSettings, openSpan: liveOpenSpan, day: liveDay, offsetAt: localOffset }

/** Without `isWell` another alert stands above the page already. */
export function TodayPage({ isWell }: { isWell: boolean }) {
  const { settings, pausedUntil, today, failed } = useToday(sources)
  const [refused, ask] = useAsking()
  useReady(today !== null)
  const trouble = failed ?? refused
  return (
    <>
      {trouble && <Trouble {...trouble} />}
      {settings && today && (
        <TodayView
          {...today}
          settings={settings}
          isQuiet={!isWell || trouble !== null || pausedUntil !== null}
          pausedUntil={pausedUntil}
          icons={icons}
          onShowMoney={() => ask(send('changeSettings', { moneyHidden: false }))}
        />
      )}
    </>
  )
}
