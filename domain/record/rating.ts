import { type Day, personDay } from '../time/local-time'

/** What the person answered about a sampled visit. */
export interface Rating {
  /** The surface that the visit counted for. */
  surface: string
  /** When it was given, epoch ms: on the person's day on which the visit ended. */
  at: number
  worthQuarters: number
  /** Whether the visit went on longer than was meant; null if that was not said. */
  drifted?: boolean | null
  /** The clock's offset when it was given, and so the day that it belongs to; UTC if absent. */
  utcOffsetMinutes?: number
  /** The local hour at which the visit began, 0 to 23. */
  hour?: number
  /** The attention of the visit, ms. */
  ms?: number
}

/** Worths in quarters, by surface. */
export const quartersBySurface = (ratings: readonly Rating[]): Map<string, number[]> =>
  new Map(
    [...Map.groupBy(ratings, ({ surface }) => surface)].map(([surface, own]) => [
      surface,
      own.map(({ worthQuarters }) => worthQuarters),
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
