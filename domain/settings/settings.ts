import { type Day, isDay } from '../time/local-time'

/** What the icon's badge shows: today's time on the current surface, its cost, or nothing. */
export const BADGES = ['time', 'cost', 'none'] as const

type Check<Value> = (value: unknown) => value is Value

/** The check that a stored value must pass, and the default if it does not. */
interface Field<Value> {
  isValid: Check<Value>
  fallback: Value
}

const field = <Value>(isValid: Check<Value>, fallback: NoInfer<Value>): Field<Value> => ({
  isValid,
  fallback,
})

const integerBetween =
  (least: number, most: number): Check<number> =>
  (value): value is number =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const isBoolean: Check<boolean> = (value) => typeof value === 'boolean'

const oneOf =
  <Value>(values: readonly Value[]): Check<Value> =>
  (value): value is Value =>
    values.includes(value as Value)

const orNull =
  <Value>(isValue: (value: unknown) => boolean): Check<Value | null> =>
  (value): value is Value | null =>
    value === null || isValue(value)

export interface Guess {
  day: Day
  minutes: number
}

const isGuess = (value: unknown): boolean => {
  const { day, minutes } = (value ?? {}) as Record<string, unknown>
  return isDay(day) && integerBetween(0, 1440)(minutes)
}

/** The check and the default of each setting; the type of the settings follows from the checks. */
const FIELDS = {
  /** ISO 4217; null until the person has chosen one. */
  currency: field(
    orNull<string>((code) => typeof code === 'string' && /^[A-Z]{3}$/.test(code)),
    null,
  ),
  /** Local hour at which the person's day starts. */
  dayStartHour: field(integerBetween(0, 23), 4),
  /** The first weekday, 0 for Monday to 6 for Sunday; null to follow the person's region. */
  weekStart: field(orNull<number>(integerBetween(0, 6)), null),
  /**
   * Seconds without input after which the time since the last input is taken back. A short interval erases quiet
   * reading, a long one invents nothing.
   */
  idleSeconds: field(integerBetween(15, 600), 120),
  /** Whether an audible page counts while another program has the focus. */
  secondScreen: field(isBoolean, false),
  badge: field(oneOf(BADGES), 'time'),
  moneyHidden: field(isBoolean, false),
  /** The end of a pause in recording: epoch ms, `'resumed'` if the person ends it, null while recording. */
  pausedUntil: field(
    orNull<number | 'resumed'>(
      (until) => until === 'resumed' || (Number.isSafeInteger(until) && Number(until) >= 0),
    ),
    null,
  ),
  /** Minutes a day in feeds as the person guessed them, to compare with what is measured. */
  guess: field(orNull<Guess>(isGuess), null),
  /** Whether a notification offers the statement of a week once it is over. */
  offersStatement: field(isBoolean, true),
  /** Whether the popup asks what a visit was worth, at most three times a day. */
  asksWorth: field(isBoolean, false),
  welcomed: field(isBoolean, false),
} as const

type Fields = typeof FIELDS

export type Settings = { [Key in keyof Fields]: Fields[Key] extends Field<infer Value> ? Value : never }
export type Badge = Settings['badge']
export type PausedUntil = Settings['pausedUntil']

/** Reads stored settings. Each invalid field falls back to its own default. Never throws. */
export function readSettings(stored: unknown): Settings {
  const fields = (stored ?? {}) as Record<string, unknown>
  const read = Object.entries(FIELDS).map(([key, { isValid, fallback }]) => [
    key,
    isValid(fields[key]) ? fields[key] : fallback,
  ])
  return Object.fromEntries(read) as Settings
}

export const DEFAULT_SETTINGS: Settings = readSettings({})

export const isPaused = (settings: Settings, at: number): boolean =>
  settings.pausedUntil === 'resumed' || (settings.pausedUntil !== null && at < settings.pausedUntil)
