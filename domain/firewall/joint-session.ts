/**
 * Sessions of one rule on several devices make one: attention adds up, and the break is everywhere. Each device keeps
 * only its own session; what they make together is found anew each time.
 */
import { type ElsewhereUse, sessionsOf } from './elsewhere'
import type { Count } from './meter'
import { MINUTE_MS } from '../time/local-time'
import type { StoredRule } from './rule'
import { attend, nextSessionAt, type Session, sessionAt, type SessionBound } from './session'

const breakMs = (bound: SessionBound): number => bound.breakMinutes * MINUTE_MS

/** A session that is used up is over after its break, whatever goes on elsewhere. */
const isUsedUp = (session: Session, bound: SessionBound): boolean => nextSessionAt(session, bound) !== null

/**
 * The sessions that go on at an instant: who turns from one device to another within the length of a break has not been
 * away.
 */
function goingOn(sessions: readonly Session[], bound: SessionBound, at: number): Session[] {
  const going: Session[] = []
  let from = at
  const open = sessions.filter((session) => !isUsedUp(session, bound))
  for (const session of open.toSorted((a, b) => b.lastAt - a.lastAt)) {
    if (from - session.lastAt >= breakMs(bound)) break
    going.push(session)
    from = Math.min(from, session.startedAt)
  }
  return going
}

const sumOf = (sessions: readonly Session[]): number => sessions.reduce((sum, { usedMs }) => sum + usedMs, 0)

const latestOf = (sessions: readonly Session[]): number => Math.max(...sessions.map(({ lastAt }) => lastAt))

/**
 * The one session that several make at an instant; null if none goes on. Its break ends with the last of their breaks; if
 * only their sum uses it up, the break counts from the last attention.
 */
export function jointSession(sessions: readonly Session[], bound: SessionBound, at: number): Session | null {
  const going = goingOn(sessions, bound, at)
  const inBreak = sessions
    .filter((session) => isUsedUp(session, bound))
    .flatMap((session) => sessionAt(session, bound, at) ?? [])
  const all = [...inBreak, ...going]
  if (all.length === 0) return null
  const isSumUsedUp = sumOf(going) >= bound.minutes * MINUTE_MS
  const breaks = [
    ...inBreak.flatMap((session) => nextSessionAt(session, bound) ?? []),
    ...(isSumUsedUp ? [latestOf(going) + breakMs(bound)] : []),
  ]
  return {
    startedAt: Math.min(...all.map(({ startedAt }) => startedAt)),
    usedMs: sumOf(all),
    lastAt: latestOf(all),
    breakUntil: breaks.length > 0 ? Math.max(...breaks) : null,
  }
}

/**
 * Adds a stretch of attention to a session beside `others` on other devices, or removes one that was taken back (`sign`
 * −1). As in a break of its own, attention in their break does not count, and neither does it make the break longer.
 */
export function attendBeside(
  own: Session | null,
  others: readonly Session[],
  bound: SessionBound,
  stretch: { start: number; end: number },
  sign: 1 | -1,
): Session | null {
  if (others.length === 0) return attend(own, bound, stretch, sign)
  const sessions = own ? [own, ...others] : others
  const breakUntil = jointSession(sessions, bound, stretch.start)?.breakUntil ?? null
  if (breakUntil !== null && (sign > 0 || stretch.end > breakUntil - breakMs(bound))) return own
  const going = sign > 0 ? goingOn(sessions, bound, stretch.start) : []
  const known = own && going.includes(own) ? { ...own, lastAt: latestOf(going) } : own
  return attend(known, bound, stretch, sign)
}

type Sessions = Readonly<Record<string, Session>>

/** Adds counted attention to the sessions, beside those `elsewhere`. */
export function withAttention(
  sessions: Sessions,
  counts: readonly Count[],
  { rules }: { rules: readonly StoredRule[] },
  elsewhere: readonly ElsewhereUse[],
): Sessions {
  const changed = { ...sessions }
  for (const { rule: id, stretch, sign } of counts) {
    const bound = rules.find((stored) => stored.id === id)?.rule.bound
    if (bound?.type !== 'sessions') continue
    const session = attendBeside(changed[id] ?? null, sessionsOf(elsewhere, id), bound, stretch, sign)
    if (session) changed[id] = session
  }
  return changed
}
