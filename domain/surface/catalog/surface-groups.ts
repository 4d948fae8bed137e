import type { PartRow } from './entry'

/** The named parts of a site, and the sites that are its like. */
export interface SurfaceGroup {
  /**
   * Sites with the same surfaces. One that stands in no list is the head for another country: it has the
   * head's kind and owner too and is named after its ending, e.g. "Amazon.de".
   */
  also?: readonly string[]
  surfaces?: readonly PartRow[]
}

/** Keyed by the head of each group; the head stands in a list. */
export type SurfaceGroups = Readonly<Record<string, SurfaceGroup>>
