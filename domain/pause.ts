import { addDays, HOUR_MS, MINUTE_MS, type OffsetAt, personDay, startOfDay } from './local-time'
import type { PausedUntil } from './settings'

export type PauseChoice = '15 minutes' | '1 hour' | 'tomorrow' | 'resumed'

/** When a pause that begins at an instant ends; tomorrow is the next of the person's days. */
export function pauseEnd(
  choice: PauseChoice,
  at: number,
  dayStartHour: number,
  offsetAt: OffsetAt,
): NonNullable<PausedUntil> {
  if (choice === '15 minutes') return at + 15 * MINUTE_MS
  if (choice === '1 hour') return at + HOUR_MS
  if (choice === 'resumed') return 'resumed'
  return startOfDay(addDays(personDay(at, offsetAt(at), dayStartHour), 1), dayStartHour, offsetAt)
}
