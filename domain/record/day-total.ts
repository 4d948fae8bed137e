/**
 * The time of a whole day on a surface as one number, from another tool or typed by hand. It has no hour, so it counts
 * in every sum over days, and in nothing that needs a clock.
 */
import { type Day, DAY_MS, HOUR_MS } from '../time/local-time'
import type { LocalInterval } from '../time/interval'

/** The tools that a day total can come from; `entered` is typed by hand, such as the minutes of a phone. */
export const TOTAL_SOURCES = ['time-tracker', 'watt', 'webtime', 'rescuetime', 'stayfree', 'entered'] as const
export type TotalSource = (typeof TOTAL_SOURCES)[number]

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

/** Sources whose opens are visits. Time Tracker counts page loads instead. */
const VISITS_COUNTED: ReadonlySet<TotalSource> = new Set(['watt'])

/** Visits that began, as far as the source counts visits. */
export const visitsOfTotal = ({ source, opens }: DayTotal): number =>
  VISITS_COUNTED.has(source) ? (opens ?? 0) : 0

/** When a day of the person begins, local ms. */
export const startOfTotal = ({ day }: Pick<DayTotal, 'day'>, dayStartHour: number): number =>
  Date.parse(day) + dayStartHour * HOUR_MS

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

/** How much of a figure is day totals of a source, ms. */
export interface SourceTime {
  source: TotalSource
  ms: number
}

/** How much of the extent is day totals, by source, in the order of `TOTAL_SOURCES`; only surfaces that `counts`. */
export function sourceTimes(
  totals: readonly DayTotal[],
  extent: LocalInterval,
  dayStartHour: number,
  counts: (surface: string) => boolean = () => true,
): SourceTime[] {
  const inside = totalsWithin(totals, extent, dayStartHour).filter(({ surface }) => counts(surface))
  return TOTAL_SOURCES.flatMap((source) => {
    const own = inside.filter((total) => total.source === source)
    const ms = own.reduce((sum, total) => sum + total.ms, 0)
    return ms > 0 ? [{ source, ms }] : []
  })
}
