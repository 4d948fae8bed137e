/** Remembers which weekly statement was last offered. */
import { browser } from 'wxt/browser'
import { addDays, type Day, personDay } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { closedSpans } from '../record/history'

const KEY = 'offeredWeek'

/** A week older than this is not offered. */
const LOOK_BACK_DAYS = 60

/**
 * Offers the latest week up to `until` with anything recorded, named by its first day, unless that week or a
 * later one was offered before. It is marked as offered only afterwards, so a worker killed in between offers
 * it again.
 */
export async function offerWeek(
  until: Day,
  weekStart: number,
  dayStartHour: number,
  offer: (week: Day) => Promise<unknown>,
): Promise<void> {
  const { [KEY]: offered = '' } = (await browser.storage.local.get(KEY)) as Record<string, Day>
  if (firstDayOfWeek(until, weekStart) <= offered) return
  // The last hours of the person's day lie in the next calendar day.
  const spans = await closedSpans(addDays(until, -LOOK_BACK_DAYS), addDays(until, 1))
  const last = spans
    .map(({ start, utcOffsetMinutes }) => personDay(start, utcOffsetMinutes, dayStartHour))
    .findLast((day) => day <= until)
  const week = last ? firstDayOfWeek(last, weekStart) : ''
  if (week <= offered) return
  await offer(week)
  await browser.storage.local.set({ [KEY]: week })
}
