/** Where a period's time went, by surface, site, kind or owner, in columns that add up. */
import { ownerOf } from '../surface/catalog/owners'
import { type Exact, exactOf, type Line, linesOf, sumOf } from './statement'
import { domainName, type SurfaceProfile } from '../surface/surface-book'
import { catalogSite } from '../surface/catalog/catalog'
import { accountsOf, type SurfaceTally } from './tally'
import { addCells } from './trend'
import { shownTimes } from '../value/whole-minutes'

export const GROUPINGS = ['surfaces', 'sites', 'kinds', 'owners'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface SiteLine extends Line {
  /** The surface, the site, the kind or the owner. */
  key: string
  /**
   * The name of a site or an owner. For a surface or a kind it is the key, because these have names
   * elsewhere.
   */
  name: string
  /** The surface, or the most used one of the line's surfaces. */
  profile: SurfaceProfile
  /** All text that a search looks in, in lower case. */
  words: string
  /** The time, rounded as it is shown. */
  shownMs: number
  opens: number
  beforeMs: number
}

const keyOf: Record<Grouping, (profile: SurfaceProfile) => string> = {
  surfaces: ({ surface }) => surface,
  sites: ({ site }) => site,
  kinds: ({ kind }) => kind,
  owners: ({ site }) => ownerOf(site),
}

const nameOf = (grouping: Grouping, key: string): string =>
  grouping === 'sites'
    ? (catalogSite(key)?.name ?? domainName(key))
    : grouping === 'owners'
      ? domainName(key)
      : key

/** How many visits began. */
export const opensOf = (tallies: readonly SurfaceTally[]): number =>
  tallies.reduce((sum, { parts }) => [...parts.values()].reduce((own, { opens }) => own + opens, sum), 0)

interface Group {
  key: string
  profiles: SurfaceProfile[]
  opens: number
  exact: Exact
}

function groupsOf(tallies: readonly SurfaceTally[], grouping: Grouping): Group[] {
  const accounts = accountsOf(tallies)
  const exactOfOne = ({ profile }: SurfaceTally) => exactOf(accounts.get(profile)!, profile)
  const groups = Map.groupBy(tallies, ({ profile }) => keyOf[grouping](profile))
  return [...groups].map(([key, own]) => {
    const parts = own
      .map((one) => ({ profile: one.profile, exact: exactOfOne(one) }))
      .sort((a, b) => b.exact.timeMs - a.exact.timeMs)
    return {
      key,
      profiles: parts.map(({ profile }) => profile),
      opens: opensOf(own),
      exact: sumOf(parts.map(({ exact }) => exact)),
    }
  })
}

/** The figures of a line that only the period before has: no time, and no cost if its time had a price. */
const nothingOf = ({ cost }: Exact): Exact => ({
  timeMs: 0,
  cost: cost === null ? null : 0n,
  returned: 0n,
  assumed: 'no',
})

/**
 * The lines of a period, the most time first, with the time of the period before. Lines that only that one
 * has come last.
 */
export function siteLines(
  tallies: readonly SurfaceTally[],
  before: readonly SurfaceTally[],
  grouping: Grouping,
): SiteLine[] {
  const byTime = (a: Group, b: Group) => b.exact.timeMs - a.exact.timeMs
  const now = groupsOf(tallies, grouping).sort(byTime)
  const present = new Set(now.map(({ key }) => key))
  const past = groupsOf(before, grouping).sort(byTime)
  const earlier = new Map(past.map(({ key, exact }) => [key, exact.timeMs]))
  const gone = past.filter(({ key }) => !present.has(key))
  const groups = [...now, ...gone.map((group) => ({ ...group, opens: 0, exact: nothingOf(group.exact) }))]
  const times = groups.map(({ exact }) => exact.timeMs)
  const [lines, shown] = [linesOf(groups.map(({ exact }) => exact)), shownTimes(times)]
  return groups.map(({ key, profiles, opens }, row) => {
    const name = nameOf(grouping, key)
    const found = profiles.flatMap((profile) => [profile.name, profile.part, profile.surface])
    return {
      ...(lines[row] as Line),
      key,
      name,
      profile: profiles[0] as SurfaceProfile,
      words: [name, key, ...found].join(' ').toLowerCase(),
      shownMs: shown[row] as number,
      opens,
      beforeMs: earlier.get(key) ?? 0,
    }
  })
}

/** The total of the lines: the sum of their figures as shown. */
export const totalOf = (lines: readonly SiteLine[]) => ({
  ...addCells(lines),
  assumed: 'no' as const,
  opens: lines.reduce((sum, { opens }) => sum + opens, 0),
  beforeMs: lines.reduce((sum, { beforeMs }) => sum + beforeMs, 0),
})

/** The lines whose words contain every word of the query. */
export function linesWith(lines: readonly SiteLine[], query: string): readonly SiteLine[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.length === 0 ? lines : lines.filter((line) => words.every((word) => line.words.includes(word)))
}

/** The columns by which lines can be sorted, each with the figure to compare; null where text is compared. */
export const COLUMNS = {
  name: null,
  kind: null,
  worth: ({ profile }: SiteLine) => profile.worth.worthQuarters,
  time: ({ timeMs }: SiteLine) => timeMs,
  opens: ({ opens }: SiteLine) => opens,
  cost: ({ money }: SiteLine) => money?.costMinor ?? -Infinity,
  returned: ({ money }: SiteLine) => money?.returnMinor ?? -Infinity,
  net: ({ money }: SiteLine) => money?.netMinor ?? -Infinity,
  change: ({ timeMs, beforeMs }: SiteLine) => (beforeMs === 0 ? Infinity : timeMs / beforeMs),
} as const
export type Column = keyof typeof COLUMNS

/** In these columns, a line without time has nothing to compare and comes last. */
const OF_MONEY: ReadonlySet<Column> = new Set(['cost', 'returned', 'net'])

export interface Order {
  column: Column
  isAscending: boolean
}

/** Sorts lines. Text is compared with `compare`; equal lines keep their order. */
export function sortLines(
  lines: readonly SiteLine[],
  { column, isAscending }: Order,
  compare: (a: SiteLine, b: SiteLine) => number,
): SiteLine[] {
  const valueOf = COLUMNS[column]
  const direction = isAscending ? 1 : -1
  const isGone = ({ timeMs }: SiteLine) => Number(OF_MONEY.has(column) && timeMs === 0)
  const difference = valueOf ? (a: SiteLine, b: SiteLine) => Math.sign(valueOf(a) - valueOf(b)) || 0 : compare
  return lines.toSorted((a, b) => isGone(a) - isGone(b) || direction * difference(a, b))
}
