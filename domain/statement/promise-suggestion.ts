/**
 * How much to promise, from what was kept: after a broken week the next one is not stricter by itself. A price is never
 * suggested.
 */
import { MINUTE_MS } from '../time/local-time'
import type { Commitment, CommitmentType } from './commitment'
import { medianOf } from './median'
import { isCommitmentKept } from './settlement'

/** Suggested minutes are a multiple of this. */
const STEP_MINUTES = 30

/** Fewer whole weeks say more about chance than about a habit. */
const LEAST_WEEKS = 3

const inSteps = (ms: number, round: (steps: number) => number): number =>
  Math.max(1, round(ms / (STEP_MINUTES * MINUTE_MS))) * STEP_MINUTES

/**
 * Minutes to promise; null if nothing can be said. `weeksMs` are the times of the last whole weeks, `last` the last
 * settled promise of the type.
 *
 * - A promise that was kept is suggested again.
 * - After one that was not, what the median of the weeks kept: for a limit never less than the one before, for a goal
 *   never more.
 * - Without one, the median of the weeks.
 */
export function suggestedMinutes(
  type: CommitmentType,
  weeksMs: readonly number[],
  last: Pick<Commitment, 'type' | 'minutes' | 'settled'> | null,
): number | null {
  if (last && isCommitmentKept(last) === true) return last.minutes
  const median = weeksMs.length < LEAST_WEEKS ? null : medianOf(weeksMs)
  if (median === null) return last?.minutes ?? null
  const kept = type === 'most' ? inSteps(median, Math.ceil) : inSteps(median, Math.floor)
  if (!last) return median === 0 ? null : kept
  return type === 'most' ? Math.max(last.minutes, kept) : Math.min(last.minutes, kept)
}
