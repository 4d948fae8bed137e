/**
 * Days as a backup of Time Tracker 4, which its own import reads (see docs/formats.md): a row for each host and calendar
 * day, with whole milliseconds. The import takes either all rows or none, and a row replaces the one that is there.
 */
import { type History, withoutTotals } from '../record/history'
import { tally } from '../statement/tally'
import { siteOf } from '../surface/surface'
import { surfaceBook } from '../surface/surface-book'
import { calendarDay, DAY_MS, dayNumber, personDay } from '../time/local-time'
import { extentOf, holds, type Period } from '../time/period'
import { pricing } from '../value/hour-price'

/** The first version with backups of this form. By the version the import tells them from older ones. */
const VERSION = '4.0.0'

/** What the tool calls all local files together. */
const LOCAL_FILES = '__local_files__'

/** The text before the rows, at an instant. */
export const timeTrackerHead = (at: number): string =>
  `{"__meta__":${JSON.stringify({ version: VERSION, ts: at })},\n"__stat__":[\n`

export const TIME_TRACKER_FOOT = '\n]}\n'

/** The moment of an export. */
interface ExportNow {
  /** Epoch ms. */
  at: number
  /** Minutes east of UTC. */
  offset: number
  dayStartHour: number
}

/** The calendar days of some of the person's days. If today is one, they reach until now, also after midnight. */
export function calendarDaysOf<Days extends Pick<Period, 'first' | 'last'>>(
  days: Days,
  { at, offset, dayStartHour }: ExportNow,
): Days {
  return days.last === personDay(at, offset, dayStartHour) ? { ...days, last: calendarDay(at, offset) } : days
}

interface DayOfHost {
  day: number
  host: string
  ms: number
  opens: number
}

const hostOf = (site: string): string => (site === 'file' ? LOCAL_FILES : site)

const rowText = ({ day, host, ms, opens }: DayOfHost): string => {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')
  return JSON.stringify({ host, date, focus: ms, time: opens })
}

/** The time and the visits of each site on each calendar day, by the clock at which they were recorded. */
function daysOfHosts(history: History, period: Period): DayOfHost[] {
  const rows = new Map<string, DayOfHost>()
  const add = (day: number, site: string, ms: number, opens: number) => {
    const key = `${day} ${site}`
    const row = rows.get(key) ?? { day, host: hostOf(site), ms: 0, opens: 0 }
    row.ms += ms
    row.opens += opens
    rows.set(key, row)
  }
  const describe = surfaceBook([])
  const profileOf = (surface: string) => describe(siteOf(surface))
  const byMidnight = { profileOf, priceAt: pricing([], null, 0), dayStartHour: 0 }
  const sites = tally(withoutTotals(history), extentOf(period, 0), byMidnight, (day) => day)
  for (const { profile, parts } of sites)
    for (const [day, { account, opens }] of parts) add(day, profile.site, account.timeMs, opens)
  for (const { day, surface, ms, opens } of history.totals ?? [])
    if (holds(period, day)) add(dayNumber(day), siteOf(surface), ms, opens ?? 0)
  return [...rows.values()]
}

/** The rows of some days, with commas between them. */
export const timeTrackerRows = (history: History, period: Period): string =>
  daysOfHosts(history, period)
    .toSorted((a, b) => a.day - b.day || (a.host < b.host ? -1 : 1))
    .map(rowText)
    .join(',\n')
