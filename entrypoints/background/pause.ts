import { browser } from 'wxt/browser'
import { LEAST_ALARM_MS } from '../../domain/firewall/limits'
import { isPaused, type Settings } from '../../domain/settings/settings'
import { changeSettings, loadSettings } from '../../storage/said/settings'
import { ALARM } from './alarm'

/** An alarm wakes the worker when a pause ends; the look itself goes by the time. */
export async function keepPauseAlarm({ pausedUntil }: Settings): Promise<void> {
  if (typeof pausedUntil === 'number')
    await browser.alarms.create(ALARM.pauseEnds, { when: Math.max(pausedUntil, Date.now() + LEAST_ALARM_MS) })
  else await browser.alarms.clear(ALARM.pauseEnds)
}

/** Ends a pause whose time has come; one that has still to come keeps its alarm. */
export async function endPauseIfDue(): Promise<void> {
  const settings = await loadSettings()
  if (isPaused(settings, Date.now())) await keepPauseAlarm(settings)
  else if (settings.pausedUntil !== null) await changeSettings({ pausedUntil: null })
}

/** Firefox forgets its alarms when it closes. */
export const restorePauseAlarm = async (): Promise<void> => keepPauseAlarm(await loadSettings())
