/** What this device remembers of its exchanges, in `storage.local`; the key of the passphrase, in the database. */
import { browser } from 'wxt/browser'
import { type DevicesMark, isDevicesMark } from '../../domain/devices/devices-mark'
import { db } from '../base/db'

const KEY = 'devices'
const KEY_OF_KEY = 'device-key'

/** Null if this device never exchanged anything, or it cannot be read. */
export async function readDevicesMark(): Promise<DevicesMark | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return isDevicesMark(stored) ? stored : null
}

export const writeDevicesMark = (mark: DevicesMark): Promise<void> =>
  browser.storage.local.set({ [KEY]: mark })

/** Calls back when it changes. Returns a function that stops watching. */
export function watchDevicesMark(onChange: (mark: DevicesMark | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' && changes[KEY]
    if (change) onChange(isDevicesMark(change.newValue) ? change.newValue : null)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

/** The store `state`, for the row of the key. Only IndexedDB can hold one that cannot be exported. */
const table = () => db.table<CryptoKey, typeof KEY_OF_KEY>('state')

/** Null if there is none, as after the database was lost. */
export const readDeviceKey = async (): Promise<CryptoKey | null> => (await table().get(KEY_OF_KEY)) ?? null

/** Keeps a key, or forgets it. */
export async function writeDeviceKey(key: CryptoKey | null): Promise<void> {
  await (key ? table().put(key, KEY_OF_KEY) : table().delete(KEY_OF_KEY))
}
