/** Remembers in `storage.local` which files of other devices were read, so that each is read once. It names no site. */
import { browser } from 'wxt/browser'

const KEY = 'filesRead'

/** When the file that was read last was written, epoch ms, by the id of its device. */
export async function filesRead(): Promise<ReadonlyMap<string, number>> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  const entries = Object.entries((stored ?? {}) as Record<string, unknown>)
  return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}

/** Notes that the file of a device was read. */
export async function noteFileRead(device: string, writtenAt: number): Promise<void> {
  const before = Object.fromEntries(await filesRead())
  await browser.storage.local.set({ [KEY]: { ...before, [device]: writtenAt } })
}
