import { owners, sitesOf } from './catalog/owners'
import type { Target } from './rule'
import type { Place } from './site'
import { addressOf, type KnownSurface } from './surface-directory'
import type { SurfaceProfile } from './surface-book'

const plain = (text: string): string => text.trim().toLocaleLowerCase()

const targetOf = ({ surface, site }: Pick<SurfaceProfile, 'surface' | 'site'>): Target =>
  surface === site ? { type: 'site', site } : { type: 'surface', surface }

/** What is meant by the name of an owner, or of a site or a part of one that is known; null where it is none. */
export function targetNamed(typed: string, known: readonly KnownSurface[]): Target | null {
  const text = plain(typed)
  const owner = owners.find(([name]) => plain(name) === text)?.[0]
  if (owner !== undefined) return { type: 'owner', owner, sites: sitesOf(owner) }
  const found = known.find(({ profile }) => {
    const { name, part, surface } = profile
    return [surface, addressOf(surface), plain(`${name} ${part}`)].includes(text)
  })
  return found ? targetOf(found.profile) : null
}

/** A whole site, or a named part of one. */
export const targetAt = (place: Place): Target => targetOf(place)
