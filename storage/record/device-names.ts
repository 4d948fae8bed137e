/** What the person named their other devices. */
import type { Watchable } from '../../domain/watchable'
import { db } from '../base/db'
import { live } from '../base/live-query'

/** The names of other devices, by id. */
export const deviceNames = async (): Promise<Map<string, string>> =>
  new Map((await db.devices.toArray()).map(({ id, name }) => [id, name]))

export const liveDeviceNames = (): Watchable<Map<string, string>> => live([db.devices], deviceNames)
