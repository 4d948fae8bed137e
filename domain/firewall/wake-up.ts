/** How to be awake at an instant. */
import { MINUTE_MS } from '../time/local-time'

/** The shortest delay that a browser allows for an alarm; a timer covers anything sooner. */
export const LEAST_ALARM_MS = 0.5 * MINUTE_MS
const TIMER_REACH_MS = 15_000

/**
 * How to be awake at an instant: an alarm at least 30 s ahead that comes a little early, or a timer for
 * anything sooner, with an alarm behind it in case the worker is killed.
 */
export function wakeUp(nextAt: number, at: number): { alarmAt: number | null; timerMs: number | null } {
  if (nextAt === Infinity) return { alarmAt: null, timerMs: null }
  if (nextAt - at < LEAST_ALARM_MS) return { alarmAt: at + LEAST_ALARM_MS, timerMs: Math.max(0, nextAt - at) }
  return { alarmAt: Math.max(at + LEAST_ALARM_MS, nextAt - TIMER_REACH_MS), timerMs: null }
}
