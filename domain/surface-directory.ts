/** The surfaces that the person may change, each as itself: joins are told, not followed. */
import { changeOpinion, isExcluded, joinedSurface, type Opinion } from './opinion'
import { surfaceBook, type SurfaceProfile } from './surface-book'

export interface KnownSurface {
  profile: SurfaceProfile
  /** How much is recorded, ms. */
  timeMs: number
  opinion: Opinion
  /** The surface that this one counts as; null where it stands for itself. */
  countsAs: SurfaceProfile | null
  /** Whether it is never recorded. */
  excluded: boolean
}

const unjoined = (opinion: Opinion): Opinion =>
  changeOpinion(opinion, { joined: null }) ?? { surface: opinion.surface }

/** All surfaces with history or opinions, the most used first. */
export function surfaceDirectory(
  timeBySurface: ReadonlyMap<string, number>,
  opinions: readonly Opinion[],
): KnownSurface[] {
  const bySurface = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  const opinionOf = (surface: string) => bySurface.get(surface)
  const asItself = surfaceBook(opinions.map(unjoined))
  const surfaces = new Set([
    ...timeBySurface.keys(),
    ...bySurface.keys(),
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

const plain = (text: string): string => text.trim().toLocaleLowerCase()

/** Those whose name, part or domain contains every word of the query. */
export function searchSurfaces(known: readonly KnownSurface[], query: string): readonly KnownSurface[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return known
  return known.filter(({ profile }) => {
    const text = plain(`${profile.name} ${profile.part} ${profile.surface}`)
    return words.every((word) => text.includes(word))
  })
}

export type JoinFlaw = 'empty' | 'unknown' | 'itself' | 'circle'
export type Join = { ok: true; surface: string } | { ok: false; flaw: JoinFlaw }

/** The surface that a person means by its domain or its name, for another one to count as. */
export function joinTarget(typed: string, surface: string, known: readonly KnownSurface[]): Join {
  const text = plain(typed)
  if (text === '') return { ok: false, flaw: 'empty' }
  const byName = ({ profile }: KnownSurface) => plain(`${profile.name} ${profile.part}`) === text
  const found = known.find(({ profile }) => profile.surface === text) ?? known.find(byName)
  if (!found) return { ok: false, flaw: 'unknown' }
  if (found.profile.surface === surface) return { ok: false, flaw: 'itself' }
  if (found.countsAs?.surface === surface) return { ok: false, flaw: 'circle' }
  return { ok: true, surface: found.profile.surface }
}
