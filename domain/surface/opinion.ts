import type { Kind } from './kind'
import { siteOf } from './surface'

/** What the person said about a surface; absent fields are left to the catalogue. */
export interface Opinion {
  surface: string
  kind?: Kind
  worthQuarters?: number
  name?: string
  /** The exact host last seen, for the browser's own icon cache. */
  iconHost?: string
  /** When the person left open what kind of site it is, epoch ms: it is not asked again. */
  asked?: number
  /** When the person excluded the surface from recording, epoch ms. */
  excluded?: number
  /** The surface that this one counts as, also for the past. */
  joined?: string
  /** The pattern (see catalog/entry.ts) by which addresses became this surface. */
  split?: string
}

/** A change to an opinion; null removes a field. */
export type OpinionChange = { [Field in keyof Omit<Opinion, 'surface'>]?: Opinion[Field] | null }

/** The changed opinion; null if no field is left. */
export function changeOpinion(before: Opinion, change: OpinionChange): Opinion | null {
  const merged: Record<string, unknown> = { ...before, ...change }
  for (const key of Object.keys(merged)) if (merged[key] === null) delete merged[key]
  return Object.keys(merged).length > 1 ? (merged as unknown as Opinion) : null
}

/** The surface that another one counts as, following all joins. Joins that form a circle are ignored. */
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

/** Whether the surface, the surface it counts as, or the site of either is excluded from recording. */
export function isExcluded(surface: string, opinionOf: (surface: string) => Opinion | undefined): boolean {
  const counted = joinedSurface(surface, opinionOf)
  return [surface, siteOf(surface), counted, siteOf(counted)].some(
    (candidate) => opinionOf(candidate)?.excluded !== undefined,
  )
}
