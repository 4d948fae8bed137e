/** Remembers which nudge was shown last, so that messages take turns and stay few. It names no site. */
import { browser } from 'wxt/browser'
import type { Day } from '../../domain/time/local-time'
import { isLastNudge, type LastNudge } from '../../domain/insight/nudge'

const KEY = 'lastNudge'

/** The last nudge; null if there was none or it cannot be read. */
export async function readLastNudge(): Promise<LastNudge | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return isLastNudge(stored) ? stored : null
}

/** Forgets it if it came on one of the person's days from `first` to `last`. */
export async function forgetNudge(first: Day, last: Day): Promise<void> {
  const nudge = await readLastNudge()
  if (nudge && nudge.day >= first && nudge.day <= last) await browser.storage.local.remove(KEY)
}

export const writeLastNudge = (last: LastNudge): Promise<void> => browser.storage.local.set({ [KEY]: last })
