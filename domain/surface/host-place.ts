/** Where the time of a host belongs, if the host is all that is known. */
import { placeOf, type Split } from './address'
import { catalogSite } from './catalog/catalog'
import { matches, patternsOf } from './catalog/match-surface'
import { SIGN_IN } from './catalog/sign-in'
import { isHost } from './host'
import { openPartOf } from './open-part'
import { siteOf } from './surface'

/** The patterns of a site's parts, those of the person first. Sign-in pages are short visits everywhere. */
function patternsIn(site: string, splits: readonly Split[]): string[] {
  const own = splits.filter(({ surface }) => siteOf(surface) === site).map(({ pattern }) => pattern)
  const entry = catalogSite(site)
  const parts = entry?.surfaces.filter(({ slug }) => slug !== SIGN_IN) ?? []
  return [...own, ...parts.flatMap(({ slug }) => patternsOf(entry?.head ?? site, slug))]
}

/** Whether some pages of a host are a part of the site and others are not. */
function isDivided(host: string, site: string, splits: readonly Split[]): boolean {
  const labels = host.slice(0, -site.length).split('.').filter(Boolean)
  return patternsIn(site, splits).some((pattern) => {
    const [names = '', ...path] = pattern.split('/')
    return path.length > 0 && matches(names, labels, [])
  })
}

/**
 * The surface of a host, without port: the part that it is (`music.youtube.com`), the site, or the unknown part of a site
 * whose pages lie in several parts (`www.youtube.com`). Null if it is no host.
 */
export function hostSurface(host: string, splits: readonly Split[]): string | null {
  const place = isHost(host) ? placeOf(`https://${host}/`, splits) : null
  if (place === null) return null
  return place.surface === place.site && isDivided(host, place.site, splits)
    ? openPartOf(place.site)
    : place.surface
}
