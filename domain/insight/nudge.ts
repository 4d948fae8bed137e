/**
 * When a nudge comes at the step from an AI tool to a feed, and which one. The same nudge fades; taking turns helps,
 * and a line that says why this one now halves how many people leave because of it (Kovacs et al. 2018). So messages
 * take turns, never the same twice in a row, at most one an hour and three on one of the person's days.
 */
import { NUDGES, type NudgeName } from '../settings/settings'
import type { Kind } from '../surface/kind'
import { type Day, HOUR_MS } from '../time/local-time'
import { isFeed } from './ai-dividend'
import { AFTER_AI_MS } from './feeds-after-ai'

export const MOST_NUDGES_A_DAY = 3

/** With fewer, the same message would come twice in a row. */
export const LEAST_NUDGES = 2

/** The last nudge. It names no site, so there is nothing to forget. */
export interface LastNudge {
  name: NudgeName
  /** Epoch ms. */
  at: number
  /** The person's day, and how many nudges came on it. */
  day: Day
  count: number
}

/** The span in progress: what it is, and when it began and was last confirmed, epoch ms. */
export interface Attended {
  kind: Kind
  start: number
  end: number
}

/** Whether the person went from an AI tool straight to a feed, within 5 minutes. */
export function isFromAiToFeed(before: Attended | null, now: Attended): boolean {
  if (before?.kind !== 'ai' || !isFeed(now.kind)) return false
  const gap = now.start - before.end
  return gap >= 0 && gap <= AFTER_AI_MS
}

const isTooSoon = (last: LastNudge, at: number, today: Day): boolean =>
  // A clock that was set back by more must not silence nudges until it catches up.
  Math.abs(at - last.at) < HOUR_MS || (last.day === today && last.count >= MOST_NUDGES_A_DAY)

/** The nudge to show now, as the last nudge from then on; null if none is due. `today` is the person's day. */
export function nextNudge(
  last: LastNudge | null,
  muted: readonly NudgeName[],
  at: number,
  today: Day,
): LastNudge | null {
  const pool = NUDGES.filter((name) => !muted.includes(name))
  if (pool.length < LEAST_NUDGES || (last && isTooSoon(last, at, today))) return null
  const turn = last ? NUDGES.indexOf(last.name) + 1 : 0
  const name = [...NUDGES.slice(turn), ...NUDGES.slice(0, turn)].find((each) => pool.includes(each))
  return name ? { name, at, day: today, count: last?.day === today ? last.count + 1 : 1 } : null
}

/** Whether a stored value is a last nudge. */
export function isLastNudge(stored: unknown): stored is LastNudge {
  const { name, at, day, count } = (stored ?? {}) as Record<string, unknown>
  return (
    NUDGES.includes(name as NudgeName) &&
    Number.isSafeInteger(at) &&
    typeof day === 'string' &&
    Number.isSafeInteger(count)
  )
}
