import type { Kind } from '../kind'
import type { CatalogSite, CatalogSurface, PartRow } from './entry'
import { rowsByKind } from './rows-by-kind'
import { surfaceGroups } from './surfaces'

const countryVersion = ({ name, kind }: CatalogSite, head: string, site: string): CatalogSite => ({
  name: name + site.slice(site.indexOf('.')),
  kind,
  countryOf: head,
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

function build(): Map<string, CatalogSite> {
  const sites = new Map<string, CatalogSite>()
  for (const [kind, rows] of Object.entries(rowsByKind))
    for (const [site, name = capitalised(site)] of rows) sites.set(site, { name, kind: kind as Kind })
  for (const table of surfaceGroups)
    for (const [head, { also = [], surfaces: rows }] of Object.entries(table)) {
      const base = sites.get(head)
      if (!base) continue
      const surfaces = rows?.map(surfaceOf)
      for (const site of [head, ...also]) {
        const entry = sites.get(site) ?? countryVersion(base, head, site)
        sites.set(site, surfaces ? { ...entry, surfaces } : entry)
      }
    }
  return sites
}

const sites = build()

export const catalogSite = (site: string): CatalogSite | undefined => sites.get(site)

/** The main site of a country version (`amazon.com` for `amazon.de`); any other site itself. */
export const headSite = (site: string): string => sites.get(site)?.countryOf ?? site

export const catalogSites = (): IterableIterator<[string, CatalogSite]> => sites.entries()
