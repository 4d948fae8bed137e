import { partOf, siteOf } from '../surface'
import { catalogSite } from './catalog'
import { passing } from './passing'
import { rowsIn } from './rows'
import { SIGN_IN } from './sign-in'

let hosts: ReadonlySet<string> | undefined

/** Whether a site only passes on to others: short links, sign-in for other sites, delivery. */
const isPassing = (site: string): boolean =>
  (hosts ??= new Set(rowsIn(passing).map(([host]) => host))).has(site)

/** Whether a surface is such a host or the sign-in part of a site. Rules cover it only by its own name. */
export function passesOn(surface: string): boolean {
  const site = siteOf(surface)
  return isPassing(site) || (partOf(surface) === SIGN_IN && catalogSite(site) !== undefined)
}
