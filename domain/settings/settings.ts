import type { Day } from '../time/local-time'

/** What the icon's badge tells: today's time on the current surface, its cost, or nothing. */
export const BADGES = ['time', 'cost', 'none'] as const

type Holds<Value> = (value: unknown) => value is Value

/** What a stored value has to be, and what stands for one that is not. */
interface Field<Value> {
  holds: Holds<Value>
  usual: Value
}

const field = <Value>(holds: Holds<Value>, usual: NoInfer<Value>): Field<Value> => ({ holds, usual })

const wholeBetween =
  (least: number, most: number): Holds<number> =>
  (value): value is number =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const yesOrNo: Holds<boolean> = (value) => typeof value === 'boolean'

const oneOf =
  <Value>(values: readonly Value[]): Holds<Value> =>
  (value): value is Value =>
    values.includes(value as Value)

const orNull =
  <Value>(isValue: (value: unknown) => boolean): Holds<Value | null> =>
  (value): value is Value | null =>
    value === null || isValue(value)

export interface Guess {
  day: Day
  minutes: number
}

const isGuess = (value: unknown): boolean => {
  const { day, minutes } = (value ?? {}) as Record<string, unknown>
  return /^\d{4}-\d{2}-\d{2}$/.test(String(day)) && wholeBetween(0, 1440)(minutes)
}

/** One check a field: the defaults stand beside it, and the type follows from it. */
const FIELDS = {
  /** ISO 4217; null until the person has said one. */
  currency: field(
    orNull<string>((code) => typeof code === 'string' && /^[A-Z]{3}$/.test(code)),
    null,
  ),
  /** Local hour at which the person's day starts. */
  dayStartHour: field(wholeBetween(0, 23), 4),
  /** The weekday with which weeks start, 0 for Monday to 6 for Sunday; null for that of the person's region. */
  weekStart: field(orNull<number>(wholeBetween(0, 6)), null),
  /** Seconds without input after which the time since is taken back (a short time erases quiet reading, a long one invents nothing). */
  idleSeconds: field(wholeBetween(15, 600), 120),
  /** Whether an audible page counts while another program has the focus. */
  secondScreen: field(yesOrNo, false),
  badge: field(oneOf(BADGES), 'time'),
  moneyHidden: field(yesOrNo, false),
  /** Nothing is recorded until then; epoch ms, `'resumed'` for until the person says so, null when recording. */
  pausedUntil: field(
    orNull<number | 'resumed'>(
      (until) => until === 'resumed' || (Number.isSafeInteger(until) && Number(until) >= 0),
    ),
    null,
  ),
  /** Minutes of feeds that the person guessed for a day, to compare with later. */
  guess: field(orNull<Guess>(isGuess), null),
  /** Whether a notification offers the statement of each week that is over. */
  offersStatement: field(yesOrNo, true),
  welcomed: field(yesOrNo, false),
} as const

type Fields = typeof FIELDS

export type Settings = { [Key in keyof Fields]: Fields[Key] extends Field<infer Value> ? Value : never }
export type Badge = Settings['badge']
export type PausedUntil = Settings['pausedUntil']

/** Turns whatever was stored into settings: a field that does not hold falls back alone. Never throws. */
export function readSettings(stored: unknown): Settings {
  const fields = (stored ?? {}) as Record<string, unknown>
  const read = Object.entries(FIELDS).map(([key, { holds, usual }]) => [
    key,
    holds(fields[key]) ? fields[key] : usual,
  ])
  return Object.fromEntries(read) as Settings
}

export const DEFAULT_SETTINGS: Settings = readSettings({})

export const isPaused = (settings: Settings, at: number): boolean =>
  settings.pausedUntil === 'resumed' || (settings.pausedUntil !== null && at < settings.pausedUntil)
