/** Remembers which nudge was shown last, so that messages take turns and stay few. It names no site. */
import { browser } from 'wxt/browser'
import { isLastNudge, type LastNudge } from '../../domain/insight/nudge'

const KEY = 'lastNudge'

/** The last nudge; null if there was none or it cannot be read. */
export async function readLastNudge(): Promise<LastNudge | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return isLastNudge(stored) ? stored : null
}

export const writeLastNudge = (last: LastNudge): Promise<void> => browser.storage.local.set({ [KEY]: last })
