import { useEffect, useState } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { SettingsView } from '../../components/settings/settings-view'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { type Day, personDay } from '../../domain/time/local-time'
import { heirOf } from '../../domain/value/rate-history'
import { suggestedCurrency } from '../../domain/value/region-currency'
import type { Settings } from '../../domain/settings/settings'
import { FROM_THE_BEGINNING, type Rate } from '../../domain/value/hour-price'
import { preferredLanguage } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { openShortcutSettings, type Shortcut, shortcuts } from '../../platform/shortcuts'
import { liveRates } from '../../storage/record/known-surfaces'
import { liveSettings } from '../../storage/record/live'
import { liveBackupMark, liveDeviceId } from '../../storage/record/live-backups'
import { liveDevices } from '../../storage/record/live-devices'
import { liveFirstDay } from '../../storage/record/live-history'
import { DOWNLOAD_ACTIONS, folderActions } from './backup-settings'
import { dataActions } from './data-actions'
import { DEVICE_FILE_ACTIONS } from './device-file-actions'
import { DEVICE_ACTIONS, suggestedDeviceName } from './device-actions'
import type { Route } from './route'
import { TermsNote } from './terms-note'

const dayNow = (dayStartHour: number): Day => {
  const now = Date.now()
  return personDay(now, localOffset(now), dayStartHour)
}

/** Deletes a rate. If it was the earliest, the next one then holds from the beginning. */
function removeRate(from: Day, rates: readonly Rate[]): Promise<unknown> {
  const heir = heirOf(from, rates)
  if (!heir) return send('removeRate', { from })
  return send('putRate', { rate: { ...heir, from: FROM_THE_BEGINNING }, replaces: heir.from })
}

/** Scrolls to a section and focuses its heading. */
function goTo(section: string): void {
  const target = document.getElementById(section)
  target?.scrollIntoView()
  target?.querySelector('h2')?.focus({ preventScroll: true })
}

/** The keys as they are now: the person changes them on a page of the browser and comes back. */
function useShortcuts(): readonly Shortcut[] {
  const [known, setKnown] = useState<readonly Shortcut[]>([])
  useEffect(() => {
    const read = () => void shortcuts().then(setKnown)
    read()
    addEventListener('focus', read)
    return () => removeEventListener('focus', read)
  }, [])
  return known
}

const rateProps = (settings: Settings, rates: readonly Rate[]) => ({
  rates,
  currency: settings.currency,
  suggestedCurrency: suggestedCurrency(preferredLanguage()),
  today: dayNow(settings.dayStartHour),
  onSave: async (rate: Rate, replaces: Day | null) => {
    if (settings.currency === null) await send('changeSettings', { currency: rate.currency })
    await send('putRate', { rate, replaces })
  },
  onRemove: (from: Day) => removeRate(from, rates),
})

export function SettingsPage({ part: section }: Omit<Route, 'page'>) {
  const liveSet = useLive(liveSettings, '')
  const ratesNow = useLive(liveRates, '')
  const settings = valueOf(liveSet)
  const rates = valueOf(ratesNow)
  const recordedSince = valueOf(useLive(liveFirstDay, ''))
  const backupMark = useLive(liveBackupMark, '')
  const device = useLive(liveDeviceId, '')
  const devices = valueOf(useLive(() => liveDevices(suggestedDeviceName(navigator.userAgent)), ''))
  const failed = errorIn(liveSet, ratesNow)
  const keys = useShortcuts()

  const isReady = settings !== undefined && rates !== undefined
  useReady(isReady)
  useEffect(() => {
    if (section !== null && isReady) goTo(section)
  }, [section, isReady])

  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && (
        <SettingsView
          general={{ settings, onChange: (change) => send('changeSettings', change) }}
          rate={rates ? rateProps(settings, rates) : null}
          pause={{
            settings,
            offsetAt: localOffset,
            onPause: (pausedUntil) => send('changeSettings', { pausedUntil }),
          }}
          shortcuts={{
            shortcuts: keys,
            isFirefox: import.meta.env.FIREFOX,
            onChange: () => void openShortcutSettings(),
          }}
          devices={devices ? { status: devices, actions: DEVICE_ACTIONS, files: DEVICE_FILE_ACTIONS } : null}
          data={{
            today: dayNow(settings.dayStartHour),
            recordedSince,
            backup: {
              isOn: settings.weeklyBackup,
              mark: valueOf(backupMark) ?? null,
              device: valueOf(device) ?? null,
              onChange: (weeklyBackup) => send('changeSettings', { weeklyBackup }),
              folder: folderActions(settings),
              downloads: DOWNLOAD_ACTIONS,
            },
            actions: dataActions(settings),
          }}
          onSection={(name) => goTo(name)}
        />
      )}
      <TermsNote changes={[settings, rates]} />
    </>
  )
}
