/** The passes through a wall: which can be taken, until when they hold, and what they cost. */
import type { Pass, PassOffer, PassType } from './pass'
import { HOUR_MS, MINUTE_MS } from '../time/local-time'
import type { Standing, Terms } from './limits'
import { nextRationAt, weekOf } from './ration'
import { costMinorOf } from '../value/valuation'

const LENGTH_MS = { minute: MINUTE_MS, quarter: 15 * MINUTE_MS, emergency: 10 * MINUTE_MS } as const

/** How long one waits for the emergency pass. */
export const EMERGENCY_WAIT_MS = MINUTE_MS

/** How long it can then be taken before the wait starts again. */
const EMERGENCY_OFFER_MS = 10 * MINUTE_MS

function offer(type: PassType, at: number, terms: Terms): PassOffer {
  const until = type === 'day' ? nextRationAt(terms.ration, terms) : at + LENGTH_MS[type]
  // A pass for the day is priced per hour: nobody knows how much of the day will be used.
  const end = type === 'day' ? at + HOUR_MS : until
  const utcOffsetMinutes = terms.offsetAt(at)
  const stretch = { start: at, end, utcOffsetMinutes, id: '', day: '', device: '', site: '', surface: '' }
  const price = costMinorOf({ ...stretch, origin: 'measured' }, terms.priceAt)
  return { type, until, priceMinor: price === null ? null : Math.round(price), currency: terms.currency }
}

const ofRule = ({ rule }: Standing, passes: readonly Pass[]): Pass[] =>
  passes.filter((pass) => pass.rule === rule.id)

/**
 * The passes on offer at a wall, the shortest first: a minute once a day, a quarter of an hour, the rest of
 * the day.
 */
export function passesOf(standing: Standing, passes: readonly Pass[], at: number, terms: Terms): PassOffer[] {
  if (standing.rule.strictness !== 'wall' || !standing.isSpent) return []
  const hadMinute = ofRule(standing, passes).some(
    ({ type, day }) => type === 'minute' && day >= terms.ration.day,
  )
  const types: PassType[] = [...(hadMinute ? [] : (['minute'] as const)), 'quarter', 'day']
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

/** When the emergency pass can be taken; null if nobody asked for it, or its time is over. */
export const emergencyReadyAt = (askedAt: number | undefined, at: number): number | null =>
  askedAt === undefined || at >= askedAt + EMERGENCY_WAIT_MS + EMERGENCY_OFFER_MS
    ? null
    : askedAt + EMERGENCY_WAIT_MS

/** Whether the emergency pass can be taken now. */
export function isEmergencyReady(askedAt: number | undefined, at: number): boolean {
  const readyAt = emergencyReadyAt(askedAt, at)
  return readyAt !== null && at >= readyAt
}
