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

/** Where a worth comes from: the person, the mean of their sampled ratings, or the assumption for the kind. */
export type WorthSource = 'own' | 'rated' | 'assumed'

/** The worth of a kind, in quarters, until the person rates the surface. */
export const ASSUMED_WORTH: Record<Kind, number> = {
  feed: 0,
  companion: 0,
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

/** The person's own word, else the mean of ratings, else the assumption for the kind. All in quarters. */
export function worthOf(own: number | undefined, ratings: readonly number[], kind: Kind): Worth {
  if (own !== undefined) return { worthQuarters: own, source: 'own' }
  if (ratings.length > 0) {
    const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
    return { worthQuarters: mean, source: 'rated' }
  }
  return { worthQuarters: ASSUMED_WORTH[kind], source: 'assumed' }
}

/** The name of the step nearest to a worth. */
export function worthName(worthQuarters: number): WorthName {
  const nearest = WORTHS.reduce((best, step) =>
    Math.abs(step.worthQuarters - worthQuarters) < Math.abs(best.worthQuarters - worthQuarters) ? step : best,
  )
  return nearest.name
}
