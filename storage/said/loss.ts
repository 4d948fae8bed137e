/** Keeps in `storage.local` that there is a database, and a loss until the person has acknowledged it. */
import { browser } from 'wxt/browser'
import type { Loss } from '../../domain/record/loss'

const MARK = 'database'
const KEY = 'loss'

/** Whether a database is known, and whether anything else of this installation is there. */
export async function outsideDatabase(): Promise<{ outside: boolean; hasSettings: boolean }> {
  const { [MARK]: mark, device, settings } = await browser.storage.local.get([MARK, 'device', 'settings'])
  return { outside: mark === true, hasSettings: device !== undefined || settings !== undefined }
}

export const markOutside = (): Promise<void> => browser.storage.local.set({ [MARK]: true })

export const unmarkOutside = (): Promise<void> => browser.storage.local.remove(MARK)

export async function readLoss(): Promise<Loss | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return (stored as Loss | undefined) ?? null
}

/** Notes a loss; null once it is acknowledged. */
export const writeLoss = (loss: Loss | null): Promise<void> =>
  loss ? browser.storage.local.set({ [KEY]: loss }) : browser.storage.local.remove(KEY)

/** Calls back when a loss is noticed or acknowledged. Returns a function that stops watching. */
export function watchLoss(onChange: (loss: Loss | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange((changes[KEY].newValue as Loss | undefined) ?? null)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
