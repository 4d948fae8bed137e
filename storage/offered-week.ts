import { browser } from 'wxt/browser'
import { addDays, type Day } from '../domain/local-time'
import { db } from './db'

const KEY = 'offeredWeek'

/**
 * Whether the statement of the week from that day on is to be offered: it never was, nor was that of a later week,
 * and something is recorded. It counts as offered from then on, whatever becomes of the one who asked.
 */
export async function claimWeek(first: Day): Promise<boolean> {
  const { [KEY]: offered } = await browser.storage.local.get(KEY)
  if (first <= String(offered ?? '')) return false
  await browser.storage.local.set({ [KEY]: first })
  const last = addDays(first, 6)
  const sealed = await db.days.where('[day+device]').between([first], [last, '\uffff']).count()
  return sealed > 0 || (await db.spans.where('day').between(first, last, true, true).count()) > 0
}
