import { addDays, HOUR_MS, MINUTE_MS, type OffsetAt, personDay, startOfDay } from '../time/local-time'
import { isPaused, type PausedUntil, type Settings } from './settings'

export type PauseChoice = '15 minutes' | '1 hour' | 'tomorrow' | 'resumed'

/** Somebody who pauses until tomorrow shortly before a day starts does not mean that start. */
const LEAST_UNTIL_TOMORROW_MS = 4 * HOUR_MS

/** When a pause that begins at `at` ends; tomorrow is the first day start at least four hours away. */
export function pauseEnd(
  choice: PauseChoice,
  at: number,
  dayStartHour: number,
  offsetAt: OffsetAt,
): NonNullable<PausedUntil> {
  if (choice === '15 minutes') return at + 15 * MINUTE_MS
  if (choice === '1 hour') return at + HOUR_MS
  if (choice === 'resumed') return 'resumed'
  const today = personDay(at, offsetAt(at), dayStartHour)
  const next = startOfDay(addDays(today, 1), dayStartHour, offsetAt)
  return next - at >= LEAST_UNTIL_TOMORROW_MS ? next : startOfDay(addDays(today, 2), dayStartHour, offsetAt)
}

/** What one key or one item of a menu makes of a pause: it ends the one that holds, or begins one without an end. */
export const toggledPause = (settings: Settings, at: number): PausedUntil =>
  isPaused(settings, at) ? null : 'resumed'
