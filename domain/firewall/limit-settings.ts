/** What each setting does to limits. A new setting does not compile until it has its line here. */
import type { Settings } from '../settings/settings'
import type { Rule } from './rule'

/** Positive if more attention counts after a change, negative if less does. */
type Counts<Value> = (before: Value, after: Value) => number

/**
 * - `none`: limits do not go by it.
 * - `waits`: every change of it waits.
 * - `price`: it waits together with the rates (see limit-terms.ts).
 * - a function: it changes how much attention counts, and waits if that loosens a rule.
 */
type Effect<Value> = 'none' | 'waits' | 'price' | Counts<Value>

const EFFECTS = {
  currency: 'price',
  dayStartHour: 'waits',
  weekStart: 'waits',
  // After a longer interval without input, less is taken back.
  idleSeconds: (before: number, after: number) => after - before,
  secondScreen: (before: boolean, after: boolean) => Number(after) - Number(before),
  badge: 'none',
  moneyHidden: 'none',
  pictureMoney: 'none',
  pictureNames: 'none',
  theme: 'none',
  // Limits go on while recording is paused.
  pausedUntil: 'none',
  bedtime: 'none',
  guess: 'none',
  region: 'none',
  dollarRate: 'none',
  offersStatement: 'none',
  yearThings: 'none',
  cleanings: 'none',
  aiSavedPercent: 'none',
  aiGoal: 'none',
  nudges: 'none',
  mutedNudges: 'none',
  asksWorth: 'none',
  weeklyBackup: 'none',
  thisDeviceAlone: 'none',
  welcomed: 'none',
} as const satisfies { [Key in keyof Settings]: Effect<Settings[Key]> }

type Effects = typeof EFFECTS

type LimitKey = {
  [Key in keyof Effects]: Effects[Key] extends 'none' ? never : Key
}[keyof Effects]

/** The settings that limits go by. */
export type LimitSettings = Pick<Settings, Exclude<LimitKey, 'weekStart'>> & {
  /** 0 for Monday to 6 for Sunday. */
  weekStart: number
}

const KEYS = (Object.keys(EFFECTS) as (keyof Effects)[]).filter(
  (key): key is LimitKey => EFFECTS[key] !== 'none',
)

/** The settings that limits would go by; `weekStart` is the one in force if the person has set none. */
export const limitSettings = (settings: Settings, weekStart: number): LimitSettings =>
  Object.fromEntries(
    KEYS.map((key) => [key, key === 'weekStart' ? (settings.weekStart ?? weekStart) : settings[key]]),
  ) as unknown as LimitSettings

const limitsAttention = ({ bound: { type } }: Rule): boolean =>
  type === 'time' || type === 'money' || type === 'sessions'

/**
 * Whether a rule lets more through when more attention counts: a visit goes on for longer, or what has to come first is
 * done sooner.
 */
const limitsVisits = ({ bound, strictness, after }: Rule): boolean =>
  bound.type === 'opens' || strictness === 'pause' || Boolean(after)

/** The settings in force after a change: those that loosen a rule stay as they were. Those of prices stay too. */
export function settingsHeld(
  before: LimitSettings,
  wanted: LimitSettings,
  rules: readonly Rule[],
): LimitSettings {
  const mayChange = (key: LimitKey): boolean => {
    const effect: Effect<never> = EFFECTS[key]
    if (typeof effect !== 'function') return false
    const more = effect(before[key] as never, wanted[key] as never)
    return !(more < 0 ? rules.some(limitsAttention) : more > 0 && rules.some(limitsVisits))
  }
  return Object.fromEntries(
    KEYS.map((key) => [key, (mayChange(key) ? wanted : before)[key]]),
  ) as unknown as LimitSettings
}
