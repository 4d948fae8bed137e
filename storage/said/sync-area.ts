/** The browser's own sync area, which goes wherever the person's browser account goes. */
import { browser } from 'wxt/browser'
import { type AreaHead, HEAD_KEY, isAreaHead } from '../../domain/devices/area-head'
import { itemKey, itemNamed } from '../../domain/devices/item'

/** Everything in the area. */
export const readArea = (): Promise<Record<string, unknown>> => browser.storage.sync.get(null)

const isOurs = (key: string): boolean => key === HEAD_KEY || itemNamed(key) !== null

/** Writes items and removes others; the head of this device, too, if there is none. Rejects if the browser refuses. */
export async function writeArea(
  items: Readonly<Record<string, string>>,
  gone: readonly string[],
  head: AreaHead,
): Promise<void> {
  const { [HEAD_KEY]: there } = await browser.storage.sync.get(HEAD_KEY)
  // Room first: what goes may make it.
  if (gone.length > 0) await browser.storage.sync.remove([...gone])
  const whole: Record<string, unknown> = isAreaHead(there) ? { ...items } : { ...items, [HEAD_KEY]: head }
  if (Object.keys(whole).length > 0) await browser.storage.sync.set(whole)
}

/** Removes the items of a device, and the head after the last one. */
export async function removeItems(device: string): Promise<void> {
  const keys = Object.keys(await readArea()).filter(isOurs)
  const own = keys.filter((key) => itemNamed(key)?.device === device)
  const isLast = keys.every((key) => key === HEAD_KEY || own.includes(key))
  await browser.storage.sync.remove(isLast ? keys : own)
}

/** Empties the area, and begins it anew. */
export async function beginAreaAnew(head: AreaHead): Promise<void> {
  await browser.storage.sync.remove(Object.keys(await readArea()).filter(isOurs))
  await browser.storage.sync.set({ [HEAD_KEY]: head })
}

/** Removes the items of a device whose data is erased; if there are others, they are told so by a sealed item. */
export async function tellErased(device: string, sealed: string): Promise<void> {
  await removeItems(device)
  if (Object.keys(await readArea()).some(isOurs))
    await browser.storage.sync.set({ [itemKey(device, 'erased')]: sealed })
}

/** Calls back when items of ours arrive or change. Returns a function that stops watching. */
export function watchArea(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'sync' && Object.keys(changes).some(isOurs)) onChange()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
