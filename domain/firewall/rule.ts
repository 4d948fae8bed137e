/** A rule of the firewall: which pages, how much or when, and how strictly. */
import type { ClockRange } from '../time/interval'
import type { Kind } from '../surface/kind'

export type Target =
  /** Every page but those that are never closed (see `staysOpen` in coverage.ts). */
  | { type: 'everything' }
  | { type: 'kind'; kind: Kind }
  /** The sites known as the owner's when the rule was made; each includes its country versions. */
  | { type: 'owner'; owner: string; sites: readonly string[] }
  /** All hosts and all surfaces of the site. */
  | { type: 'site'; site: string }
  | { type: 'surface'; surface: string }

/** A value for each weekday, Monday first; null for a day on which the rule does not apply. */
export type Week<Value> = readonly (Value | null)[]

export type Allowance = { per: 'day'; of: Week<number> } | { per: 'week'; of: number }

export type Bound =
  /** Minutes of attention. */
  | { type: 'time'; allowance: Allowance }
  /** Cost at the price of the hour, in minor units. */
  | { type: 'money'; allowance: Allowance; currency: string }
  /** Visits that begin. */
  | { type: 'opens'; allowance: Allowance }
  /** So many minutes of attention, then a break. Being away as long as a break starts a new session. */
  | { type: 'sessions'; minutes: number; breakMinutes: number }
  /** Minutes of the local day, `from` 0 to 1439 and `to` 1 to 1440. A range belongs to the day on which it begins. No ranges: nothing is allowed, or nothing is blocked. */
  | { type: 'hours'; are: 'allowed' | 'blocked'; ranges: Week<readonly ClockRange[]> }
  /**
   * Closed from one minute of the local day to another, anywhere on the clock. The names are those of most people:
   * for somebody who sleeps by day the evening is at 9:00 and the morning at 17:00. `nightOf` (hours.ts) says on
   * which calendar day a minute lies.
   */
  | { type: 'cutoff'; evenings: Week<number>; morning: number }
  /**
   * Closed from one instant to another, epoch ms, with a break of so many minutes after every so many of work; without
   * breaks these are null and 0. See focus.ts.
   */
  | {
      type: 'focus'
      startedAt: number
      endsAt: number
      workMinutes: number | null
      breakMinutes: number
    }

/**
 * From gentlest to strictest: a notification, a pause before entry, a wall with passes, a lock without them.
 */
export const STRICTNESS = ['notice', 'pause', 'wall', 'lock'] as const
export type Strictness = (typeof STRICTNESS)[number]

/** What has to come first before a rule opens its pages, each day anew. */
export interface After {
  targets: readonly Target[]
  /** Of attention, 1 to 1440. */
  minutes: number
}

export interface Rule {
  id: string
  targets: readonly Target[]
  except: readonly Target[]
  bound: Bound
  strictness: Strictness
  /** The length of a pause in seconds, 5 to 10. */
  pauseSeconds: number
  /** Whether a lock offers its one emergency pass a week. */
  hasEmergency: boolean
  isOn: boolean
  /** Absent or null if nothing has to come first, as in rules of earlier versions. */
  after?: After | null
  /** Whether what was left of a day's allowance is added to the next day's (see carry-over.ts); absent for no. */
  carriesOver?: boolean
}

/**
 * A rule as stored: the one in force, the one that replaces it later, and the one that it returns to by
 * itself.
 */
export interface StoredRule {
  id: string
  createdAt: number
  rule: Rule
  /** A loosening that waits; `value` is null if the rule will be deleted. */
  next: { value: Rule | null; from: number } | null
  /** The stricter rule that returns, unless the person confirms the weaker one. */
  heals: { value: Rule; at: number; since: number } | null
}

export const EVERY_DAY = <Value>(value: Value): Week<Value> => Array.from({ length: 7 }, () => value)

/** How long a pause may last, seconds. */
export const PAUSE_SECONDS = { min: 5, max: 10, usual: 8 } as const

/** A new rule with the usual settings; it gets its id when it is set. */
export const newRule = (
  targets: readonly Target[],
  bound: Bound,
  strictness: Strictness = 'wall',
  pauseSeconds: number = PAUSE_SECONDS.usual,
): Rule => ({ id: '', targets, except: [], bound, strictness, pauseSeconds, hasEmergency: true, isOn: true })

/** The same number of minutes every day. */
export const minutesADay = (minutes: number): Bound => ({
  type: 'time',
  allowance: { per: 'day', of: EVERY_DAY(minutes) },
})
