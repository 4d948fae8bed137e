import type { Day } from '../time/local-time'

/** From the shortest; the emergency pass is a lock's only one. */
export const PASSES = ['minute', 'quarter', 'day', 'emergency'] as const
export type PassType = (typeof PASSES)[number]

/** A pass that was taken; a row of the store `overrides`. */
export interface Pass {
  rule: string
  type: PassType
  /** The person's day on which it was taken. */
  day: Day
  at: number
  until: number
  /** The price that was shown: of its length; for the rest of the day, of an hour. Null without a rate. */
  priceMinor: number | null
  currency: string | null
}

/** A pass that may be taken now, with its price. */
export type PassOffer = Pick<Pass, 'type' | 'until' | 'priceMinor'>
