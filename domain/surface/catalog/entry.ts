import type { Kind } from '../kind'

/**
 * A named part of a site with its own character. A pattern is host labels, path segments or both:
 * `music.` is the sub-domain of that name, `/shorts` the first path segment, `docs./document` both;
 * `*` is exactly one label or segment. A pattern matches the labels next to the site and the beginning of
 * the path, always by whole labels and segments.
 */
export interface CatalogSurface {
  /** What follows the slash in the surface's id, e.g. `shorts` in `youtube.com/shorts`. */
  slug: string
  name: string
  /** Whether the name is shown without the site's: `Gmail`, not `Google Gmail`. */
  isAlone: boolean
  kind: Kind
  /** The first surface in the list with a pattern that matches wins. */
  match: readonly string[]
}

/** What the catalogue knows of a site before the person says anything. */
export interface CatalogSite {
  name: string
  kind: Kind
  /** The main site, if this one is its version for another country. */
  countryOf?: string
  /** The site whose pages this one shows, if it is another front end of it. */
  frontOf?: string
  surfaces: readonly CatalogSurface[]
}

/** A row of a list of sites: the registrable domain, and the name unless it is the capitalised first label. */
export type CatalogRow = readonly [site: string, name?: string]

/**
 * A row of a table of surfaces. Patterns are separated by spaces; the default is the slug as a path segment. The
 * name is given unless it is the capitalised slug; a name after `=` is shown without the site’s.
 */
export type PartRow = readonly [slug: string, kind: Kind, patterns?: string, name?: string]
