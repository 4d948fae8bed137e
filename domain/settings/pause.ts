import { addDays, HOUR_MS, MINUTE_MS, type OffsetAt, personDay, startOfDay } from '../time/local-time'
import type { PausedUntil } from './settings'

export type PauseChoice = '15 minutes' | '1 hour' | 'tomorrow' | 'resumed'

/** Who pauses shortly before the day begins does not mean that beginning. */
const LEAST_UNTIL_TOMORROW_MS = 4 * HOUR_MS

/** When a pause that begins at an instant ends; tomorrow is the next of the person's days that is not too near. */
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
