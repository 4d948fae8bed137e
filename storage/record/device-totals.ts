/** Which devices day totals came from. */
import { deviceOfSource } from '../../domain/record/total-source'
import type { Watchable } from '../../domain/watchable'
import { db } from '../base/db'
import { live } from '../base/live-query'
import { deviceId } from '../said/device'

/** The ids of devices with day totals. */
export interface DevicesOfTotals {
  /** The id of this device; null if no totals are of any device. */
  own: string | null
  /** The others, in order. */
  others: readonly string[]
}

/** Looks once for each device, however many rows it has. */
async function allDevices(): Promise<string[]> {
  const devices: string[] = []
  const firstFrom = (key: readonly string[]) =>
    db.totals
      .where('[source+day+surface]')
      .between([...key], ['device;'])
      .first()
  for (let row = await firstFrom(['device:']); row; row = await firstFrom([row.source, '\uffff']))
    devices.push(deviceOfSource(row.source) ?? '')
  return devices.filter(Boolean)
}

/** Not for transactions: the id of this device lies outside the database. */
export async function devicesOfTotals(): Promise<DevicesOfTotals> {
  const devices = await allDevices()
  if (devices.length === 0) return { own: null, others: [] }
  const own = await deviceId()
  return { own, others: devices.filter((device) => device !== own) }
}

export const liveDevicesOfTotals = (): Watchable<DevicesOfTotals> => live([db.totals], devicesOfTotals)
