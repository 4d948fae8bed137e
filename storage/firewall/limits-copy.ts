/** Keeps the copy of the limits in `storage.local`, beside the database. */
import { browser } from 'wxt/browser'
import { NEW_FIREWALL_ROW } from '../../domain/firewall/firewall-state'
import type { LimitsCopy } from '../../domain/firewall/limits-copy'

const KEY = 'limits'

/** The last copy; null if there were no rules. */
export async function readLimitsCopy(): Promise<LimitsCopy | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  const copy = stored as LimitsCopy | undefined
  return copy ? { ...copy, state: { ...NEW_FIREWALL_ROW, ...copy.state } } : null
}

export const writeLimitsCopy = (copy: LimitsCopy | null): Promise<void> =>
  copy ? browser.storage.local.set({ [KEY]: copy }) : browser.storage.local.remove(KEY)
