import * as v from 'valibot'
import type { Day } from './local-time'

/** What the icon's badge tells: today's time on the current surface, its cost, or nothing. */
export const BADGES = ['time', 'cost', 'none'] as const

const wholeBetween = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

const orNull = <Value>(isValue: (value: unknown) => boolean) =>
  v.custom<Value | null>((value) => value === null || isValue(value))

export interface Guess {
  day: Day
  minutes: number
}

const isGuess = (value: unknown): boolean => {
  const { day, minutes } = (value ?? {}) as Record<string, unknown>
  const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  return isDay && Number.isInteger(minutes) && Number(minutes) >= 0 && Number(minutes) <= 1440
}

/** One check a field: the defaults stand beside it, and the type follows from it. */
const FIELDS = {
  /** ISO 4217; null until the person has said one. */
  currency: v.fallback(
    orNull<string>((code) => typeof code === 'string' && /^[A-Z]{3}$/.test(code)),
    null,
  ),
  /** Local hour at which the person's day starts. */
  dayStartHour: v.fallback(wholeBetween(0, 23), 4),
  /** The weekday with which weeks start, 0 for Monday to 6 for Sunday; null for that of the person's region. */
  weekStart: v.fallback(
    orNull<number>((day) => Number.isInteger(day) && Number(day) >= 0 && Number(day) <= 6),
    null,
  ),
  /** Seconds without input after which the time since is taken back (a short time erases quiet reading, a long one invents nothing). */
  idleSeconds: v.fallback(wholeBetween(15, 600), 120),
  /** Whether an audible page counts while another program has the focus. */
  secondScreen: v.fallback(v.boolean(), false),
  badge: v.fallback(v.picklist(BADGES), 'time'),
  moneyHidden: v.fallback(v.boolean(), false),
  /** Nothing is recorded until then; epoch ms, `'resumed'` for until the person says so, null when recording. */
  pausedUntil: v.fallback(
    orNull<number | 'resumed'>(
      (until) => until === 'resumed' || (Number.isSafeInteger(until) && Number(until) >= 0),
    ),
    null,
  ),
  /** Minutes of feeds that the person guessed for a day, to compare with later. */
  guess: v.fallback(orNull<Guess>(isGuess), null),
  welcomed: v.fallback(v.boolean(), false),
} as const

const schema = v.object(FIELDS)

export type Settings = v.InferOutput<typeof schema>
export type Badge = Settings['badge']
export type PausedUntil = Settings['pausedUntil']

/** Turns whatever was stored into settings: a field that does not hold falls back alone. Never throws. */
export function readSettings(stored: unknown): Settings {
  const fields: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  for (const key of Object.keys(FIELDS)) fields[key] ??= undefined
  return v.parse(schema, fields)
}

export const DEFAULT_SETTINGS: Settings = readSettings({})

export const isPaused = (settings: Settings, at: number): boolean =>
  settings.pausedUntil === 'resumed' || (settings.pausedUntil !== null && at < settings.pausedUntil)
