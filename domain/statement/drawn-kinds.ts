import type { Kind } from '../surface/kind'

/** More colours than these beside each other, and other, are hard to tell apart. */
const MOST_DRAWN = 6

/**
 * The kinds that a chart draws on their own: the six with the most time. What is left is drawn with `other`; a single
 * kind that is left takes its place. Times in ms, in the order of the kinds.
 */
export function drawnKinds(kinds: readonly Kind[], times: readonly number[]): ReadonlySet<Kind> {
  return new Set(
    kinds
      .map((kind, row) => ({ kind, ms: times[row] ?? 0 }))
      .filter(({ kind }) => kind !== 'other')
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, kinds.length === MOST_DRAWN + 1 ? kinds.length : MOST_DRAWN)
      .map(({ kind }) => kind),
  )
}

/** The kind under which a chart draws a kind. */
export const drawnAs = (kind: Kind, drawn: ReadonlySet<Kind>): Kind => (drawn.has(kind) ? kind : 'other')

/** One part of a bar for each kind that is drawn, in the order of the kinds, and `other` at the end. Times in ms. */
export function barParts(kinds: readonly Kind[], times: readonly number[]): { kind: Kind; ms: number }[] {
  const drawn = drawnKinds(kinds, times)
  const own = kinds.map((kind, row) => ({ kind, ms: times[row] ?? 0 }))
  const rest = own.filter(({ kind }) => !drawn.has(kind))
  const restMs = rest.reduce((sum, { ms }) => sum + ms, 0)
  return [
    ...own.filter(({ kind }) => drawn.has(kind)),
    ...(rest.length > 0 ? [{ kind: 'other' as const, ms: restMs }] : []),
  ]
}
