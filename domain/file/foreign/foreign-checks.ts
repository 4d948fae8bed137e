/** What makes a table of another tool impossible as a whole. */
import { addDays, type Day, DAY_MS } from '../../time/local-time'
import { type ForeignRefused, type ForeignTable, refusedAs } from './foreign-table'

/** None of the tools is older. */
export const FIRST_FOREIGN_DAY: Day = '2005-01-01'

/** If this share of the rows cannot be read, the rest is not to be trusted. */
const MOST_UNREADABLE = 0.5

const readIn = ({ buckets = [] }: ForeignTable, times: number): number =>
  buckets.reduce((sum, { events }) => sum + events.length, times)

/**
 * Why a table is refused; null if it is not. `today` is the person's day: a file may come from a time zone that is ahead of
 * it by a day.
 */
export function flawOfTable(table: ForeignTable, today: Day): ForeignRefused | null {
  const { source, left, limits = [], apps = [] } = table
  const ofApps = apps.flatMap(({ name, times }) => times.map((time) => ({ ...time, host: name })))
  const times = [...table.times, ...ofApps]
  const unreadable = left.find(({ why }) => why === 'unreadable')?.rows ?? 0
  if (unreadable > 0 && unreadable > MOST_UNREADABLE * (readIn(table, times.length) + unreadable))
    return refusedAs('unreadable', source)
  // The days of events are only known beside those of other files.
  if (table.buckets) return null
  const byDay = new Map<Day, number>()
  for (const { day, host, ms } of times) {
    if (day < FIRST_FOREIGN_DAY) return refusedAs('tooEarly', source, { day })
    if (day > addDays(today, 1)) return refusedAs('tooLate', source, { day })
    if (ms > DAY_MS) return refusedAs('dayTooLong', source, { day, host })
    byDay.set(day, (byDay.get(day) ?? 0) + ms)
  }
  const long = [...byDay].find(([, ms]) => ms > DAY_MS)
  if (long) return refusedAs('dayTooLong', source, { day: long[0] })
  return limits.length > 0 || times.some(({ ms }) => ms > 0) ? null : refusedAs('nothing', source)
}
