/**
 * The part of a site that nobody knows: other tools say how long a host was open, but not which of its pages. No address
 * has a part with this name, because a question mark ends the path.
 */
import { siteOf, partOf } from './surface'

/** The part of a surface's id, and of its profile until it is named in words. */
export const OPEN_PART = '?'

/** The surface for time on a site of which the part is not known. */
export const openPartOf = (site: string): string => `${site}/${OPEN_PART}`

/** Whether a surface is the unknown part of its site. */
export const isOpenPart = (surface: string): boolean =>
  partOf(surface) === OPEN_PART && siteOf(surface) !== surface
