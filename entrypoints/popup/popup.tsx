import { storageTroubleOf, valueOf } from '../../components/describe-trouble'
import { PopupView } from '../../components/popup/popup-view'
import { useAsking } from '../../components/use-asking'
import { useLive } from '../../components/use-live'
import { useReady } from '../../components/use-ready'
import { useToday } from '../../components/use-today'
import { pauseEnd } from '../../domain/pause'
import { icons } from '../../platform/favicon'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveDay, liveOpenSpan, liveSettings, liveTrouble } from '../../storage/live'

const sources = { settings: liveSettings, openSpan: liveOpenSpan, day: liveDay, offsetAt: localOffset }

/** Reads, prices and shows; every change goes to the worker. */
export function Popup() {
  const { settings, pausedUntil, today, failed } = useToday(sources)
  const stored = useLive(liveTrouble, '')
  const [refused, ask] = useAsking()
  useReady(today !== null)
  return (
    <PopupView
      settings={settings}
      pausedUntil={pausedUntil}
      today={today}
      trouble={storageTroubleOf(valueOf(stored)) ?? failed ?? refused}
      icons={icons}
      onPause={(choice, { dayStartHour }) => {
        const until = pauseEnd(choice, Date.now(), dayStartHour, localOffset)
        ask(send('changeSettings', { pausedUntil: until }))
      }}
      onResume={() => ask(send('changeSettings', { pausedUntil: null }))}
      onHideMoney={(moneyHidden) => ask(send('changeSettings', { moneyHidden }))}
      onDescribe={(surface, change) => ask(send('changeSurface', { surface, change }))}
    />
  )
}
