/** Sessions: so much attention, then a break; as long a time away begins anew. */
import { MINUTE_MS } from '../time/local-time'
import type { Bound } from './rule'

export type SessionBound = Extract<Bound, { type: 'sessions' }>

export interface Session {
  startedAt: number
  usedMs: number
  /** The last attention. */
  lastAt: number
  /** When the break ends; null while the session lasts. */
  breakUntil: number | null
}

const breakMs = (bound: SessionBound) => bound.breakMinutes * MINUTE_MS

/** The session as it stands at an instant; null where there is none. No break outlasts its length, however the clock is moved. */
export function sessionAt(session: Session | null, bound: SessionBound, at: number): Session | null {
  if (session === null) return null
  if (session.breakUntil !== null) {
    const breakUntil = Math.min(session.breakUntil, at + breakMs(bound))
    return at >= breakUntil ? null : { ...session, breakUntil }
  }
  return at - session.lastAt >= breakMs(bound) ? null : session
}

/** The session by a clock that was set back meanwhile. */
export const setBack = (session: Session, byMs: number): Session => ({
  ...session,
  startedAt: session.startedAt - byMs,
  lastAt: session.lastAt - byMs,
  breakUntil: session.breakUntil === null ? null : session.breakUntil - byMs,
})

/** When the session, used up, is followed by another one: after its break, which is the time away where it was made shorter. */
export const nextSessionAt = (session: Session | null, bound: SessionBound): number | null =>
  session === null || leftOf(session, bound) > 0
    ? null
    : (session.breakUntil ?? session.lastAt + breakMs(bound))

/** The session after a stretch of attention, or without one that was taken back (`sign` −1). */
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
  // What was attended to in the break, with a pass, did not count.
  if (now.breakUntil !== null && end > now.breakUntil - breakMs(bound)) return now
  const usedMs = Math.max(0, now.usedMs + sign * (end - start))
  const isUsedUp = usedMs >= bound.minutes * MINUTE_MS
  const lastAt = sign > 0 ? end : now.lastAt
  return { ...now, usedMs, lastAt, breakUntil: isUsedUp ? end + breakMs(bound) : null }
}

/** Attention that is left of it, ms. */
export const leftOf = (session: Session | null, bound: SessionBound): number =>
  session?.breakUntil ? 0 : Math.max(0, bound.minutes * MINUTE_MS - (session?.usedMs ?? 0))
