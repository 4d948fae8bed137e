import { browser } from 'wxt/browser'

/** The random name of this installation; part of every span's id, so that devices can be merged. */
export async function deviceId(): Promise<string> {
  const { device } = await browser.storage.local.get('device')
  if (typeof device === 'string') return device
  const fresh = crypto.randomUUID().slice(0, 8)
  await browser.storage.local.set({ device: fresh })
  return fresh
}
