import { browser } from 'wxt/browser'
import { readSettings, type Settings } from '../../domain/settings/settings'
import { exclusivelyOutsideDatabase } from '../base/lock'

const KEY = 'settings'

/** The stored settings, each field checked. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY)
  return readSettings(stored[KEY])
}

/** Writes the changed fields, keeps the others, and returns all settings. */
export const changeSettings = (change: Partial<Settings>): Promise<Settings> =>
  exclusivelyOutsideDatabase(async () => {
    const settings = readSettings({ ...(await loadSettings()), ...change })
    await browser.storage.local.set({ [KEY]: { version: 1, ...settings } })
    return settings
  })

/** Calls back with the settings whenever they change anywhere. Returns a function that stops watching. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(readSettings(changes[KEY].newValue))
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
