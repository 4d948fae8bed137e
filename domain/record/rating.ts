import { type Day, personDay } from '../time/local-time'

/** What the person answered about a sampled visit, or at a pause before one. */
export interface Rating {
  /** The surface that the visit counted for. */
  surface: string
  /** When it was given, epoch ms: on the person's day on which the visit ended; at a pause, before it began. */
  at: number
  /** Absent at a pause, which does not ask for it. */
  worthQuarters?: number
  /** Whether the visit went on longer than was meant, or was not meant at all; null if that was not said. */
  drifted?: boolean | null
  /** The clock's offset when it was given, and so the day that it belongs to; UTC if absent. */
  utcOffsetMinutes?: number
  /** The local hour at which the visit began, 0 to 23. */
  hour?: number
  /** The attention of the visit, ms. */
  ms?: number
}

type WorthRating = Rating & { worthQuarters: number }

/** The answers that say what a visit was worth. */
export const saidWorths = (ratings: readonly Rating[]): WorthRating[] =>
  ratings.filter((rating): rating is WorthRating => rating.worthQuarters !== undefined)

/** Worths in quarters, by surface; none for a surface about which only something else was said. */
export const quartersBySurface = (ratings: readonly Rating[]): Map<string, number[]> =>
  new Map(
    [...Map.groupBy(ratings, ({ surface }) => surface)].map(([surface, own]) => [
      surface,
      saidWorths(own).map(({ worthQuarters }) => worthQuarters),
    ]),
  )

/** The person's day on which a rating was given, and on which its visit ended. */
export const dayOfRating = ({ at, utcOffsetMinutes = 0 }: Rating, dayStartHour: number): Day =>
  personDay(at, utcOffsetMinutes, dayStartHour)

/** A rating without what was measured: only what the person said is left. */
export function withoutVisit(rating: Rating): Rating {
  const { hour: _hour, ms: _ms, ...said } = rating
  return said
}
