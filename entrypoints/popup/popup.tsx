import { useEffect } from 'preact/hooks'
import { storageTroubleOf, valueOf } from '../../components/describe-trouble'
import { PopupOpening, PopupView } from '../../components/popup/popup-view'
import { Trouble } from '../../components/trouble'
import { useAsking } from '../../components/use-asking'
import { useLive } from '../../components/use-live'
import { useToday } from '../../components/use-today'
import { pauseEnd } from '../../domain/pause'
import { faviconUrl, unknownFaviconUrl } from '../../platform/favicon'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveDay, liveOpenSpan, liveSettings, liveTrouble } from '../../storage/live'

const sources = { settings: liveSettings, openSpan: liveOpenSpan, day: liveDay, offsetAt: localOffset }
const icons = { urlOf: faviconUrl, unknownUrl: unknownFaviconUrl() }

/** Reads, prices and shows; every change goes to the worker. */
export function Popup() {
  const { today, failed } = useToday(sources)
  const stored = useLive(liveTrouble, '')
  const [refused, ask] = useAsking()
  const isReady = today !== null
  useEffect(() => {
    if (isReady) performance.mark('ready')
  }, [isReady])

  const trouble = storageTroubleOf(valueOf(stored)) ?? failed ?? refused
  if (!today) return trouble ? <Trouble {...trouble} /> : <PopupOpening />
  const { day, settings, figures, current, runningMs, pausedUntil } = today
  return (
    <PopupView
      day={day}
      statement={figures.statement}
      runningMs={runningMs}
      current={current}
      currency={figures.hasRate ? settings.currency : null}
      hourMinor={figures.hourMinor}
      moneyHidden={settings.moneyHidden}
      pausedUntil={pausedUntil}
      trouble={trouble}
      icons={icons}
      onPause={(choice) => {
        const until = pauseEnd(choice, Date.now(), settings.dayStartHour, localOffset)
        ask(send('changeSettings', { pausedUntil: until }))
      }}
      onResume={() => ask(send('changeSettings', { pausedUntil: null }))}
      onHideMoney={(moneyHidden) => ask(send('changeSettings', { moneyHidden }))}
      onDescribe={(surface, change) => ask(send('changeSurface', { surface, change }))}
    />
  )
}
