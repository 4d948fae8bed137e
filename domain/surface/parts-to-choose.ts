import type { Split } from './address'
import { catalogSite } from './catalog/catalog'
import { SIGN_IN } from './catalog/sign-in'
import { siteOf } from './surface'

/** The surfaces that the time on an unknown part can belong to: the site as a whole, then its parts. */
export const partsToChoose = (site: string, splits: readonly Split[]): string[] => [
  site,
  ...splits.map(({ surface }) => surface).filter((surface) => siteOf(surface) === site),
  ...(catalogSite(site)?.surfaces ?? [])
    .filter(({ slug }) => slug !== SIGN_IN)
    .map(({ slug }) => `${site}/${slug}`),
]
