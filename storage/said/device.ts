import { browser } from 'wxt/browser'
import { exclusivelyOutsideDatabase } from '../base/lock'

/** Gives this installation another random name, and returns it. */
export const renewDeviceId = (): Promise<string> =>
  exclusivelyOutsideDatabase(async () => {
    const fresh = crypto.randomUUID().slice(0, 8)
    await browser.storage.local.set({ device: fresh })
    return fresh
  })

/** The random name of this installation. It is part of every span's id, so that devices can be merged. */
export const deviceId = (): Promise<string> =>
  exclusivelyOutsideDatabase(async () => {
    const { device } = await browser.storage.local.get('device')
    if (typeof device === 'string') return device
    const fresh = crypto.randomUUID().slice(0, 8)
    await browser.storage.local.set({ device: fresh })
    return fresh
  })
