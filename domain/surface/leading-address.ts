/** The way back from a surface to an address. Addresses are never kept, so this is only one that leads there. */
import { placeOf, type Split } from './address'
import { catalogSite } from './catalog/catalog'
import { patternsOf } from './catalog/match-surface'
import { partOf, siteOf } from './surface'

/** The beginning of the addresses that a pattern (see catalog/entry.ts) matches on a site. */
function addressBy(pattern: string, site: string): string {
  const [labels = '', ...path] = pattern.split('/')
  return `https://${labels}${site}/${path.join('/')}`
}

/** The patterns of a part, as the person or the catalogue knows it; none for a site as a whole. */
function patternsFor(surface: string, splits: readonly Split[]): readonly string[] {
  const part = partOf(surface)
  if (part === '') return []
  const own = splits.filter((split) => split.surface === surface).map(({ pattern }) => pattern)
  const entry = catalogSite(siteOf(surface))
  const isKnown = entry?.surfaces.some(({ slug }) => slug === part) === true
  return isKnown ? [...own, ...patternsOf(entry.head, part)] : own
}

/** The shortest address that leads to a surface as far as is known, else that of its site. */
export function leadingAddress(surface: string, splits: readonly Split[]): string {
  const site = siteOf(surface)
  if (site === 'file') return 'file:///'
  const addresses = patternsFor(surface, splits).map((pattern) => addressBy(pattern, site))
  const leadsThere = (address: string) => placeOf(address, splits)?.surface === surface
  return addresses.find((address) => !address.includes('*') && leadsThere(address)) ?? `https://${site}/`
}
