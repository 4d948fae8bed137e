/**
 * The time of a whole day on a surface as one number: from another tool, typed by hand, or from another device of the
 * person. It has no hour, so it counts in every sum over days, and in nothing that needs a clock.
 */
import { addDays, type Day, DAY_MS, HOUR_MS } from '../time/local-time'
import type { Period } from '../time/period'
import type { LocalInterval } from '../time/interval'

/** The tools that a day total can come from; `entered` is typed by hand, such as the minutes of a phone. */
export const TOTAL_SOURCES = ['time-tracker', 'watt', 'webtime', 'rescuetime', 'stayfree', 'entered'] as const

/** A device of the person that runs Zeitwert, by its id. */
export type DeviceSource = `device:${string}`
export type TotalSource = (typeof TOTAL_SOURCES)[number] | DeviceSource

/**
 * Where the time of a total was spent, as the person answered for its import: in this browser, in another browser or on
 * a phone, or they do not know.
 */
export const TOTAL_BROWSERS = ['this', 'other', 'unsure'] as const
export type TotalBrowser = (typeof TOTAL_BROWSERS)[number]

/** A row of the store `totals`; source, day and surface are its key. */
export interface DayTotal {
  source: TotalSource
  /** The date as it stands in the file. */
  day: Day
  surface: string
  ms: number
  /** As the tool counts them; null if it counts none. */
  opens: number | null
  /** When the import that brought it began, epoch ms; null if it was typed. */
  batch: number | null
  browser: TotalBrowser
}

/** The key of a row. */
export type TotalKey = [source: TotalSource, day: Day, surface: string]

export const keyOfTotal = ({
  source,
  day,
  surface,
}: Pick<DayTotal, 'source' | 'day' | 'surface'>): TotalKey => [source, day, surface]

/** Whether two totals are about the same day and surface by the same source. */
export const isSameTotal = (a: Pick<DayTotal, 'source' | 'day' | 'surface'>, b: typeof a): boolean =>
  a.source === b.source && a.day === b.day && a.surface === b.surface

/** When a day of the person begins, local ms. */
export const startOfTotal = ({ day }: Pick<DayTotal, 'day'>, dayStartHour: number): number =>
  Date.parse(day) + dayStartHour * HOUR_MS

/**
 * Whether a day so far cannot be compared with the same part of the day before, because one of the two has day totals:
 * those have no hour. `extent` is the part of `before` that would be compared.
 */
export function isUneven(
  totals: readonly DayTotal[],
  before: Pick<Period, 'first' | 'last'>,
  extent: LocalInterval,
  dayStartHour: number,
): boolean {
  const isDaySoFar =
    before.first === before.last && extent.until < startOfTotal({ day: before.first }, dayStartHour) + DAY_MS
  const today = addDays(before.first, 1)
  return isDaySoFar && totals.some(({ day }) => day === before.first || day === today)
}

/** The totals whose whole day lies in the extent. How much of a part of a day is in it, nobody knows. */
export const totalsWithin = (
  totals: readonly DayTotal[],
  { from, until }: LocalInterval,
  dayStartHour: number,
): DayTotal[] =>
  totals.filter((total) => {
    const start = startOfTotal(total, dayStartHour)
    return start >= from && start + DAY_MS <= until
  })
