/**
 * Up to when the span in progress is confirmed. It moves every few seconds, so it lies in `storage.local`: there a
 * write costs the disk one batch, in the database three (`npm run bench -- writes`). It names no site.
 */
import { browser } from 'wxt/browser'
import type { Checkpoint } from '../../domain/record/checkpoint'

const KEY = 'checkpoint'

const isCheckpoint = (stored: unknown): stored is Checkpoint => {
  const { id, end } = (stored ?? {}) as Partial<Checkpoint>
  return typeof id === 'string' && Number.isSafeInteger(end)
}

/** The last checkpoint; null if there is none or it cannot be read as one. */
export async function readCheckpoint(): Promise<Checkpoint | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return isCheckpoint(stored) ? stored : null
}

export const writeCheckpoint = ({ id, end }: Checkpoint): Promise<void> =>
  browser.storage.local.set({ [KEY]: { id, end } satisfies Checkpoint })

export const removeCheckpoint = (): Promise<void> => browser.storage.local.remove(KEY)

/** Calls back whenever the checkpoint moves. Returns a function that stops watching. */
export function watchCheckpoint(onMove: (checkpoint: Checkpoint | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const stored = changes[KEY]?.newValue
    if (area === 'local' && changes[KEY]) onMove(isCheckpoint(stored) ? stored : null)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
