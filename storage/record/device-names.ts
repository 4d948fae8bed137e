/** What the person named their other devices. */
import type { Watchable } from '../../domain/watchable'
import { db } from '../base/db'
import { live } from '../base/live-query'

/** The names of other devices, by id; empty as long as the database has no store of them. */
export async function deviceNames(): Promise<Map<string, string>> {
  if (!db.tables.some(({ name }) => name === 'devices')) return new Map()
  const devices = await db.table<{ id: string; name: string }>('devices').toArray()
  return new Map(devices.map(({ id, name }) => [id, name]))
}

export const liveDeviceNames = (): Watchable<Map<string, string>> => live(deviceNames)
