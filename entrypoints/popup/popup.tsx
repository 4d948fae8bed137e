import { useEffect, useState } from 'preact/hooks'
import { storageTroubleOf, valueOf } from '../../components/page/describe-trouble'
import { PopupView } from '../../components/popup/popup-view'
import { useRequest } from '../../components/page/use-request'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { useToday } from '../../components/page/use-today'
import type { Rule } from '../../domain/firewall/rule'
import { surfaceBook } from '../../domain/surface/surface-book'
import { icons } from '../../platform/favicon'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { Notices } from '../../components/page/notices'
import { noticeSources } from '../../storage/record/live-notices'
import { liveCheckpoint, liveDay, liveSettings, liveTrouble } from '../../storage/record/live'
import { lazyPage } from '../dashboard/lazy-page'
import type { PopupLimits } from './popup-limits'
import { PopupQuestions } from './popup-questions'
import { useFocusPanel } from './use-focus-panel'

const sources = { settings: liveSettings, checkpoint: liveCheckpoint, day: liveDay, offsetAt: localOffset }

/** Names surfaces by the catalogue alone, while the person's own names cannot be read. */
const profileOfNone = surfaceBook([])

const WeeklyBackup = lazyPage(async () => (await import('../dashboard/save-weekly-backup')).SaveWeeklyBackup)

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
  const trouble = storageTroubleOf(valueOf(stored)) ?? failed ?? refused
  const [Limits, setLimits] = useState<typeof PopupLimits | null>(null)
  const focus = useFocusPanel()
  const isReady = today !== null
  useReady(isReady)
  // Without figures, the worker still knows what is left of the rules.
  const mayShowLimits = isReady || trouble !== null
  useEffect(() => {
    if (mayShowLimits) void import('./popup-limits').then((module) => setLimits(() => module.PopupLimits))
  }, [mayShowLimits])
  return (
    <PopupView
      settings={settings}
      pausedUntil={pausedUntil}
      today={today}
      trouble={trouble}
      notices={<Notices sources={noticeSources} dataHref="/dashboard.html#/settings/data" />}
      icons={icons}
      offsetAt={localOffset}
      onPause={(until) => ask(send('changeSettings', { pausedUntil: until }))}
      onHideMoney={(moneyHidden) => ask(send('changeSettings', { moneyHidden }))}
      focus={focus.control(today?.current ?? null, today?.figures.profileOf ?? profileOfNone, ask)}
      limits={
        <div class="limits" style={{ minBlockSize: `${localStorage.getItem('limits') ?? 0}px` }}>
          {Limits && settings && (
            <Limits
              inFront={today?.current?.surface ?? null}
              profileOf={today?.figures.profileOf ?? profileOfNone}
              isMoneyHidden={settings.moneyHidden}
              turn={focus.turn}
              isFocusShown={focus.isShown}
              onFocus={focus.setRunning}
            />
          )}
        </div>
      }
      questions={
        today &&
        pausedUntil === null && (
          <PopupQuestions
            asksWorth={settings?.asksWorth === true}
            profileOf={today.figures.profileOf}
            ask={ask}
          />
        )
      }
      backup={isReady && settings && !trouble && <WeeklyBackup settings={settings} />}
      limiting={limiting}
      onDescribe={(surface, change) => ask(send('changeSurface', { surface, change }))}
    />
  )
}
