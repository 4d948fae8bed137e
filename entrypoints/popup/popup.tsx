import { useEffect, useMemo } from 'preact/hooks'
import { type PauseChoice, PopupView } from '../../components/popup/popup-view'
import { Trouble, type TroubleProps } from '../../components/trouble'
import { type Live, useLive, useNow } from '../../components/use-live'
import { addDays, HOUR_MS, MINUTE_MS, personDay, startOfDay } from '../../domain/local-time'
import { isPaused, type PausedUntil, type Settings } from '../../domain/settings'
import { dayFigures, isRunning, openUntil } from '../../domain/today'
import { faviconUrl, unknownFaviconUrl } from '../../platform/favicon'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveDay, liveOpenSpan, liveSettings, liveTrouble } from '../../storage/live'
import type { StorageTrouble } from '../../storage/session'

const icons = { urlOf: faviconUrl, unknownUrl: unknownFaviconUrl() }

const dayAt = (at: number, { dayStartHour }: Settings) => personDay(at, localOffset(at), dayStartHour)

function pauseEnd(choice: PauseChoice, settings: Settings): PausedUntil {
  const at = Date.now()
  if (choice === '15 minutes') return at + 15 * MINUTE_MS
  if (choice === '1 hour') return at + HOUR_MS
  if (choice === 'resumed') return 'resumed'
  return startOfDay(addDays(dayAt(at, settings), 1), settings.dayStartHour, localOffset)
}

function errorIn(...lives: Live<unknown>[]): TroubleProps | null {
  const failed = lives.find((live) => live !== null && 'error' in live)
  if (!failed || !('error' in failed)) return null
  return { sentence: t('trouble_page'), detail: String(failed.error) }
}

const troubleOf = (trouble: StorageTrouble | null): TroubleProps | null =>
  trouble && { sentence: t(`trouble_${trouble.reason}`), detail: trouble.detail }

const valueOf = <Value,>(live: Live<Value>): Value | undefined =>
  live && 'value' in live ? live.value : undefined

/** Reads, prices and shows; every change goes to the worker. */
export function Popup() {
  const now = useNow()
  const liveSet = useLive(liveSettings, '')
  const liveOpen = useLive(liveOpenSpan, '')
  const liveBad = useLive(liveTrouble, '')
  const settings = valueOf(liveSet)
  const open = valueOf(liveOpen)
  const day = settings ? dayAt(now, settings) : null
  const surface = open?.surface ?? null
  const liveLedger = useLive(() => liveDay(day ?? '', surface), `${day} ${surface}`)
  const facts = valueOf(liveLedger)

  // Money moves once a minute, or when something else than the open span's end has changed.
  const minute = Math.floor(now / MINUTE_MS)
  const priced = useMemo(() => {
    if (!settings || !facts || day === null || open === undefined) return null
    return { ...dayFigures(facts, open, now, day, settings), openEnd: open ? openUntil(open, now) : 0 }
  }, [settings, facts, day, minute, open?.id])

  const isReady = priced !== null
  useEffect(() => {
    if (isReady) performance.mark('ready')
  }, [isReady])

  const failed = errorIn(liveSet, liveOpen, liveLedger)
  if (!settings || !priced || day === null) {
    const trouble = troubleOf(valueOf(liveBad) ?? null) ?? failed
    return trouble && <Trouble {...trouble} />
  }
  const current = open && isRunning(open, now) ? priced.profileOf(open.surface) : null
  const runningMs = open && current ? Math.max(0, openUntil(open, now) - priced.openEnd) : 0
  const pausedUntil = isPaused(settings, now) ? settings.pausedUntil : null
  return (
    <PopupView
      day={day}
      statement={priced.statement}
      runningMs={runningMs}
      current={current}
      currency={settings.currency}
      hourMinor={priced.hourMinor}
      moneyHidden={settings.moneyHidden}
      pausedUntil={pausedUntil}
      trouble={troubleOf(valueOf(liveBad) ?? null) ?? failed}
      icons={icons}
      onPause={(choice) => void send('changeSettings', { pausedUntil: pauseEnd(choice, settings) })}
      onResume={() => void send('changeSettings', { pausedUntil: null })}
      onHideMoney={(moneyHidden) => void send('changeSettings', { moneyHidden })}
      onDescribe={(described, change) => void send('changeSurface', { surface: described, change })}
    />
  )
}
