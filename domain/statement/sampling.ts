/**
 * Which visit the person is asked about. The person's day has three parts of eight hours, each with one question at
 * most. When the person looks, a part without a question draws one of its visits so far: of n visits, each has the
 * chance 1 ÷ n, whatever its length. The latest part comes first, because it is remembered best. A question lapses at
 * the end of the day. Nothing is claimed across parts: a visit in a part with fewer visits has a higher chance.
 */
import { isWithinVisit } from '../record/visit'
import { DAY_MS, type Day, HOUR_MS, MINUTE_MS, msOfDay, personDay } from '../time/local-time'
import type { DayVisit } from './day-visits'

/** Shorter visits are passing through; all longer ones count the same. */
export const LEAST_VISIT_MS = MINUTE_MS

export const PARTS_OF_DAY = 3

/** A visit that the person is asked about. */
export interface VisitQuestion {
  /** The surface that the visit counts for. */
  surface: string
  /** From its first second to its last, epoch ms, with the clock's offset at its end. */
  start: number
  end: number
  utcOffsetMinutes: number
  /** The attention in between, ms. */
  ms: number
  /** The key of the rating, once the worth is said and only the drift is not. */
  rating?: number
}

/** The row `sampling` of the store `state`. */
export interface Sampling {
  day: Day
  /** The parts of the day that have had their question, 0 to 2. */
  asked: readonly number[]
  /** The question that waits for an answer. */
  question: VisitQuestion | null
}

/** What the person says about a visit: its worth first, then whether they drifted; null says nothing more. */
export type VisitAnswer = { worthQuarters: number } | { drifted: boolean } | null

interface Moment {
  at: number
  day: Day
  dayStartHour: number
}

const endOf = ({ spans }: DayVisit): number => spans.at(-1)?.end ?? 0
const offsetAtEnd = ({ spans }: DayVisit): number => spans.at(-1)?.utcOffsetMinutes ?? 0

/** Whether a visit can be asked about: measured, long enough, on this day, and over. */
const isAskable = (visit: DayVisit, { at, day, dayStartHour }: Moment): boolean =>
  visit.spans.every(({ origin }) => origin === 'measured') &&
  visit.timeMs >= LEAST_VISIT_MS &&
  personDay(endOf(visit), offsetAtEnd(visit), dayStartHour) === day &&
  endOf(visit) <= at &&
  !isWithinVisit(endOf(visit), at)

/** The part of the person's day in which a visit ended. */
function partOf(visit: DayVisit, dayStartHour: number): number {
  const sinceStart = msOfDay(endOf(visit) - dayStartHour * HOUR_MS, offsetAtEnd(visit))
  return Math.floor((sinceStart * PARTS_OF_DAY) / DAY_MS)
}

const questionAbout = (visit: DayVisit): VisitQuestion => ({
  surface: visit.profile.surface,
  start: visit.spans[0]?.start ?? 0,
  end: endOf(visit),
  utcOffsetMinutes: offsetAtEnd(visit),
  ms: visit.timeMs,
})

/**
 * The sampling when the person looks: the question that waits, else a new one if a part of the day has a visit and
 * has had no question. `visits` are in any order; `random` is one number from 0 to 1, 1 excluded.
 */
export function sampled(
  before: Sampling | null,
  visits: readonly DayVisit[],
  moment: Moment,
  random: number,
): Sampling {
  const { day, dayStartHour } = moment
  const today = before?.day === day ? before : { day, asked: [], question: null }
  if (today.question) return today
  const open = visits.filter(
    (visit) => isAskable(visit, moment) && !today.asked.includes(partOf(visit, dayStartHour)),
  )
  const part = Math.max(...open.map((visit) => partOf(visit, dayStartHour)))
  const own = open.filter((visit) => partOf(visit, dayStartHour) === part)
  const drawn = own[Math.floor(random * own.length)]
  return drawn ? { day, asked: [...today.asked, part], question: questionAbout(drawn) } : today
}
