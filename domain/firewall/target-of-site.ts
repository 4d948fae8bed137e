import type { Target } from './rule'

/** Whether a target names a site or a part of it, so that it goes when the site is forgotten. An owner stays. */
export const isOfSite = (target: Target, site: string): boolean =>
  (target.type === 'site' && target.site === site) ||
  (target.type === 'surface' && (target.surface === site || target.surface.startsWith(`${site}/`)))
