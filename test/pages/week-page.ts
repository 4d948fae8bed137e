/** A record of two weeks for the tests of the statement. */
import { addDays, type Day } from '../../domain/time/local-time'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import { localOffset } from '../../platform/local-offset'
import { command, writeRows } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { personToday } from '../e2e/seed.ts'
import { spanOf } from '../fixtures/spans'

export const LAST_WEEK = shiftPeriod(periodOf('week', personToday(), 0), -1)

export const spanOn = (day: Day, minutes: number, surface: string, hour = 12) => {
  const start = Date.parse(`${day}T${hour}:00Z`) - localOffset(Date.parse(day)) * 60_000
  return spanOf({ surface, start, ms: minutes * 60_000, utcOffsetMinutes: localOffset(start) })
}

/** A week with a feed on five days and one hour of learning; the week before has half an hour of work. */
export async function seedWeeks(browser: PageHost): Promise<void> {
  const days = [0, 1, 2, 3, 4].map((count) => addDays(LAST_WEEK.first, count))
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 4, weekStart: 0 })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await command(browser, 'changeSurface', { surface: 'coursera.org', change: { worthQuarters: 8 } })
  await writeRows(browser, 'spans', [
    ...days.map((day, index) => spanOn(day, 10 + 10 * index, 'reddit.com')),
    spanOn(days[0] as Day, 60, 'coursera.org', 14),
    spanOn(addDays(LAST_WEEK.first, -7), 30, 'github.com'),
  ])
}
