import { browser } from 'wxt/browser'
import { addDays, type Day, personDay } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { closedSpans } from '../record/history'

const KEY = 'offeredWeek'

/** Days after which a week is no news any more. */
const NEWS_DAYS = 60

/**
 * Offers the last week up to that day of the person's of which something is recorded, by its first day, unless it was
 * offered before, or a later one. Only then it counts as offered: where the worker is killed in between, it is once more.
 */
export async function offerWeek(
  until: Day,
  weekStart: number,
  dayStartHour: number,
  offer: (week: Day) => Promise<unknown>,
): Promise<void> {
  const { [KEY]: offered = '' } = (await browser.storage.local.get(KEY)) as Record<string, Day>
  if (firstDayOfWeek(until, weekStart) <= offered) return
  // The calendar day after it begins with its last hours.
  const spans = await closedSpans(addDays(until, -NEWS_DAYS), addDays(until, 1))
  const last = spans
    .map(({ start, utcOffsetMinutes }) => personDay(start, utcOffsetMinutes, dayStartHour))
    .findLast((day) => day <= until)
  const week = last ? firstDayOfWeek(last, weekStart) : ''
  if (week <= offered) return
  await offer(week)
  await browser.storage.local.set({ [KEY]: week })
}
