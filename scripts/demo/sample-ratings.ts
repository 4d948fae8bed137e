/** Invents what the person answered about visits of the sample history: one in each third of most days. */
import { CLOCK_PARTS } from '../../domain/insight/drift.ts'
import type { Rating } from '../../domain/record/rating.ts'
import type { Span } from '../../domain/record/span.ts'
import { HOUR_MS, MINUTE_MS, msOfDay } from '../../domain/time/local-time.ts'

/** What visits to a surface were worth, in quarters, in turn; others are a fair trade. */
const WORTHS_IN_TURN: Record<string, readonly number[]> = {
  'youtube.com/watch': [6, 4, 6, 8, 2],
  'youtube.com/shorts': [0, 2, 0, 0, 2],
  'instagram.com/reels': [0, 0, 2],
  'instagram.com': [2, 6, 0, 4],
  'reddit.com': [2, 6, 0, 4],
  'tagesschau.de': [4, 6, 2],
  'coursera.org': [8, 6, 8],
  'lichess.org': [6, 4],
}

/** Every so many visits to these are said to have drifted. */
const DRIFTS_EVERY: Record<string, number> = {
  'youtube.com/shorts': 2,
  'instagram.com/reels': 2,
  'reddit.com': 3,
  'youtube.com/watch': 5,
}

const LATE_HOUR = CLOCK_PARTS[3]?.from ?? 22

export interface SampleRatings {
  ratings: Rating[]
  /** When each question was asked, epoch ms: some were not answered. */
  asked: number[]
}

const DAY_START_HOUR = 4
const THIRD_MS = 8 * HOUR_MS

/** Answers about one visit of each third of a day, given ten minutes after its end and before `now`. */
export function sampleRatings(spans: readonly Span[], now: number): SampleRatings {
  const counts = new Map<string, number>()
  const thirdOf = ({ end, utcOffsetMinutes }: Span) =>
    Math.floor((end + utcOffsetMinutes * MINUTE_MS - DAY_START_HOUR * HOUR_MS) / THIRD_MS)
  const askable = spans.filter(({ start, end }) => end - start >= MINUTE_MS && end < now - HOUR_MS)
  const thirds = [...Map.groupBy(askable, thirdOf)].sort(([a], [b]) => a - b)
  const drawn = thirds.map(([third, visits]) => visits[((third * 7919) % 1009) % visits.length] as Span)
  const ratings = drawn.flatMap((span, index) => {
    if (index % 7 === 6) return [] // not answered
    const { surface, start, end, utcOffsetMinutes } = span
    const count = counts.get(surface) ?? 0
    counts.set(surface, count + 1)
    const worths = WORTHS_IN_TURN[surface] ?? [4, 6, 4]
    const hour = Math.floor(msOfDay(start, utcOffsetMinutes) / HOUR_MS)
    const every = DRIFTS_EVERY[surface] ?? Infinity
    return {
      surface,
      at: end + 10 * MINUTE_MS,
      worthQuarters: worths[count % worths.length] as number,
      drifted: count % every === 0 || (hour >= LATE_HOUR && count % 3 === 1),
      utcOffsetMinutes,
      hour,
      ms: end - start,
    }
  })
  return { ratings, asked: drawn.map(({ end }) => end + 10 * MINUTE_MS) }
}
