/** Keeps in `storage.local` when the browser last said that the person was away. At most one write a day. */
import { browser } from 'wxt/browser'
import type { AbsenceWatch } from '../../domain/record/absence-watch'

const KEY = 'absence'

export async function readAbsenceWatch(): Promise<AbsenceWatch | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return (stored as AbsenceWatch | undefined) ?? null
}

export const writeAbsenceWatch = (watch: AbsenceWatch): Promise<void> =>
  browser.storage.local.set({ [KEY]: watch })

/** Calls back when it changes. Returns a function that stops watching. */
export function watchAbsenceWatch(onChange: (watch: AbsenceWatch | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY])
      onChange((changes[KEY].newValue as AbsenceWatch | undefined) ?? null)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
