import { catalogSite } from './catalog/catalog'
import { isDiscreet } from './discreet'
import { isKind } from './is-kind'
import type { Kind } from './kind'
import { readableHost } from './idn'
import { isHostOf } from './host'
import { joinedSurface, type Opinion } from './opinion'
import { kindIn } from './surface-rules'
import { shownName } from './shown-name'
import { partOf, siteOf } from './surface'
import { isOpenPart } from './open-part'
import { type Worth, worthOf, worthOfOpenPart } from './worth'

/** What is known about a surface: the person's own word if they gave one, else the catalogue's. */
export interface SurfaceProfile {
  surface: string
  site: string
  /** `YouTube`, or the person's own name for the surface. */
  name: string
  /** `Shorts`; empty for the site as a whole. */
  part: string
  kind: Kind
  /** Whether the person chose the kind. */
  ownKind: boolean
  worth: Worth
  /** Hosts whose icon to show, the first one that has any. */
  iconHosts: readonly string[]
  /** Present if others see only the kind, see discreet.ts. */
  discreet?: true
}

/** Whether no worth is assumed without a word of the person: of an unknown part not even the kind is known. */
export const assumesNothing = ({ surface, ownKind }: Pick<SurfaceProfile, 'surface' | 'ownKind'>): boolean =>
  isOpenPart(surface) && !ownKind

const LOCAL_FILES = 'file'

/** The name of the files on this computer, which has words on the screen. */
export const FILES_NAME = 'file://'

/** The name of a site that the catalogue does not know: its domain as people write it. */
export const domainName = (site: string): string => (site === LOCAL_FILES ? FILES_NAME : readableHost(site))

/** The name of a part that the person split off, from its pattern: `blog` for `blog.`, `über` for `%C3%BCber`. */
const readablePart = (part: string): string =>
  part
    .split('/')
    .map((segment) => decoded(segment.replace(/\.$/, '')))
    .join('/')

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // a percent sign that is not an escape
  }
}

function nameOf(surface: string, opinion: Opinion | undefined): { name: string; part: string } {
  const own = shownName(opinion?.name ?? '')
  if (own !== '') return { name: own, part: '' }
  const site = siteOf(surface)
  const part = partOf(surface)
  const entry = catalogSite(site)
  const known = entry?.surfaces.find(({ slug }) => slug === part)
  if (known?.isAlone) return { name: known.name, part: '' }
  return { name: entry?.name ?? domainName(site), part: known?.name ?? shownName(readablePart(part)) }
}

/** The hosts that most sites have, for the icon if no other host is stored; none for files and local names. */
export function usualHosts(surface: string): string[] {
  const site = siteOf(surface)
  return site.includes('.') ? [`www.${site}`, site] : []
}

/** A host of another site, as an old file may have brought, is not used. */
const iconHostsOf = (surface: string, opinion: Opinion | undefined): string[] =>
  opinion?.iconHost !== undefined && isHostOf(opinion.iconHost, siteOf(surface))
    ? [opinion.iconHost]
    : usualHosts(surface)

/** Describes surfaces. Joined surfaces share one profile object. Ratings are in quarters, by surface. */
export function surfaceBook(
  opinions: readonly Opinion[],
  ratings: ReadonlyMap<string, readonly number[]> = new Map(),
): (surface: string) => SurfaceProfile {
  const bySurface = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  const opinionOf = (surface: string) => bySurface.get(surface)
  const profiles = new Map<string, SurfaceProfile>()
  const kindOf = (surface: string): Kind => kindIn(opinionOf(surface), surface)

  const describe = (surface: string): SurfaceProfile => {
    const opinion = opinionOf(surface)
    const kind = kindOf(surface)
    const ownKind = isKind(opinion?.kind)
    const worthBy = assumesNothing({ surface, ownKind }) ? worthOfOpenPart : worthOf
    return {
      surface,
      site: siteOf(surface),
      ...nameOf(surface, opinion),
      kind,
      ownKind,
      worth: worthBy(opinion?.worthQuarters, ratings.get(surface) ?? [], kind),
      iconHosts: iconHostsOf(surface, opinion),
      ...(isDiscreet(kind, kindOf(siteOf(surface))) && { discreet: true as const }),
    }
  }

  return (surface) => {
    const known = profiles.get(surface)
    if (known) return known
    const counted = joinedSurface(surface, opinionOf)
    const profile = profiles.get(counted) ?? describe(counted)
    profiles.set(counted, profile)
    profiles.set(surface, profile)
    return profile
  }
}
