/** Moves the end of the open span forward between observations. */
import { calendarDay } from '../time/local-time'
import { type Attention, type Policy, seamless } from './attention'
import type { Span } from './span'

/**
 * Moves the open span's end forward to an instant between observations (epoch ms), whatever day it is then. Null if
 * nothing is open or the silence was too long.
 */
export function lengthened(
  state: Attention,
  at: number,
  policy: Policy,
): (Attention & { open: Span }) | null {
  if (!state.open || !seamless(state, at, policy)) return null
  return { ...state, lastSeenAt: at, open: { ...state.open, end: at } }
}

/**
 * Moves the open span's checkpoint forward between observations. Null if only a look can tell what happened:
 * nothing is open, the silence was too long, or a new day has begun.
 */
export function beat(state: Attention, at: number, policy: Policy): Attention | null {
  const after = lengthened(state, at, policy)
  const utcOffsetMinutes = policy.offsetAt(at)
  const isSameDay =
    after?.open.utcOffsetMinutes === utcOffsetMinutes && after.open.day === calendarDay(at, utcOffsetMinutes)
  return isSameDay ? after : null
}
