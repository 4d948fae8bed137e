/**
 * What changed after a cleaning: ms a week on the parts of the platform that its recommendations fill. After = ms on
 * the 28 days after the day of the cleaning ÷ 4, before = ms on the 28 days before it ÷ 4; that day itself counts on
 * neither side. Drift is the share of visits there on the same days about which the person said that they drifted. Only
 * spans count: day totals are there for some days and not for others. It says what came after the cleaning, not what the
 * cleaning did.
 */
import { dayOfRating, type Rating } from '../record/rating'
import type { Cleaning, Cleanings } from '../settings/cleaning'
import { addDays, type Day } from '../time/local-time'
import { holds, type Period } from '../time/period'
import { type DriftCount, driftIn, hasEnough } from './drift'
import { LEAST_ATTENTION_MS } from './finding'
import { feedMsIn, type FeedTime } from './feed-times'
import type { Scope } from './finding'

const SIDE_WEEKS = 4
const SIDE_DAYS = 7 * SIDE_WEEKS

/** Older cleanings are not compared, so that few weeks have to be read. */
const COMPARED_DAYS = 26 * 7

export type Compared = Extract<Comparison, { state: 'compared' }>

export type Comparison =
  /** Ms a week; what drifted is null if either side has too few answers. */
  | {
      state: 'compared'
      cleaned: Day
      beforeMs: number
      afterMs: number
      drift: { before: DriftCount; after: DriftCount } | null
    }
  /** The first day on which the four weeks after it are over. */
  | { state: 'later'; cleaned: Day; from: Day }
  /** Fewer than four whole weeks were measured before it; those of a cleaning from a day on are. */
  | { state: 'unrecorded'; cleaned: Day; from: Day }
  /** Both sides together have less than `LEAST_ATTENTION_MS`. */
  | { state: 'little'; cleaned: Day }

/** The newest cleaning that could be compared; undefined if none could. */
export const newestCompared = (comparisons: readonly Comparison[]): Compared | undefined =>
  comparisons.find((one) => one.state === 'compared')

type Since = Pick<Scope, 'today' | 'measuredSince'> & { valuing: { dayStartHour: number } }

const before = (cleaned: Day) => ({ first: addDays(cleaned, -SIDE_DAYS), last: addDays(cleaned, -1) })
const after = (cleaned: Day) => ({ first: addDays(cleaned, 1), last: addDays(cleaned, SIDE_DAYS) })
const isOver = (cleaned: Day, today: Day): boolean => after(cleaned).last < today

/** The newest cleaning whose four weeks are over, unless it is too old; null if there is none. */
const comparable = ({ done }: Cleaning, today: Day): Day | null =>
  done.findLast((day) => isOver(day, today) && day >= addDays(today, -COMPARED_DAYS)) ?? null

/** The days that must be read for all comparisons; null if there is nothing to compare. */
export function comparedDays(cleanings: Cleanings, today: Day): Pick<Period, 'first' | 'last'> | null {
  const days = Object.values(cleanings)
    .flatMap((cleaning) => comparable(cleaning, today) ?? [])
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined
    ? null
    : { first: before(first).first, last: after(last).last }
}

/** The measured time of a platform, and the answers about visits to it. */
export interface Platform {
  time: FeedTime
  answers: readonly Rating[]
}

/** Of the answers on some days, those that say whether the visit drifted. */
function driftOn(
  days: Pick<Period, 'first' | 'last'>,
  { answers }: Platform,
  dayStartHour: number,
): DriftCount {
  const period = { unit: 'dates' as const, ...days }
  return driftIn(answers.filter((answer) => holds(period, dayOfRating(answer, dayStartHour))))
}

function compared(cleaned: Day, platform: Platform, { today, measuredSince, valuing }: Since): Comparison {
  // The first measured day itself may not be whole.
  const from = addDays(measuredSince ?? today, SIDE_DAYS + 1)
  if (cleaned < from) return { state: 'unrecorded', cleaned, from }
  const sides = [before(cleaned), after(cleaned)] as const
  const [beforeMs, afterMs] = [feedMsIn(platform.time, sides[0]), feedMsIn(platform.time, sides[1])]
  if (beforeMs + afterMs < LEAST_ATTENTION_MS) return { state: 'little', cleaned }
  const drift = {
    before: driftOn(sides[0], platform, valuing.dayStartHour),
    after: driftOn(sides[1], platform, valuing.dayStartHour),
  }
  return {
    state: 'compared',
    cleaned,
    beforeMs: beforeMs / SIDE_WEEKS,
    afterMs: afterMs / SIDE_WEEKS,
    drift: hasEnough(drift.before) && hasEnough(drift.after) ? drift : null,
  }
}

/** The newest cleaning whose weeks are over, compared; before it a newer one, with the day on which it will be. */
export function comparisonsOf(cleaning: Cleaning, platform: Platform, since: Since): Comparison[] {
  const { today } = since
  const newest = cleaning.done.at(-1)
  const over = comparable(cleaning, today)
  const isLater = newest !== undefined && !isOver(newest, today)
  return [
    ...(isLater ? [{ state: 'later', cleaned: newest, from: addDays(after(newest).last, 1) } as const] : []),
    ...(over === null ? [] : [compared(over, platform, since)]),
  ]
}
