/** What the worker tells pages of the firewall. */
import type { Standing } from './limits'
import type { Pass, PassOffer } from './pass'
import type { Rule, StoredRule } from './rule'

/** A rule as it stands at an instant. */
export interface RuleStatus extends Omit<StoredRule, 'rule'>, Omit<Standing, 'round'> {
  /** Whether it was set so lately that it can be deleted at once. */
  isFresh: boolean
  /** Whether it has something to say about today. */
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
export interface RulePreview extends Pick<Standing, 'used' | 'allowed'> {
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
  /** All rules that cover it. */
  rules: Rule[]
}

export interface WallFacts extends Pick<Standing, 'rule' | 'used' | 'allowed' | 'opensAt'> {
  surface: string
  /** Whether the way is free now. */
  isOpen: boolean
  currency: string | null
  /** What may be taken, the shortest first; empty for a pause and a lock. */
  passes: PassOffer[]
  /** A lock's emergency pass: the offer, and when it can be taken (null: not asked for). */
  emergency: { offer: PassOffer; readyAt: number | null } | null
  /** Until when this pause has to be sat through. */
  pauseEndsAt: number | null
}
