/** Keeps the firewall's memory in session storage, which never goes to disk. */
import { browser } from 'wxt/browser'
import { type GuardMemory, NO_MEMORY } from '../../domain/firewall/guard-memory'

const KEY = 'guard'

export async function readGuardMemory(): Promise<GuardMemory> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY)
  return { ...NO_MEMORY, ...(stored as Partial<GuardMemory> | undefined) }
}

export const writeGuardMemory = (memory: GuardMemory): Promise<void> =>
  browser.storage.session.set({ [KEY]: memory })
