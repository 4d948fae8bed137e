import { useMemo } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import type { DeviceName } from '../../domain/record/total-source'
import type { Day } from '../../domain/time/local-time'
import type { Watchable } from '../../domain/watchable'
import { t } from '../../platform/i18n'
import { liveDeviceNames } from '../../storage/record/device-names'
import { liveDevicesOfTotals } from '../../storage/record/device-totals'
import { liveSettings } from '../../storage/record/live'
import { liveFirstDay } from '../../storage/record/live-history'

export interface Devices {
  /** Whether day totals of other devices are here. */
  areThere: boolean
  /** Whether the person wants this device alone. */
  isAlone: boolean
  /** The devices that the pages leave out; none unless the person wants this device alone. */
  hidden: ReadonlySet<string>
  nameOf: DeviceName
}

/** Which other devices have day totals here, and whether the pages show them; null until that is read. */
export function useDevices(): { devices: Devices | null; failed: TroubleProps | null } {
  const liveSet = useLive(liveSettings, '')
  const liveFrom = useLive(liveDevicesOfTotals, '')
  const liveNames = useLive(liveDeviceNames, '')
  const isAlone = valueOf(liveSet)?.thisDeviceAlone
  const [from, names] = [valueOf(liveFrom), valueOf(liveNames)]
  // A day total that comes for a device that is known changes nothing here.
  const ids = from?.others.join(' ')
  const devices = useMemo(() => {
    if (isAlone === undefined || !from || !names) return null
    const nameOf: DeviceName = (id) => (id === from.own ? t('totals_this_device') : (names.get(id) ?? null))
    const hidden: ReadonlySet<string> = new Set(isAlone ? from.others : [])
    return { areThere: from.others.length > 0, isAlone, hidden, nameOf }
  }, [isAlone, ids, from?.own, names])
  return { devices, failed: errorIn(liveSet, liveFrom, liveNames) }
}

/** The first day that counts, of the devices that the pages show; undefined until it is read. */
export function useFirstDay(read: (without: ReadonlySet<string>) => Watchable<Day | null> = liveFirstDay) {
  const { devices, failed } = useDevices()
  const hidden = devices?.hidden ?? new Set<string>()
  const live = useLive(() => read(hidden), [...hidden].join(' '))
  return { first: devices ? valueOf(live) : undefined, failed: failed ?? errorIn(live) }
}
