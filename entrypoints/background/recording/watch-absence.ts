import { afterAbsence, afterDays, daysToRead } from '../../../domain/record/absence-watch'
import type { Presence } from '../../../domain/record/attention'
import { calendarDay, type Day } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import { inTime } from '../../../storage/base/in-time'
import { closedSpans } from '../../../storage/record/history'
import { readAbsenceWatch, writeAbsenceWatch } from '../../../storage/said/absence-watch'

/** The time that this browser recorded on calendar days, in ms. */
async function timeOf(days: { first: Day; last: Day } | null, device: string): Promise<Map<Day, number>> {
  const time = new Map<Day, number>()
  if (days === null) return time
  const spans = await inTime(() => closedSpans(days.first, days.last))
  for (const { day, start, end, origin, device: of } of spans)
    if (origin === 'measured' && of === device) time.set(day, (time.get(day) ?? 0) + end - start)
  return time
}

/**
 * Notices that the browser never says that the person is away. Called with each look; it reads once a day, and with
 * the first absence of a day.
 */
export function createAbsenceWatcher(): (presence: Presence, at: number, device: string) => Promise<void> {
  let checked: Day | null = null
  let awayOn: Day | null = null
  return async (presence, at, device) => {
    const today = calendarDay(at, localOffset(at))
    const isAway = presence === 'idle' || presence === 'locked'
    if (today === (isAway ? awayOn : checked)) return
    if (isAway) awayOn = today
    else checked = today
    const known = await readAbsenceWatch()
    const next = isAway
      ? afterAbsence(known, today)
      : afterDays(known, today, await timeOf(daysToRead(known, today), device))
    if (next !== known) await writeAbsenceWatch(next)
  }
}
