import { useEffect } from 'preact/hooks'
import { TodayView } from '../../components/today/today-view'
import { Trouble } from '../../components/trouble'
import { useToday } from '../../components/use-today'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveDay, liveOpenSpan, liveSettings } from '../../storage/live'
import { icons } from './icons'

const sources = { settings: liveSettings, openSpan: liveOpenSpan, day: liveDay, offsetAt: localOffset }

export function TodayPage() {
  const { today, failed } = useToday(sources)
  const isReady = today !== null
  useEffect(() => {
    if (isReady) performance.mark('ready')
  }, [isReady])
  if (!today) return failed && <Trouble {...failed} />
  const { settings, figures } = today
  return (
    <>
      {failed && <Trouble {...failed} />}
      <TodayView
        day={today.day}
        statement={figures.statement}
        runningMs={today.runningMs}
        current={today.current}
        currency={settings.currency}
        hourMinor={figures.hourMinor}
        moneyHidden={settings.moneyHidden}
        guess={settings.guess}
        icons={icons}
        onShowMoney={() => void send('changeSettings', { moneyHidden: false })}
      />
    </>
  )
}
