/** Apps whose site no table knows: the person can say which site each belongs to. */
import type { Split } from '../../surface/address'
import { hostSurface } from '../../surface/host-place'
import { isSurface } from '../row-fields'
import type { ForeignRow } from './foreign-rows'
import type { LeftOut } from './foreign-table'
import { hostIn } from './hosts'
import type { ForeignApp } from './phone-apps'

/** So many apps can be given a site, those with the most time; the others stay left out. */
const MOST_APPS = 40

/** The apps that can be given a site, the one with the most time first. */
export const largestApps = (apps: readonly ForeignApp[]): ForeignApp[] =>
  apps
    .filter(({ ms }) => ms > 0)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, MOST_APPS)

/** The surface that a typed site or address leads to; null if it is none. */
export function surfaceOfApp(typed: string, splits: readonly Split[]): string | null {
  const host = hostIn(typed.trim().replace(/(?<=[^/:])\/.*$/, ''))
  const surface = host.includes('.') ? hostSurface(host, splits) : null
  return isSurface(surface) ? surface : null
}

/** The rows of the apps that were given a surface. */
export const rowsOfApps = (apps: readonly ForeignApp[], given: ReadonlyMap<string, string>): ForeignRow[] =>
  apps.flatMap(({ name, times }) => {
    const surface = given.get(name)
    return surface === undefined ? [] : times.map(({ day, ms }) => ({ day, surface, ms, opens: null }))
  })

/** What is still left out once some apps were given a surface. */
export function leftBesideApps(
  left: readonly LeftOut[],
  apps: readonly ForeignApp[],
  given: ReadonlyMap<string, string>,
): LeftOut[] {
  const placed = apps.filter(({ name }) => given.has(name))
  const ms = placed.reduce((sum, app) => sum + app.ms, 0)
  return left.flatMap((some) => {
    if (some.why !== 'app') return some
    const names = some.names.filter((name) => !given.has(name))
    const rows = some.rows - placed.length
    return rows > 0 ? { ...some, rows, ms: some.ms - ms, names } : []
  })
}
