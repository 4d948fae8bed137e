/** What a table of another tool becomes by our own rules for sites, and what the preview says of it. */
import type { DayTotal, TotalBrowser } from '../../record/day-total'
import { hostSurface } from '../../surface/host-place'
import { isOpenPart } from '../../surface/open-part'
import { siteOf } from '../../surface/surface'
import type { SurfaceRules } from '../../surface/surface-rules'
import type { Day } from '../../time/local-time'
import { isSurface } from '../row-fields'
import { collectLeft, type ForeignTable, type HostTime, type LeftOut, type ToolSource } from './foreign-table'
import { isBrowserPage } from './hosts'

/** The time of a day on a surface. */
export interface ForeignRow {
  day: Day
  surface: string
  ms: number
  opens: number | null
}

/** What a file would bring. */
export interface ForeignImport {
  source: ToolSource
  rows: ForeignRow[]
  left: LeftOut[]
}

const addOpens = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0)

/** Rows of the same day and surface as one, in the order of their days. */
function summed(rows: readonly ForeignRow[]): ForeignRow[] {
  const byKey = new Map<string, ForeignRow>()
  for (const row of rows) {
    const key = `${row.day} ${row.surface}`
    const before = byKey.get(key)
    byKey.set(
      key,
      before ? { ...before, ms: before.ms + row.ms, opens: addOpens(before.opens, row.opens) } : row,
    )
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Applies the rules for sites to a table: what is no site, or is excluded, is left out. */
export function importOf(
  { source, times, left }: ForeignTable,
  { splits, isExcluded }: Pick<SurfaceRules, 'splits' | 'isExcluded'>,
): ForeignImport {
  const known = new Map<string, string | null>()
  const surfaceOf = (host: string): string | null => {
    const before = known.get(host)
    if (before !== undefined) return before
    const found = host === 'file:' ? 'file' : isBrowserPage(host) ? null : hostSurface(host, splits)
    const surface = isSurface(found) ? found : null
    known.set(host, surface)
    return surface
  }
  const more = collectLeft()
  const placed = times.flatMap(({ day, host, ms, opens }: HostTime): ForeignRow[] => {
    const surface = surfaceOf(host)
    if (surface === null) more.add(isBrowserPage(host) ? 'browser' : 'noSite', ms, host)
    else if (isExcluded(surface)) more.add('excluded', ms)
    else return [{ day, surface, ms, opens }]
    return []
  })
  const rows = summed(placed)
  const timeless = rows.filter(({ ms }) => ms < 1)
  if (timeless.length > 0) more.add('noTime', 0, '', timeless.length)
  return { source, rows: rows.filter(({ ms }) => ms >= 1), left: [...left, ...more.done()] }
}

/** The rows as the person says to which part an unknown part belongs. What they leave open stays open. */
export const withParts = (
  rows: readonly ForeignRow[],
  chosen: ReadonlyMap<string, string>,
): readonly ForeignRow[] =>
  chosen.size === 0
    ? rows
    : summed(rows.map((row) => ({ ...row, surface: chosen.get(row.surface) ?? row.surface })))

/** The rows as they are stored. */
export const totalsOfRows = (
  rows: readonly ForeignRow[],
  of: { source: ToolSource; batch: number; browser: TotalBrowser },
): DayTotal[] => rows.map((row) => ({ ...row, ...of }))

/** A surface and its time in all rows, ms. */
export interface SurfaceSum {
  surface: string
  ms: number
}

/** What the preview says of some rows; `surfaces` has the largest first. */
export interface ForeignSummary {
  first: Day
  last: Day
  days: number
  sites: number
  ms: number
  surfaces: SurfaceSum[]
}

/** Sums some rows, of which there is at least one. */
export function summaryOf(rows: readonly ForeignRow[]): ForeignSummary {
  const bySurface = new Map<string, number>()
  for (const { surface, ms } of rows) bySurface.set(surface, (bySurface.get(surface) ?? 0) + ms)
  const days = [...new Set(rows.map(({ day }) => day))].toSorted()
  const surfaces = [...bySurface].map(([surface, ms]) => ({ surface, ms })).toSorted((a, b) => b.ms - a.ms)
  return {
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    days: days.length,
    sites: new Set(surfaces.map(({ surface }) => siteOf(surface))).size,
    ms: surfaces.reduce((sum, { ms }) => sum + ms, 0),
    surfaces,
  }
}

/** The unknown parts in some rows, the largest first. */
export const openPartsIn = (surfaces: readonly SurfaceSum[]): SurfaceSum[] =>
  surfaces.filter(({ surface }) => isOpenPart(surface))
