import type { WallFacts } from './firewall-status'
import { WAITS } from './passes'

const SECOND_MS = 1000

/** The longest delay that a timer accepts. */
const LONGEST_MS = 2 ** 31 - 1

type Facts = Pick<WallFacts, 'isOpen' | 'opensAt' | 'pauseEndsAt' | 'dayReadyAt' | 'emergency'>

/**
 * When the page of a wall asks again: every second during a wait, else when an offer ends or the page opens; null if only
 * a change can open it.
 */
export function askWallInMs(
  { isOpen, opensAt, pauseEndsAt, dayReadyAt, emergency }: Facts,
  now: number,
): number | null {
  if (isOpen) return null
  const emergencyAt = emergency?.readyAt ?? null
  if ([pauseEndsAt, dayReadyAt, emergencyAt].some((end) => end !== null && end > now)) return SECOND_MS
  const next = Math.min(
    opensAt ?? Infinity,
    dayReadyAt === null ? Infinity : dayReadyAt + WAITS.day.offeredMs,
    emergencyAt === null ? Infinity : emergencyAt + WAITS.emergency.offeredMs,
  )
  return next === Infinity ? null : Math.min(Math.max(SECOND_MS, next - now), LONGEST_MS)
}
