/** What lives as long as the browser runs, in memory only. */
import { browser } from 'wxt/browser'
import type { HeldStep } from '../../domain/record/held-step'
import { exclusivelyBeside } from '../base/lock'

/** Why nothing can be written, as far as the browser tells. */
export interface StorageTrouble {
  since: number
  reason: 'full' | 'unavailable'
  detail: string
}

/** One random id for each run of the browser; a fresh one means that it was restarted or killed. */
export const currentRunId = (): Promise<string> =>
  exclusivelyBeside(async () => {
    const { runId } = await browser.storage.session.get('runId')
    if (typeof runId === 'string') return runId
    const fresh = crypto.randomUUID()
    await browser.storage.session.set({ runId: fresh })
    return fresh
  })

/** What waits to be written; it outlives the worker, not the browser. */
export async function heldStep(): Promise<HeldStep | null> {
  const { held } = await browser.storage.session.get('held')
  return (held as HeldStep | undefined) ?? null
}

/** Holds a step, or lets go of it. */
export const holdStep = (held: HeldStep | null): Promise<void> =>
  held ? browser.storage.session.set({ held }) : browser.storage.session.remove('held')

/** Why nothing can be written; null while all is well. */
export async function storageTrouble(): Promise<StorageTrouble | null> {
  const { trouble } = await browser.storage.session.get('trouble')
  return (trouble as StorageTrouble | undefined) ?? null
}

/** Notes that nothing can be written, or that all is well again. */
export const setStorageTrouble = (trouble: StorageTrouble | null): Promise<void> =>
  trouble ? browser.storage.session.set({ trouble }) : browser.storage.session.remove('trouble')

/** Calls back when trouble begins or ends; returns how to stop. */
export function watchStorageTrouble(onChange: (trouble: StorageTrouble | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes['trouble']) {
      onChange((changes['trouble'].newValue as StorageTrouble | undefined) ?? null)
    }
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
