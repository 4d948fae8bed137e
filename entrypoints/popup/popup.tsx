import { useEffect, useState } from 'preact/hooks'
import { storageTroubleOf, valueOf } from '../../components/page/describe-trouble'
import { PopupView } from '../../components/popup/popup-view'
import { useRequest } from '../../components/page/use-request'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { useToday } from '../../components/page/use-today'
import type { Rule } from '../../domain/firewall/rule'
import { icons } from '../../platform/favicon'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveDay, liveOpenSpan, liveSettings, liveTrouble } from '../../storage/record/live'
import type { PopupLimits } from './popup-limits'
import type { PopupQuestion } from './popup-question'

const sources = { settings: liveSettings, openSpan: liveOpenSpan, day: liveDay, offsetAt: localOffset }

const limiting = {
  status: () => send('firewall', null),
  preview: (rule: Rule) => send('previewRule', { rule }),
  put: (rule: Rule) => send('putRule', { rule, pin: null }),
}

/** Reads and shows the figures; sends every change to the worker. */
export function Popup() {
  const { settings, pausedUntil, today, failed } = useToday(sources)
  const stored = useLive(liveTrouble, '')
  const [refused, ask] = useRequest()
  const [Limits, setLimits] = useState<typeof PopupLimits | null>(null)
  const [Question, setQuestion] = useState<typeof PopupQuestion | null>(null)
  const [reserved] = useState(() => `${localStorage.getItem('question') ?? 0}px`)
  const isReady = today !== null
  const mayAsk = isReady && settings?.asksWorth === true && pausedUntil === null
  useReady(isReady)
  useEffect(() => {
    if (isReady) void import('./popup-limits').then((module) => setLimits(() => module.PopupLimits))
  }, [isReady])
  useEffect(() => {
    if (mayAsk) void import('./popup-question').then((module) => setQuestion(() => module.PopupQuestion))
  }, [mayAsk])
  return (
    <PopupView
      settings={settings}
      pausedUntil={pausedUntil}
      today={today}
      trouble={storageTroubleOf(valueOf(stored)) ?? failed ?? refused}
      icons={icons}
      offsetAt={localOffset}
      onPause={(until) => ask(send('changeSettings', { pausedUntil: until }))}
      onHideMoney={(moneyHidden) => ask(send('changeSettings', { moneyHidden }))}
      limits={
        <div class="limits" style={{ minBlockSize: `${localStorage.getItem('limits') ?? 0}px` }}>
          {Limits && today && settings && (
            <Limits profileOf={today.figures.profileOf} isMoneyHidden={settings.moneyHidden} />
          )}
        </div>
      }
      question={
        mayAsk && (
          <div class="question">
            {Question ? (
              <Question profileOf={today.figures.profileOf} reserved={reserved} ask={ask} />
            ) : (
              <div style={{ minBlockSize: reserved }} />
            )}
          </div>
        )
      }
      limiting={limiting}
      onDescribe={(surface, change) => ask(send('changeSurface', { surface, change }))}
    />
  )
}
