/** Sessions: a set amount of attention, then a break. Being away as long as a break starts a new session. */
import { MINUTE_MS } from '../time/local-time'
import type { Bound } from './rule'

export type SessionBound = Extract<Bound, { type: 'sessions' }>

export interface Session {
  startedAt: number
  usedMs: number
  /** When attention last ended, epoch ms. */
  lastAt: number
  /** When the break ends; null while the session lasts. */
  breakUntil: number | null
}

const breakMs = (bound: SessionBound) => bound.breakMinutes * MINUTE_MS

/**
 * The session at an instant; null if there is none. A break never lasts longer than its length, even if the
 * clock is changed.
 */
export function sessionAt(session: Session | null, bound: SessionBound, at: number): Session | null {
  if (session === null) return null
  if (session.breakUntil !== null) {
    const breakUntil = Math.min(session.breakUntil, at + breakMs(bound))
    return at >= breakUntil ? null : { ...session, breakUntil }
  }
  return at - session.lastAt >= breakMs(bound) ? null : session
}

/** Moves a session along with a clock that was set back. */
export const setBack = (session: Session, byMs: number): Session => ({
  ...session,
  startedAt: session.startedAt - byMs,
  lastAt: session.lastAt - byMs,
  breakUntil: session.breakUntil === null ? null : session.breakUntil - byMs,
})

/**
 * When the next session can start after this one is used up; null while attention is left. If the rule was
 * changed to shorter sessions, the break counts from the last attention.
 */
export const nextSessionAt = (session: Session | null, bound: SessionBound): number | null =>
  session === null || leftOf(session, bound) > 0
    ? null
    : (session.breakUntil ?? session.lastAt + breakMs(bound))

/** Adds a stretch of attention to the session, or removes one that was taken back (`sign` −1). */
export function attend(
  session: Session | null,
  bound: SessionBound,
  { start, end }: { start: number; end: number },
  sign: 1 | -1,
): Session {
  const now = sessionAt(session, bound, start) ?? {
    startedAt: start,
    usedMs: 0,
    lastAt: start,
    breakUntil: null,
  }
  if (now.breakUntil !== null && sign > 0) return now
  // Attention in the break, with a pass, was not counted.
  if (now.breakUntil !== null && end > now.breakUntil - breakMs(bound)) return now
  const usedMs = Math.max(0, now.usedMs + sign * (end - start))
  const isUsedUp = usedMs >= bound.minutes * MINUTE_MS
  const lastAt = sign > 0 ? end : now.lastAt
  return { ...now, usedMs, lastAt, breakUntil: isUsedUp ? end + breakMs(bound) : null }
}

/** Attention left in the session, ms. */
export const leftOf = (session: Session | null, bound: SessionBound): number =>
  session?.breakUntil ? 0 : Math.max(0, bound.minutes * MINUTE_MS - (session?.usedMs ?? 0))
