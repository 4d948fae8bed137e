import type { Kind } from './kind'

/** What an hour gives back, in quarters of the hour price. */
export const WORTHS = [
  { worthQuarters: 0, name: 'wasted' },
  { worthQuarters: 2, name: 'little' },
  { worthQuarters: 4, name: 'fair' },
  { worthQuarters: 6, name: 'worthIt' },
  { worthQuarters: 8, name: 'investment' },
] as const

export type WorthName = (typeof WORTHS)[number]['name']

/**
 * Where a worth comes from: the person, the shrunken mean of their ratings, or the assumption for the kind. It is unknown
 * where not even the kind is known.
 */
export type WorthSource = 'own' | 'rated' | 'assumed' | 'unknown'

/** Whether a return is only counted as neither gain nor loss, so that it must not be shown for the surface itself. */
export const isWorthUnknown = ({ worth }: { worth: Worth }): boolean => worth.source === 'unknown'

/** What counts while a worth is unknown, in quarters: neither gain nor loss. */
const NEITHER = 4

/** The worth of a kind, in quarters, until the person rates the surface. */
export const ASSUMED_WORTH: Record<Kind, number> = {
  feed: 0,
  companion: 0,
  adult: 0,
  gambling: 0,
  video: 2,
  games: 2,
  news: 2,
  shopping: 2,
  chat: 4,
  other: 4,
  ai: 4,
  work: 4,
  learning: 6,
}

export interface Worth {
  worthQuarters: number
  source: WorthSource
}

/** The assumption counts as much as so many ratings. */
export const ASSUMED_WEIGHT = 5

/** How far those ratings would lie around the assumption, in quarters: one named step. */
export const ASSUMED_SPREAD = 2

/** The most that an hour can give back, in quarters. */
export const MOST_QUARTERS = 8

/** A worth from ratings, in quarters, with the range in which it probably lies. */
export interface RatedWorth {
  worthQuarters: number
  low: number
  high: number
  /** How many ratings it rests on. */
  count: number
}

/**
 * The worth of a kind after ratings, all in quarters. With the assumption a, its weight w = 5, its spread s = 2 and n
 * ratings r, the worth is the shrunken mean m = (w × a + Σ r) ÷ (w + n), rounded to hundredths, which is what amounts
 * are computed with. The range is m ± one standard error, inside 0 to 8: the mean square of all deviations,
 * v = (w × (s² + (a − m)²) + Σ (r − m)²) ÷ (w + n), gives √(v ÷ (w + n)). It is the plain error of a mean, for w more
 * ratings around the assumption. People rate feeds above zero (Cho 2021), so a few ratings move it, but not at once.
 */
export function ratedWorth(ratings: readonly number[], kind: Kind): RatedWorth {
  const assumed = ASSUMED_WORTH[kind]
  const weight = ASSUMED_WEIGHT + ratings.length
  const mean = (ASSUMED_WEIGHT * assumed + ratings.reduce((sum, rating) => sum + rating, 0)) / weight
  const squares = ratings.reduce(
    (sum, rating) => sum + (rating - mean) ** 2,
    ASSUMED_WEIGHT * (ASSUMED_SPREAD ** 2 + (assumed - mean) ** 2),
  )
  const error = Math.sqrt(squares) / weight
  return {
    worthQuarters: Math.round(100 * mean) / 100,
    low: Math.max(0, mean - error),
    high: Math.min(MOST_QUARTERS, mean + error),
    count: ratings.length,
  }
}

/** The person's own word, else the shrunken mean of ratings, else the assumption for the kind. All in quarters. */
export function worthOf(own: number | undefined, ratings: readonly number[], kind: Kind): Worth {
  if (own !== undefined) return { worthQuarters: own, source: 'own' }
  if (ratings.length === 0) return { worthQuarters: ASSUMED_WORTH[kind], source: 'assumed' }
  return { worthQuarters: ratedWorth(ratings, kind).worthQuarters, source: 'rated' }
}

/** The same for the unknown part of a site: nothing is assumed of it. */
export function worthOfOpenPart(own: number | undefined, ratings: readonly number[], kind: Kind): Worth {
  const worth = worthOf(own, ratings, kind)
  return worth.source === 'assumed' ? { worthQuarters: NEITHER, source: 'unknown' } : worth
}

/** The name of the step nearest to a worth. */
export function worthName(worthQuarters: number): WorthName {
  const nearest = WORTHS.reduce((best, step) =>
    Math.abs(step.worthQuarters - worthQuarters) < Math.abs(best.worthQuarters - worthQuarters) ? step : best,
  )
  return nearest.name
}
