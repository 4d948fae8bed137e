/** A rule of the firewall: which pages, how much or when, and how strictly. */
import type { ClockRange } from '../time/interval'
import type { Kind } from '../surface/kind'

export type Target =
  | { type: 'kind'; kind: Kind }
  /** The sites are those that were known to be the owner's when the rule was made; with each go its country versions. */
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
  /** So many minutes of attention, then a break; as long away begins anew. */
  | { type: 'sessions'; minutes: number; breakMinutes: number }
  /** Minutes of the local day, `from` 0 to 1439 and `to` 1 to 1440. A range belongs to the day on which it begins. No ranges: nothing is allowed, or nothing is blocked. */
  | { type: 'hours'; are: 'allowed' | 'blocked'; ranges: Week<readonly ClockRange[]> }
  /** Closed from a minute of the evening to one of the morning; an evening's minute before it lies past midnight. */
  | { type: 'cutoff'; evenings: Week<number>; morning: number }

/** From the gentlest: a notification, a pause before entry, a wall with passes, a lock with none. */
export const STRICTNESS = ['notice', 'pause', 'wall', 'lock'] as const
export type Strictness = (typeof STRICTNESS)[number]

export interface Rule {
  id: string
  targets: readonly Target[]
  except: readonly Target[]
  bound: Bound
  strictness: Strictness
  /** How long a pause lasts, 5 to 10. */
  pauseSeconds: number
  /** Whether a lock keeps its one emergency passage a week. */
  hasEmergency: boolean
  isOn: boolean
}

/** A rule as it is stored: what holds, what is to hold later, and what it goes back to by itself. */
export interface StoredRule {
  id: string
  createdAt: number
  rule: Rule
  /** A loosening that has still to come; null for a rule that will be gone. */
  next: { value: Rule | null; from: number } | null
  /** The stricter rule that comes back, unless the person confirms the weaker one. */
  heals: { value: Rule; at: number; since: number } | null
}

export const EVERY_DAY = <Value>(value: Value): Week<Value> => Array.from({ length: 7 }, () => value)

/** How long a pause may last, seconds. */
export const PAUSE_SECONDS = { min: 5, max: 10, usual: 8 } as const

/** A rule that is new, as it is usual; its id is given when it is set. */
export const newRule = (
  targets: readonly Target[],
  bound: Bound,
  strictness: Strictness = 'wall',
  pauseSeconds: number = PAUSE_SECONDS.usual,
): Rule => ({ id: '', targets, except: [], bound, strictness, pauseSeconds, hasEmergency: true, isOn: true })

/** So many minutes a day of every week. */
export const minutesADay = (minutes: number): Bound => ({
  type: 'time',
  allowance: { per: 'day', of: EVERY_DAY(minutes) },
})
