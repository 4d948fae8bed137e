import type { Day } from '../time/local-time'
import type { Rule } from './rule'

/** The types of pass; `emergency` is the only one for a lock. */
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
  /**
   * The price that was shown: for the length of the pass, or for one hour of a pass for the day. Null without
   * a rate.
   */
  priceMinor: number | null
  /** ISO 4217; null without a rate. */
  currency: string | null
}

/** Passes, and the rules that they may be of: as they are, or as they last were. */
export interface PassesTaken {
  passes: readonly Pass[]
  rules: readonly Rule[]
}

/** A pass that can be taken now, with its price. */
export type PassOffer = Pick<Pass, 'type' | 'until' | 'priceMinor' | 'currency'>
