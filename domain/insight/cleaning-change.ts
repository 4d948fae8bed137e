/**
 * What changed after a cleaning: ms a week on the parts of the platform that its recommendations fill. After = ms on
 * the 28 days after the day of the cleaning ÷ 4, before = ms on the 28 days before it ÷ 4; that day itself counts on
 * neither side. It says what came after the cleaning, not what the cleaning did.
 */
import type { Cleaning, Cleanings } from '../settings/cleaning'
import { addDays, type Day } from '../time/local-time'
import type { Period } from '../time/period'
import { LEAST_ATTENTION_MS } from './finding'
import { feedMsIn, type FeedTime } from './feed-times'
import type { Scope } from './finding'

const SIDE_WEEKS = 4
const SIDE_DAYS = 7 * SIDE_WEEKS

/** Older cleanings are not compared, so that few weeks have to be read. */
const COMPARED_DAYS = 26 * 7

export type Comparison =
  /** Ms a week. */
  | { state: 'compared'; cleaned: Day; beforeMs: number; afterMs: number }
  /** The first day on which the four weeks after it are over. */
  | { state: 'later'; cleaned: Day; from: Day }
  /** Fewer than four whole weeks were recorded before it. */
  | { state: 'unrecorded'; cleaned: Day }
  /** Both sides together have less than `LEAST_ATTENTION_MS`. */
  | { state: 'little'; cleaned: Day }

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

function compared(cleaned: Day, time: FeedTime, recordedSince: Day | null): Comparison {
  // The first recorded day itself may not be whole.
  const isWhole = recordedSince !== null && recordedSince < before(cleaned).first
  if (!isWhole) return { state: 'unrecorded', cleaned }
  const [beforeMs, afterMs] = [feedMsIn(time, before(cleaned)), feedMsIn(time, after(cleaned))]
  if (beforeMs + afterMs < LEAST_ATTENTION_MS) return { state: 'little', cleaned }
  return { state: 'compared', cleaned, beforeMs: beforeMs / SIDE_WEEKS, afterMs: afterMs / SIDE_WEEKS }
}

/** The newest cleaning whose weeks are over, compared; before it a newer one, with the day on which it will be. */
export function comparisonsOf(
  cleaning: Cleaning,
  time: FeedTime,
  { today, recordedSince }: Pick<Scope, 'today' | 'recordedSince'>,
): Comparison[] {
  const newest = cleaning.done.at(-1)
  const over = comparable(cleaning, today)
  const isLater = newest !== undefined && !isOver(newest, today)
  return [
    ...(isLater ? [{ state: 'later', cleaned: newest, from: addDays(after(newest).last, 1) } as const] : []),
    ...(over === null ? [] : [compared(over, time, recordedSince)]),
  ]
}
