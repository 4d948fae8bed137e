/** What a table of another tool becomes by our own rules for sites. */
import { hostSurface } from '../../surface/host-place'
import type { SurfaceRules } from '../../surface/surface-rules'
import { isSurface } from '../row-fields'
import { kindsOfCategories } from './category-kinds'
import { largestApps } from './foreign-apps'
import { type ForeignImport, type ForeignRow, summedRows } from './foreign-rows'
import { collectLeft, type ForeignTable, type HostTime } from './foreign-table'
import { isBrowserPage } from './hosts'
import { rulesOfLimits } from './limit-rules'

/** Applies the rules for sites to a table: what is no site, or is excluded, is left out. */
export function importOf(
  { source, times, left, limits = [], categories = [], apps = [], isChanged }: ForeignTable,
  sites: Pick<SurfaceRules, 'splits' | 'isExcluded'>,
): ForeignImport {
  const { splits, isExcluded } = sites
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
  const rows = summedRows(placed)
  const timeless = rows.filter(({ ms }) => ms < 1)
  if (timeless.length > 0) more.add('noTime', 0, '', timeless.length)
  const { kinds, left: names } = kindsOfCategories(categories, sites)
  for (const name of names) more.add('category', 0, name)
  return {
    source,
    rows: rows.filter(({ ms }) => ms >= 1),
    left: [...left, ...more.done()],
    limits: rulesOfLimits(limits, sites),
    kinds,
    apps: largestApps(apps),
    days: [],
    notes: isChanged ? ['changed'] : [],
  }
}
