/** Data that lasts until the browser closes, in memory only. */
import { browser } from 'wxt/browser'
import { type Rest, restOfStep } from '../../domain/record/deletion'
import type { HeldStep } from '../../domain/record/held-step'
import type { OwnError } from '../../domain/own-error'
import { exclusivelyOutsideDatabase } from '../base/lock'

/** Why nothing can be written, as far as the browser says. */
export interface StorageTrouble {
  since: number
  /** `private`: a Firefox that never remembers history has no database for extensions. */
  reason: 'full' | 'private' | 'unavailable'
  detail: OwnError
}

/** A random id for each run of the browser. A new id means that the browser was restarted or killed. */
export const currentRunId = (): Promise<string> =>
  exclusivelyOutsideDatabase(async () => {
    const { runId } = await browser.storage.session.get('runId')
    if (typeof runId === 'string') return runId
    const fresh = crypto.randomUUID()
    await browser.storage.session.set({ runId: fresh })
    return fresh
  })

/** Whether an update of the extension waits until our pages are closed. */
export const isUpdateWaiting = async (): Promise<boolean> =>
  (await browser.storage.session.get('updateWaits'))['updateWaits'] === true

export const setUpdateWaiting = (): Promise<void> => browser.storage.session.set({ updateWaits: true })

/** The step that waits to be written. It outlives the worker, but not the browser. */
export interface Holding {
  held: HeldStep | null
  /** Changes with each deletion. A copy that was read under another one may hold what was deleted since. */
  deletion: string | null
}

export async function readHolding(): Promise<Holding> {
  const { held, deletion } = await browser.storage.session.get(['held', 'deletion'])
  return {
    held: (held as HeldStep | undefined) ?? null,
    deletion: typeof deletion === 'string' ? deletion : null,
  }
}

/** Holds the step that `make` returns. */
export const holdStep = (make: (before: Holding) => HeldStep): Promise<void> =>
  exclusivelyOutsideDatabase(async () => {
    await browser.storage.session.set({ held: make(await readHolding()) })
  })

/** Releases the step, once it is written. */
export const releaseStep = (): Promise<void> => browser.storage.session.remove('held')

/** Deletes from what waits to be written, and makes the worker's copies of it void. */
export const deleteFromHeld = (rest: Rest): Promise<void> =>
  exclusivelyOutsideDatabase(async () => {
    const { held } = await readHolding()
    await browser.storage.session.set({
      deletion: crypto.randomUUID(),
      ...(held && { held: restOfStep(held, rest) }),
    })
  })

/** Drops what waits to be written. */
export const dropHeld = (): Promise<void> =>
  exclusivelyOutsideDatabase(async () => {
    await browser.storage.session.set({ deletion: crypto.randomUUID() })
    await releaseStep()
  })

/** Why nothing can be written; null if writing works. */
export async function storageTrouble(): Promise<StorageTrouble | null> {
  const { trouble } = await browser.storage.session.get('trouble')
  return (trouble as StorageTrouble | undefined) ?? null
}

/** Stores why nothing can be written; null once writing works again. */
export const setStorageTrouble = (trouble: StorageTrouble | null): Promise<void> =>
  trouble ? browser.storage.session.set({ trouble }) : browser.storage.session.remove('trouble')

/** Calls back when storage trouble begins or ends. Returns a function that stops watching. */
export function watchStorageTrouble(onChange: (trouble: StorageTrouble | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes['trouble']) {
      onChange((changes['trouble'].newValue as StorageTrouble | undefined) ?? null)
    }
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
