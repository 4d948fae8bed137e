import type { Kind } from '../kind'

/**
 * A named part of a site with its own character. Its patterns (patterns.ts) are host labels, path segments or both:
 * `music.` is the sub-domain of that name, `/shorts` the first path segment, `docs./document` both; `*` is exactly one
 * label or segment. A pattern matches the labels next to the site and the beginning of the path, always by whole
 * labels and segments.
 */
export interface CatalogSurface {
  /** What follows the slash in the surface's id, e.g. `shorts` in `youtube.com/shorts`. */
  slug: string
  name: string
  /** Whether the name is shown without the site's: `Gmail`, not `Google Gmail`. */
  isAlone: boolean
  kind: Kind
}

/** What the catalogue knows of a site before the person says anything. */
export interface CatalogSite {
  name: string
  kind: Kind
  /** The main site, if this one is its version for another country. */
  countryOf?: string
  /** The site whose pages this one shows, if it is another front end of it. */
  frontOf?: string
  /** The site whose parts it has: itself, or the head of its group. */
  head: string
  /** The first part with a pattern that matches wins. */
  surfaces: readonly CatalogSurface[]
}

/** A site of a list, and its name. */
export type CatalogRow = readonly [site: string, name: string]

/** A row of a table of surfaces. The name is given unless it is the capitalised slug; after `=`, it stands alone. */
export type PartRow = readonly [slug: string, kind: Kind, name?: string]
