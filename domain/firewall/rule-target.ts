import { catalogSites } from '../surface/catalog/catalog'
import { owners, sitesOf } from '../surface/catalog/owners'
import { targetAt } from './coverage'
import type { Target } from './rule'
import { addressOf, type KnownSurface } from '../surface/surface-directory'
import { surfaceBook, type SurfaceProfile } from '../surface/surface-book'

const plain = (text: string): string => text.trim().toLowerCase()

/** The sites and parts that the catalogue names. */
const catalogued = (): SurfaceProfile[] =>
  [...catalogSites()]
    .flatMap(([site, { surfaces }]) => [site, ...surfaces.map(({ slug }) => `${site}/${slug}`)])
    .map(surfaceBook([]))

/**
 * The target for the typed name of an owner, a site or a part of a site. The person's own names come before
 * the catalogue's. Null if nothing matches.
 */
export function targetNamed(typed: string, known: readonly KnownSurface[]): Target | null {
  const text = plain(typed)
  const owner = owners.find(([name]) => plain(name) === text)?.[0]
  if (owner !== undefined) return { type: 'owner', owner, sites: sitesOf(owner) }
  const isMeant = ({ name, part, surface }: SurfaceProfile): boolean =>
    [surface, addressOf(surface), plain(`${name} ${part}`)].includes(text)
  const found = known.map(({ profile }) => profile).find(isMeant) ?? catalogued().find(isMeant)
  return found ? targetAt(found) : null
}
