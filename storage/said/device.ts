import { browser } from 'wxt/browser'
import { exclusivelyOutsideDatabase } from '../base/lock'

const KEY = 'device'

/** The random name of this installation. It is part of every span's id, so that devices can be merged. */
export const deviceId = (): Promise<string> =>
  exclusivelyOutsideDatabase(async () => {
    const { [KEY]: device } = await browser.storage.local.get(KEY)
    if (typeof device === 'string') return device
    const fresh = crypto.randomUUID().slice(0, 8)
    await browser.storage.local.set({ [KEY]: fresh })
    return fresh
  })

/** Calls back with the new name when this one was erased. Returns a function that stops watching. */
export function watchDeviceId(onChange: (device: string) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) void deviceId().then(onChange)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
