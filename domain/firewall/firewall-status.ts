/** What the worker reports to pages about the firewall. */
import type { Standing } from './limits'
import type { Day } from '../time/local-time'
import type { PassOffer } from './pass'
import type { Rule, StoredRule } from './rule'
import type { UsedWhere } from './used-where'
import type { VisitToday } from './visit-today'

/** A rule and how it stands at an instant. */
export interface RuleStatus extends Omit<StoredRule, 'rule'>, Omit<Standing, 'round'> {
  /** Whether it is so new that it can be deleted at once. */
  isFresh: boolean
  /** Whether it matters today: it has an allowance, is used up, or closes before the next ration. */
  concernsToday: boolean
  /** Whether it covers the surface in front, as far as the page that asked named one. */
  isInFront: boolean
  /** What was used where in its period; absent if nothing was used on another device. */
  where?: UsedWhere
}

export interface FirewallStatus {
  at: number
  rules: RuleStatus[]
  /** The first day of this week, as limits count it. */
  weekFirst: Day
  pin: { isSet: boolean; removedAt: number | null }
  /**
   * When limits will follow changes of settings, rates and sites that loosen them; null if none are waiting.
   */
  termsFrom: number | null
  /** ISO 4217; null without a rate. */
  currency: string | null
}

/** The effect of a rule if it were set now. */
export interface RulePreview extends Pick<Standing, 'used' | 'allowed'> {
  closesNow: boolean
  /** When the change would take effect; null for at once. */
  from: number | null
}

/** How the firewall would judge an address now. */
export interface Judgement {
  surface: string
  /** The rule that decides; null if none blocks the page. */
  rule: Rule | null
  opensAt: number | null
  /** All rules that cover it. */
  rules: Rule[]
}

export interface WallFacts extends Pick<Standing, 'rule' | 'used' | 'allowed' | 'opensAt' | 'missingMs'> {
  surface: string
  /** What was used where in the rule's period; absent if nothing was used on another device. */
  where?: UsedWhere
  /** Whether the page is open now. */
  isOpen: boolean
  currency: string | null
  /** The passes on offer, the shortest first; empty for a pause and a lock. */
  passes: PassOffer[]
  /** When the pass for the day can be taken; null if nobody asked for it. */
  dayReadyAt: number | null
  /** A lock's emergency pass: the offer, and when it can be taken (null: not asked for). */
  emergency: { offer: PassOffer; readyAt: number | null } | null
  /** When the pause before the page ends; null if there is none. */
  pauseEndsAt: number | null
  /** At a pause: today's visits to the page; null elsewhere, and where visits are not recorded. */
  visit: VisitToday | null
  /** Whether the person said what this visit is for. */
  isAnswered: boolean
}
