import { catalogSite } from './catalog/catalog'
import { isKind } from './is-kind'
import type { Kind } from './kind'
import { isExcluded, joinedSurface, type Opinion } from './opinion'
import type { Split } from './address'
import { isOpenPart } from './open-part'
import { partOf, siteOf } from './surface'

/** The kind in the catalogue: that of the part, else that of the site. An unknown part is never taken for a feed. */
export function catalogKind(surface: string): Kind {
  if (isOpenPart(surface)) return 'other'
  const entry = catalogSite(siteOf(surface))
  const part = partOf(surface)
  return entry?.surfaces.find(({ slug }) => slug === part)?.kind ?? entry?.kind ?? 'other'
}

/** The kind that counts: the person's own, unless a newer version wrote one that this one does not know. */
export const kindIn = (opinion: Opinion | undefined, surface: string): Kind =>
  isKind(opinion?.kind) ? opinion.kind : catalogKind(surface)

/** What recording needs from the person's opinions. */
export interface SurfaceRules {
  splits: Split[]
  isExcluded: (surface: string) => boolean
  kindOf: (surface: string) => Kind
  /** The surface that this one counts as, itself unless the person joined it to another. */
  countedAs: (surface: string) => string
  /** The surfaces that count as the same one, this one included. */
  countedWith: (surface: string) => string[]
}

export function surfaceRules(opinions: readonly Opinion[]): SurfaceRules {
  const bySurface = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  const opinionOf = (surface: string) => bySurface.get(surface)
  const countedAs = (surface: string) => joinedSurface(surface, opinionOf)
  return {
    splits: opinions.flatMap(({ surface, split }) =>
      split === undefined ? [] : [{ surface, pattern: split }],
    ),
    isExcluded: (surface) => isExcluded(surface, opinionOf),
    kindOf: (surface) => kindIn(opinionOf(countedAs(surface)), countedAs(surface)),
    countedAs,
    countedWith: (surface) => {
      const shared = countedAs(surface)
      const joined = opinions.map((opinion) => opinion.surface).filter((other) => countedAs(other) === shared)
      return [...new Set([shared, surface, ...joined])]
    },
  }
}
