/** The surfaces that the person can change. A joined surface is listed on its own, with the one it counts as. */
import { catalogSite, catalogSites } from './catalog/catalog'
import type { Kind } from './kind'
import { changeOpinion, isExcluded, joinedSurface, type Opinion } from './opinion'
import type { Place } from './address'
import { siteOf } from './surface'
import { domainName, surfaceBook, type SurfaceProfile } from './surface-book'

export interface KnownSurface {
  profile: SurfaceProfile
  /** Recorded time, ms. */
  timeMs: number
  opinion: Opinion
  /** The surface that this one counts as; null if it counts as itself. */
  countsAs: SurfaceProfile | null
  /** Whether it is excluded from recording. */
  excluded: boolean
}

const unjoined = (opinion: Opinion): Opinion =>
  changeOpinion(opinion, { joined: null }) ?? { surface: opinion.surface }

/** All surfaces with history, an opinion or ratings (in quarters, by surface), the most used first. */
export function surfaceDirectory(
  timeBySurface: ReadonlyMap<string, number>,
  opinions: readonly Opinion[],
  ratings: ReadonlyMap<string, readonly number[]> = new Map(),
): KnownSurface[] {
  const bySurface = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  const opinionOf = (surface: string) => bySurface.get(surface)
  const asItself = surfaceBook(opinions.map(unjoined), ratings)
  const surfaces = new Set([
    ...timeBySurface.keys(),
    ...bySurface.keys(),
    ...ratings.keys(),
    ...opinions.flatMap(({ joined }) => joined ?? []),
  ])
  return [...surfaces]
    .map((surface) => {
      const counted = joinedSurface(surface, opinionOf)
      return {
        profile: asItself(surface),
        timeMs: timeBySurface.get(surface) ?? 0,
        opinion: opinionOf(surface) ?? { surface },
        countsAs: counted === surface ? null : asItself(counted),
        excluded: isExcluded(surface, opinionOf),
      }
    })
    .sort((a, b) => b.timeMs - a.timeMs || (a.profile.surface < b.profile.surface ? -1 : 1))
}

/** The surfaces that count as platforms: feeds and videos. */
const isPlatform = (kind: Kind): boolean => kind === 'feed' || kind === 'video'

/** The platforms of the catalogue, without the country versions and other front ends of a site. */
const catalogPlatforms = (): string[] =>
  [...catalogSites()]
    .filter(([, { countryOf, frontOf }]) => countryOf === undefined && frontOf === undefined)
    .flatMap(([site, { kind, surfaces }]) => [
      ...(isPlatform(kind) ? [site] : []),
      ...surfaces.filter((part) => isPlatform(part.kind)).map(({ slug }) => `${site}/${slug}`),
    ])

/** The known surfaces and the platforms of the catalogue: platforms first, of each the most used first. */
export function platformDirectory(
  known: readonly KnownSurface[],
  opinions: readonly Opinion[],
): KnownSurface[] {
  const present = new Set(known.map(({ profile }) => profile.surface))
  const others = surfaceDirectory(new Map(catalogPlatforms().map((surface) => [surface, 0])), opinions)
  const rank = ({ profile }: KnownSurface) => Number(isPlatform(profile.kind))
  return [...known, ...others.filter(({ profile }) => !present.has(profile.surface))].sort(
    (a, b) => rank(b) - rank(a) || b.timeMs - a.timeMs,
  )
}

const plain = (text: string): string => text.trim().toLowerCase()

/** The address of a surface as people write it: `müller.de/shop`. */
export const addressOf = (surface: string): string =>
  `${domainName(siteOf(surface))}${surface.slice(siteOf(surface).length)}`

/** Whether a text looks enough like an address to look it up; only the suffix list can tell. */
export const mayBeAddress = (typed: string): boolean => /^(?:\S*[.:]\S*|localhost)$/i.test(typed.trim())

export const isKnownSite = (site: string, known: readonly KnownSurface[]): boolean =>
  known.some(({ profile }) => profile.site === site)

/**
 * The surfaces whose name, part or domain contains every word of the query. If there are none and the query is
 * an address, all surfaces of its site, the one of the address first.
 */
export function searchSurfaces(
  known: readonly KnownSurface[],
  query: string,
  place: Place | null,
): readonly KnownSurface[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return known
  const found = known.filter(({ profile }) => {
    const text = plain(`${profile.name} ${profile.part} ${profile.surface}`)
    return words.every((word) => text.includes(word))
  })
  if (found.length > 0 || place === null) return found
  const isMeant = ({ profile }: KnownSurface) => Number(profile.surface === place.surface)
  return known.filter(({ profile }) => profile.site === place.site).sort((a, b) => isMeant(b) - isMeant(a))
}

/**
 * The surface that an address or a shown name means. The name of a site means the site, even if only parts of it
 * are known.
 */
function surfaceMeant(text: string, known: readonly KnownSurface[], place: Place | null): string | undefined {
  const profiles = known.map(({ profile }) => profile)
  const found =
    profiles.find(({ surface }) => [surface, addressOf(surface)].includes(text)) ??
    profiles.find(({ name, part }) => plain(`${name} ${part}`) === text)
  if (found) return found.surface
  const named = profiles.find(({ name, part }) => part !== '' && plain(name) === text)
  if (named) return named.site
  return place && (isKnownSite(place.site, known) || catalogSite(place.site)) ? place.surface : undefined
}

export type JoinFlaw = 'empty' | 'unknown' | 'itself' | 'circle'
export type Join = { ok: true; surface: string } | { ok: false; flaw: JoinFlaw }

/** Finds the surface that `surface` should count as, from a typed domain, name or address. */
export function joinTarget(
  typed: string,
  surface: string,
  known: readonly KnownSurface[],
  place: Place | null,
): Join {
  const text = plain(typed)
  if (text === '') return { ok: false, flaw: 'empty' }
  const meant = surfaceMeant(text, known, place)
  if (meant === undefined) return { ok: false, flaw: 'unknown' }
  if (meant === surface) return { ok: false, flaw: 'itself' }
  const found = known.find(({ profile }) => profile.surface === meant)
  if (found?.countsAs?.surface === surface) return { ok: false, flaw: 'circle' }
  return { ok: true, surface: meant }
}
