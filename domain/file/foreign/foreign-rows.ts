/** What the file of another tool would bring, and what the preview says of it. */
import type { DayTotal, TotalBrowser } from '../../record/day-total'
import type { SealedDay } from '../../record/sealed-day'
import { isOpenPart } from '../../surface/open-part'
import { siteOf } from '../../surface/surface'
import type { Day } from '../../time/local-time'
import type { AwNote } from './activitywatch-cuts'
import type { ForeignKind } from './category-kinds'
import type { LeftOut, Tool, ToolSource } from './foreign-table'
import type { ForeignApp } from './phone-apps'
import type { ForeignRules } from './limit-rules'

/** The time of a day on a surface. */
export interface ForeignRow {
  day: Day
  surface: string
  ms: number
  opens: number | null
}

/** What a file does not say, or what is odd about it. */
export type ForeignNote = AwNote | 'changed'

/** What a file would bring. */
export interface ForeignImport {
  source: Tool
  rows: ForeignRow[]
  left: LeftOut[]
  limits: ForeignRules[]
  kinds: ForeignKind[]
  /** Apps that the person can give a site. */
  apps: ForeignApp[]
  /** Spans, from a tool that says when. */
  days: SealedDay[]
  notes: ForeignNote[]
}

const addOpens = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0)

/** Rows of the same day and surface as one, in the order of their days. */
export function summedRows(rows: readonly ForeignRow[]): ForeignRow[] {
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

/** The rows as the person says to which part an unknown part belongs. What they leave open stays open. */
export const withParts = (
  rows: readonly ForeignRow[],
  chosen: ReadonlyMap<string, string>,
): readonly ForeignRow[] =>
  chosen.size === 0
    ? rows
    : summedRows(rows.map((row) => ({ ...row, surface: chosen.get(row.surface) ?? row.surface })))

/** The rows as they are stored. A tool without day totals has none. */
export const totalsOfRows = (
  rows: readonly ForeignRow[],
  of: { source: Tool; batch: number; browser: TotalBrowser },
): DayTotal[] => rows.map((row) => ({ ...row, ...of, source: of.source as ToolSource }))

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

/** The first and the last day that a file speaks of; null if it names none. Apps without a site count. */
export function reachOf({
  rows,
  apps,
}: Pick<ForeignImport, 'rows' | 'apps'>): { first: Day; last: Day } | null {
  const days = [...rows, ...apps.flatMap(({ times }) => times)].map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

/** The unknown parts in some rows, the largest first. */
export const openPartsIn = (surfaces: readonly SurfaceSum[]): SurfaceSum[] =>
  surfaces.filter(({ surface }) => isOpenPart(surface))

/** Days of spans as rows, for a summary. */
export const rowsOfDays = (days: readonly SealedDay[]): ForeignRow[] =>
  summedRows(
    days.flatMap(({ day, surfaces, surface, lengths }) =>
      Array.from(surface, (index, row) => ({
        day,
        surface: surfaces[index] as string,
        ms: lengths[row] as number,
        opens: null,
      })),
    ),
  )
