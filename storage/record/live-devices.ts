/** What Settings › Devices shows, again whenever an exchange changed it. */
import { AREA, areaBytes } from '../../domain/devices/area'
import { HEAD_KEY, isAreaHead } from '../../domain/devices/area-head'
import type { DevicesStatus } from '../../domain/devices/devices-status'
import { itemNamed } from '../../domain/devices/item'
import type { Watchable } from '../../domain/watchable'
import { watchStores } from '../base/changes'
import { db } from '../base/db'
import { deviceId } from '../said/device'
import { readDevicesMark, watchDevicesMark } from '../said/devices-mark'
import { readArea, watchArea } from '../said/sync-area'

/** The status as it is now; `suggestedName` names this device until the person did. */
export async function devicesStatus(suggestedName: string): Promise<DevicesStatus> {
  const [mark, area, known, own] = await Promise.all([
    readDevicesMark(),
    readArea(),
    db.devices.toArray(),
    deviceId(),
  ])
  const there = new Set(
    Object.keys(area)
      .flatMap((key) => itemNamed(key) ?? [])
      .flatMap(({ device, part }) => (part === 'erased' ? [] : [device])),
  )
  return {
    isOn: mark?.isOn ?? false,
    name: mark?.name ?? suggestedName,
    others: known
      .filter(({ id }) => there.has(id) && id !== own)
      .map(({ id, name, at }) => ({ id, name, at }))
      .toSorted((a, b) => b.at - a.at),
    usedBytes: areaBytes(area),
    mostBytes: AREA.bytes,
    lastAt: mark?.lastAt ?? null,
    trouble: mark?.trouble ?? null,
  }
}

/** Whether devices exchange through the area already. */
export const isAreaInUse = async (): Promise<boolean> => isAreaHead((await readArea())[HEAD_KEY])

export const liveDevices = (suggestedName: string): Watchable<DevicesStatus> => ({
  subscribe: ({ next, error }) => {
    const tell = () => void devicesStatus(suggestedName).then(next, error)
    const heard = watchStores((written) => {
      if (written.includes('devices')) tell()
    })
    const stops = [watchDevicesMark(tell), watchArea(tell), heard]
    tell()
    return { unsubscribe: () => stops.forEach((stop) => stop()) }
  },
})
