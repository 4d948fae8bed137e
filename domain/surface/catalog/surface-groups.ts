import type { PartRow } from './entry'

/** The named parts of a site, and the sites that share them. */
export interface SurfaceGroup {
  /**
   * Sites with the same surfaces. A site that is in no list is the head's version for another country: it also
   * gets the head's kind and owner, and its ending in its name, e.g. "Amazon.de".
   */
  also?: readonly string[]
  surfaces?: readonly PartRow[]
}

/** Keyed by the head of each group, the main site, which must be in a list of sites. */
export type SurfaceGroups = Readonly<Record<string, SurfaceGroup>>
