import { browser } from 'wxt/browser'
import { addDays, type Day, personDay } from '../domain/local-time'
import { firstDayOfWeek } from '../domain/week'
import { closedSpans } from './history'

const KEY = 'offeredWeek'

/** Days after which a week is no news any more. */
const NEWS_DAYS = 60

/**
 * The first day of the last week up to that day of the person's of which something is recorded; null where its
 * statement was offered before, or that of a later one. It counts as offered from then on, whatever becomes of the one
 * who asked.
 */
export async function claimWeek(until: Day, weekStart: number, dayStartHour: number): Promise<Day | null> {
  // The calendar day after it begins with its last hours.
  const spans = await closedSpans(addDays(until, -NEWS_DAYS), addDays(until, 1))
  const last = spans
    .map(({ start, utcOffsetMinutes }) => personDay(start, utcOffsetMinutes, dayStartHour))
    .findLast((day) => day <= until)
  if (!last) return null
  const week = firstDayOfWeek(last, weekStart)
  const { [KEY]: offered } = await browser.storage.local.get(KEY)
  if (week <= String(offered ?? '')) return null
  await browser.storage.local.set({ [KEY]: week })
  return week
}
