import type { Kind } from '../kind'

/**
 * A named part of a site with its own character. A pattern is host labels, path segments or both:
 * `music.` is the sub-domain of that name, `/shorts` the first path segment, `docs./document` both;
 * `*` stands for exactly one label or segment. A pattern matches as a prefix of the path and as the
 * labels next to the site, always whole labels and segments, never parts of them.
 */
export interface CatalogSurface {
  /** What follows the slash in the surface's id, e.g. `shorts` in `youtube.com/shorts`. */
  slug: string
  name: string
  /** Whether it goes by this name alone: `Gmail`, not `Google Gmail`. */
  isAlone: boolean
  kind: Kind
  /** The first surface in the list with a pattern that matches wins. */
  match: readonly string[]
}

/** What the catalogue knows of a site before the person says anything. */
export interface CatalogSite {
  name: string
  kind: Kind
  /** The site of which this is the version for another country. */
  countryOf?: string
  surfaces?: readonly CatalogSurface[]
}

/** A line of the plain list: registrable domain, and the name where it is not the capitalised first label. */
export type CatalogRow = readonly [site: string, name?: string]

/**
 * A line of a table of surfaces. Patterns are separated by spaces; without any it is the path segment that the
 * slug names. The name is given where it is not the slug with a capital; one after `=` goes without the site’s.
 */
export type PartRow = readonly [slug: string, kind: Kind, patterns?: string, name?: string]
