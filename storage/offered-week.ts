import { browser } from 'wxt/browser'
import type { Day } from '../domain/local-time'
import { firstDayOfWeek } from '../domain/week'
import { db } from './db'

const KEY = 'offeredWeek'

/**
 * The first day of the last week up to that day of which something is recorded; null where its statement was offered
 * before, or that of a later one. It counts as offered from then on, whatever becomes of the one who asked.
 */
export async function claimWeek(until: Day, weekStart: number): Promise<Day | null> {
  const sealed = await db.days.where('[day+device]').below([until, '\uffff']).last()
  const recent = await db.spans.where('day').belowOrEqual(until).last()
  const [, last] = [sealed?.day ?? '', recent?.day ?? ''].sort()
  if (!last) return null
  const week = firstDayOfWeek(last, weekStart)
  const { [KEY]: offered } = await browser.storage.local.get(KEY)
  if (week <= String(offered ?? '')) return null
  await browser.storage.local.set({ [KEY]: week })
  return week
}
