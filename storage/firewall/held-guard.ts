/** Keeps in session storage what the guard cannot write. It outlives the worker, but not the browser. */
import { browser } from 'wxt/browser'
import { type HeldGuard, withoutErased } from '../../domain/firewall/held-guard'
import { exclusivelyOutsideDatabase } from '../base/lock'

const KEY = 'heldGuard'

/** What is held; null if everything is written. */
export async function readHeldGuard(): Promise<HeldGuard | null> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY)
  return (stored as HeldGuard | undefined) ?? null
}

/** Holds it; null releases it. */
export const writeHeldGuard = (held: HeldGuard | null): Promise<void> =>
  held ? browser.storage.session.set({ [KEY]: held }) : browser.storage.session.remove(KEY)

/** Drops what is held of rules other than those that are `left`. */
export const eraseFromHeldGuard = (left: readonly string[]): Promise<void> =>
  exclusivelyOutsideDatabase(async () => {
    const held = await readHeldGuard()
    if (held) await writeHeldGuard(withoutErased(held, left))
  })
