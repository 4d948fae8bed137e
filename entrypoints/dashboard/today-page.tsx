import { useEffect } from 'preact/hooks'
import { TodayView } from '../../components/today/today-view'
import { Trouble } from '../../components/trouble'
import { useAsking } from '../../components/use-asking'
import { useToday } from '../../components/use-today'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveDay, liveOpenSpan, liveSettings } from '../../storage/live'
import { icons } from './icons'

const sources = { settings: liveSettings, openSpan: liveOpenSpan, day: liveDay, offsetAt: localOffset }

export function TodayPage() {
  const { today, failed } = useToday(sources)
  const [refused, ask] = useAsking()
  const isReady = today !== null
  useEffect(() => {
    if (isReady) performance.mark('ready')
  }, [isReady])
  const trouble = failed ?? refused
  if (!today) return trouble && <Trouble {...trouble} />
  const { settings, figures } = today
  return (
    <>
      {trouble && <Trouble {...trouble} />}
      <TodayView
        day={today.day}
        statement={figures.statement}
        runningMs={today.runningMs}
        current={today.current}
        currency={figures.hasRate ? settings.currency : null}
        hourMinor={figures.hourMinor}
        moneyHidden={settings.moneyHidden}
        guess={settings.guess}
        icons={icons}
        onShowMoney={() => ask(send('changeSettings', { moneyHidden: false }))}
      />
    </>
  )
}
