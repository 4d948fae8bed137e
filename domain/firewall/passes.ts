/** The passages through a wall: which may be taken, until when they hold, and what they cost. */
import type { Pass, PassOffer, PassType } from './pass'
import { HOUR_MS, MINUTE_MS } from '../time/local-time'
import type { Standing, Terms } from './limits'
import { nextRationAt, weekOf } from './ration'
import { costMinorOf } from '../value/valuation'

const LENGTH_MS = { minute: MINUTE_MS, quarter: 15 * MINUTE_MS, emergency: 10 * MINUTE_MS } as const

/** How long the emergency passage has to be waited for. */
export const EMERGENCY_WAIT_MS = MINUTE_MS

/** How long it may then be taken, before it has to be waited for anew. */
const EMERGENCY_OFFER_MS = 10 * MINUTE_MS

function offer(type: PassType, at: number, terms: Terms): PassOffer {
  const until = type === 'day' ? nextRationAt(terms.ration, terms) : at + LENGTH_MS[type]
  // The rest of a day is priced by the hour: nobody knows how much of it will be used.
  const end = type === 'day' ? at + HOUR_MS : until
  const utcOffsetMinutes = terms.offsetAt(at)
  const stretch = { start: at, end, utcOffsetMinutes, id: '', day: '', device: '', site: '', surface: '' }
  const price = costMinorOf({ ...stretch, origin: 'measured' }, terms.priceAt)
  return { type, until, priceMinor: price === null ? null : Math.round(price) }
}

const ofRule = ({ rule }: Standing, passes: readonly Pass[]): Pass[] =>
  passes.filter((pass) => pass.rule === rule.id)

/** What may be taken of a wall, the shortest first: a minute once a day, a quarter of an hour, the rest of the day. */
export function passesOf(standing: Standing, passes: readonly Pass[], at: number, terms: Terms): PassOffer[] {
  if (standing.rule.strictness !== 'wall' || !standing.isSpent) return []
  const hadMinute = ofRule(standing, passes).some(
    ({ type, day }) => type === 'minute' && day >= terms.ration.day,
  )
  const types: PassType[] = [...(hadMinute ? [] : (['minute'] as const)), 'quarter', 'day']
  return types.map((type) => offer(type, at, terms))
}

/** A lock's one passage a week, unless it was given up or taken. */
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

/** The pass, ended at an instant if it would go on after it; none ends before it began. */
export const endedAt = (pass: Pass, at: number): Pass => ({
  ...pass,
  until: Math.max(pass.at, Math.min(pass.until, at)),
})

/** When an emergency passage that was asked for may be taken; null where none was, or its time is over. */
export const emergencyReadyAt = (askedAt: number | undefined, at: number): number | null =>
  askedAt === undefined || at >= askedAt + EMERGENCY_WAIT_MS + EMERGENCY_OFFER_MS
    ? null
    : askedAt + EMERGENCY_WAIT_MS

/** Whether the wait for it is over, and not too long over. */
export function isEmergencyReady(askedAt: number | undefined, at: number): boolean {
  const readyAt = emergencyReadyAt(askedAt, at)
  return readyAt !== null && at >= readyAt
}
