/** The passes through a wall: which can be taken, until when they hold, and what they cost. */
import type { Pass, PassOffer, PassType } from './pass'
import { HOUR_MS, MINUTE_MS } from '../time/local-time'
import { isFocus, isFocusId } from './focus'
import type { Standing, Terms } from './limits'
import { nextRationAt, weekOf } from './ration'
import { costMinorOf } from '../value/valuation'

/** How long the passes hold; the one for the day holds until the next ration. */
export const LENGTH_MS = { minute: MINUTE_MS, quarter: 15 * MINUTE_MS, emergency: 10 * MINUTE_MS } as const

/**
 * The passes that one asks for and waits for: how long, ms, and how long they can then be taken before the wait starts
 * again.
 */
export const WAITS = {
  day: { waitMs: 10_000, offeredMs: MINUTE_MS },
  emergency: { waitMs: MINUTE_MS, offeredMs: 10 * MINUTE_MS },
} as const

export type WaitedPass = keyof typeof WAITS

export const isWaitedFor = (type: PassType): type is WaitedPass => Object.hasOwn(WAITS, type)

function offer(type: PassType, at: number, terms: Terms): PassOffer {
  const until = type === 'day' ? nextRationAt(terms.ration, terms) : at + LENGTH_MS[type]
  // A pass for the day is priced per hour: nobody knows how much of the day will be used.
  const end = type === 'day' ? at + HOUR_MS : until
  const utcOffsetMinutes = terms.offsetAt(at)
  const stretch = { start: at, end, utcOffsetMinutes, id: '', day: '', device: '', site: '', surface: '' }
  const price = costMinorOf({ ...stretch, origin: 'measured' }, terms.priceAt)
  return { type, until, priceMinor: price === null ? null : Math.round(price), currency: terms.currency }
}

/** The passes of a rule; those of all focus hours together, so that a new one gives no new emergency pass. */
const ofRule = ({ rule }: Standing, passes: readonly Pass[]): Pass[] =>
  passes.filter((pass) => pass.rule === rule.id || (isFocus(rule.bound) && isFocusId(pass.rule)))

/**
 * The passes on offer at a wall, the shortest first: a minute once a day, a quarter of an hour, the rest of
 * the day. A pass for the day would end a focus hour, so there is none.
 */
export function passesOf(standing: Standing, passes: readonly Pass[], at: number, terms: Terms): PassOffer[] {
  if (standing.rule.strictness !== 'wall' || !standing.isSpent) return []
  const hadMinute = ofRule(standing, passes).some(
    ({ type, day }) => type === 'minute' && day >= terms.ration.day,
  )
  const types: PassType[] = [...(hadMinute ? [] : (['minute'] as const)), 'quarter']
  if (!isFocus(standing.rule.bound)) types.push('day')
  return types.map((type) => offer(type, at, terms))
}

/** The one pass a week for a lock that is closed; null if it was given up or taken. */
export function emergencyOf(
  standing: Standing,
  passes: readonly Pass[],
  at: number,
  terms: Terms,
): PassOffer | null {
  const { strictness, hasEmergency } = standing.rule
  if (strictness !== 'lock' || !hasEmergency || !standing.isSpent) return null
  const { first } = weekOf(terms.ration, terms)
  const isTaken = ofRule(standing, passes).some(({ type, day }) => type === 'emergency' && day >= first)
  return isTaken ? null : offer('emergency', at, terms)
}

/** Ends a pass at an instant if it lasts longer; no pass ends before it began. */
export const endedAt = (pass: Pass, at: number): Pass => ({
  ...pass,
  until: Math.max(pass.at, Math.min(pass.until, at)),
})

/** When passes were asked for, by type and rule (see `askedKey`), epoch ms. */
export type AskedAt = Readonly<Record<string, number>>

const askedKey = (type: WaitedPass, rule: string): string => `${type} ${rule}`

/** When a pass can be taken; null if nobody asked for it, its time is over, or the clock was set back since. */
export function readyAt(asked: AskedAt, type: WaitedPass, rule: string, at: number): number | null {
  const askedAt = asked[askedKey(type, rule)]
  const { waitMs, offeredMs } = WAITS[type]
  const isAsked = askedAt !== undefined && at >= askedAt && at < askedAt + waitMs + offeredMs
  return isAsked ? askedAt + waitMs : null
}

/** Whether a pass can be taken now: at once, or because its wait is over. */
export function isReady(asked: AskedAt, type: PassType, rule: string, at: number): boolean {
  if (!isWaitedFor(type)) return true
  const from = readyAt(asked, type, rule, at)
  return from !== null && at >= from
}

/** Starts a wait. One that runs goes on: asking again neither shortens it nor gives the pass. */
export const askedFor = (asked: AskedAt, type: WaitedPass, rule: string, at: number): AskedAt =>
  readyAt(asked, type, rule, at) === null ? { ...asked, [askedKey(type, rule)]: at } : asked

/** Ends a wait: the pass was taken, or the person thought better of it. */
export const notAskedFor = (asked: AskedAt, type: WaitedPass, rule: string): AskedAt =>
  Object.fromEntries(Object.entries(asked).filter(([key]) => key !== askedKey(type, rule)))
