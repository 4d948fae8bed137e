/** What the worker tells pages of the firewall, and what they may ask of it. */
import type { Day } from '../time/local-time'
import type { Rule, StoredRule } from './rule'

/** What a rule has used in its period (day or week). */
export interface Use {
  ms: number
  opens: number
  /** Cost at the price of the hour then, in minor units with their fraction; null without a rate. */
  amountMinor: number | null
}

/** Passages through the wall; the emergency passage is a lock's only one. */
export const PASSES = ['minute', 'quarter', 'day', 'emergency'] as const
export type PassType = (typeof PASSES)[number]

/** A passage that was taken; a row of the store `overrides`. */
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

/** A passage that may be taken now, with its price. */
export interface PassOffer {
  type: PassType
  until: number
  priceMinor: number | null
}

/** A rule, as it stands at an instant. */
export interface RuleStatus extends StoredRule {
  /** Today's use; this week's for an allowance by the week. */
  used: Use
  /** The allowance now, in the unit of the bound; null where there is none today. */
  allowed: number | null
  /** Attention that is left, ms; null where it is not by attention that the rule closes. */
  leftMs: number | null
  /** Whether it closes its pages now, passes aside. */
  isSpent: boolean
  /** When it opens again by itself; null while it is open, and where only a change could open it. */
  opensAt: number | null
  /** When the clock will close it next; null where the clock does not. */
  closesAt: number | null
  /** Until when a passage holds. */
  passUntil: number | null
  /** Whether it was set so lately that it can be deleted at once. */
  isFresh: boolean
  /** Whether it has something to say of today. */
  concernsToday: boolean
}

export interface FirewallStatus {
  at: number
  rules: RuleStatus[]
  /** The passes of this week, the latest first. */
  passes: Pass[]
  pin: { isSet: boolean; removedAt: number | null }
  /** From when limits follow the changes of settings, rates and sites that would loosen them; null if none wait. */
  termsFrom: number | null
  /** ISO 4217; null without a rate. */
  currency: string | null
}

/** What a rule would do, were it set now. */
export interface RulePreview {
  used: Use
  allowed: number | null
  closesNow: boolean
  /** When a change of the rule would hold; null for at once. */
  from: number | null
}

/** What the firewall would do about an address now. */
export interface Judgement {
  surface: string
  /** The rule that decides; null where none stands in the way. */
  rule: Rule | null
  opensAt: number | null
  /** All rules that are about it. */
  rules: Rule[]
}

export interface WallFacts {
  rule: Rule
  surface: string
  used: Use
  allowed: number | null
  opensAt: number | null
  /** Whether the way is free now. */
  isOpen: boolean
  currency: string | null
  /** What may be taken, the shortest first; for a pause and a lock none. */
  passes: PassOffer[]
  /** A lock's emergency passage: the offer, or since when and until when it has to be waited for. */
  emergency: { offer: PassOffer; readyAt: number | null } | null
  /** Until when this pause has to be sat through. */
  pauseEndsAt: number | null
}
