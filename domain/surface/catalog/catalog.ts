import type { Kind } from '../kind'
import type { CatalogSite, CatalogSurface, PartRow } from './entry'
import { frontEnds } from './front-ends'
import { rowsByKind } from './rows-by-kind'
import { SIGN_IN, signInPatterns } from './sign-in'
import { surfaceGroups } from './surfaces'

const countryVersion = ({ name, kind, surfaces }: CatalogSite, head: string, site: string): CatalogSite => ({
  name: name + site.slice(site.indexOf('.')),
  kind,
  countryOf: head,
  surfaces,
})

const capitalised = (site: string): string => site.charAt(0).toUpperCase() + site.slice(1, site.indexOf('.'))

const titled = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')

const surfaceOf = ([slug, kind, patterns = `/${slug}`, name = titled(slug)]: PartRow): CatalogSurface => ({
  slug,
  name: name.replace(/^=/, ''),
  isAlone: name.startsWith('='),
  kind,
  match: patterns.split(' '),
})

/** The parts of a group of sites. Sign-in comes first, so that no other part takes its pages. */
const partsOf = (head: string, rows: readonly PartRow[] = []): CatalogSurface[] => [
  surfaceOf([SIGN_IN, 'other', signInPatterns(head)]),
  ...rows.map(surfaceOf),
]

const frontEnd = ({ name, kind, surfaces }: CatalogSite, head: string, site: string): CatalogSite => ({
  name: `${name} (${site})`,
  kind,
  frontOf: head,
  surfaces,
})

function build(): Map<string, CatalogSite> {
  const sites = new Map<string, CatalogSite>()
  for (const [kind, rows] of Object.entries(rowsByKind))
    for (const [site, name = capitalised(site)] of rows)
      sites.set(site, { name, kind: kind as Kind, surfaces: partsOf(site) })
  for (const table of surfaceGroups)
    for (const [head, { also = [], surfaces: rows }] of Object.entries(table)) {
      const base = sites.get(head)
      if (!base) continue
      const surfaces = partsOf(head, rows)
      for (const site of [head, ...also])
        sites.set(site, { ...(sites.get(site) ?? countryVersion(base, head, site)), surfaces })
    }
  for (const [head, fronts] of Object.entries(frontEnds)) {
    const base = sites.get(head)
    if (base) for (const site of fronts) sites.set(site, frontEnd(base, head, site))
  }
  return sites
}

const sites = build()

export const catalogSite = (site: string): CatalogSite | undefined => sites.get(site)

/** The main site of a country version (`amazon.com` for `amazon.de`); any other site itself. */
export const headSite = (site: string): string => sites.get(site)?.countryOf ?? site

export const catalogSites = (): IterableIterator<[string, CatalogSite]> => sites.entries()
