import type { Kind } from './kind'
import { siteOf } from './surface'

/** What the person said of a surface; whatever is absent is left to the catalogue. */
export interface Opinion {
  surface: string
  kind?: Kind
  worthQuarters?: number
  name?: string
  /** The exact host last seen, for the browser's own icon cache. */
  iconHost?: string
  /** Since when the site is not recorded, epoch ms. */
  excluded?: number
  /** The surface that this one counts as, also for the past. */
  joined?: string
  /** The pattern (see catalog/entry.ts) by which addresses became this surface. */
  split?: string
}

/** A change of an opinion: null takes a field back. */
export type OpinionChange = { [Field in keyof Omit<Opinion, 'surface'>]?: Opinion[Field] | null }

/** The changed opinion, or null where nothing is left to remember. */
export function changeOpinion(before: Opinion, change: OpinionChange): Opinion | null {
  const merged: Record<string, unknown> = { ...before, ...change }
  for (const key of Object.keys(merged)) if (merged[key] === null) delete merged[key]
  return Object.keys(merged).length > 1 ? (merged as unknown as Opinion) : null
}

/** The surface that counts for another, following joins; a circle joins nothing. */
export function joinedSurface(surface: string, opinionOf: (surface: string) => Opinion | undefined): string {
  const seen = new Set<string>()
  let current = surface
  for (let next = opinionOf(current)?.joined; next; next = opinionOf(current)?.joined) {
    seen.add(current)
    if (seen.has(next)) return surface
    current = next
  }
  return current
}

/** Whether the person wants nothing recorded there: the surface or its site, or what it counts as, is excluded. */
export function isExcluded(surface: string, opinionOf: (surface: string) => Opinion | undefined): boolean {
  const counted = joinedSurface(surface, opinionOf)
  return [surface, siteOf(surface), counted, siteOf(counted)].some(
    (candidate) => opinionOf(candidate)?.excluded !== undefined,
  )
}
