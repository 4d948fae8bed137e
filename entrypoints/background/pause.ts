import { browser } from 'wxt/browser'
import { LEAST_ALARM_MS } from '../../domain/firewall/wake-up'
import { isPaused, type Settings } from '../../domain/settings/settings'
import { changeSettings, loadSettings } from '../../storage/said/settings'
import { ALARM } from './alarm'

/** Sets the alarm that wakes the worker when a pause ends. The look itself checks the time. */
export async function keepPauseAlarm({ pausedUntil }: Settings): Promise<void> {
  if (typeof pausedUntil === 'number')
    await browser.alarms.create(ALARM.pauseEnds, { when: Math.max(pausedUntil, Date.now() + LEAST_ALARM_MS) })
  else await browser.alarms.clear(ALARM.pauseEnds)
}

/** Ends a pause that is over; sets the alarm again if it is not. */
export async function endPauseIfDue(): Promise<void> {
  const settings = await loadSettings()
  if (isPaused(settings, Date.now())) await keepPauseAlarm(settings)
  else if (settings.pausedUntil !== null) await changeSettings({ pausedUntil: null })
}

/** Sets the alarm of a running pause again, because Firefox drops alarms when it closes. */
export const restorePauseAlarm = async (): Promise<void> => keepPauseAlarm(await loadSettings())
