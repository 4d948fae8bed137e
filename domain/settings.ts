import * as v from 'valibot'

/** What the icon's badge tells: today's time on the current surface, its cost, or nothing. */
export const BADGES = ['time', 'cost', 'none'] as const

const positiveInteger = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** One check a field: the defaults stand beside it, and the type follows from it. */
const FIELDS = {
  /** ISO 4217; null until the person has said one. */
  currency: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))), null),
  /** Local hour at which the person's day starts. */
  dayStartHour: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)), 4),
  /** Seconds without input after which the time since is taken back (EVIDENCE: 15 s to 10 min). */
  idleSeconds: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(600)), 120),
  /** Whether an audible page counts while another program has the focus. */
  secondScreen: v.fallback(v.boolean(), false),
  badge: v.fallback(v.picklist(BADGES), 'time'),
  moneyHidden: v.fallback(v.boolean(), false),
  /** Nothing is recorded until then; epoch ms, `'resumed'` for until the person says so, null when recording. */
  pausedUntil: v.fallback(v.nullable(v.union([v.literal('resumed'), positiveInteger])), null),
  /** Minutes of feeds that the person guessed for a day, to compare with later. */
  guess: v.fallback(
    v.nullable(
      v.object({
        day: v.pipe(v.string(), v.isoDate()),
        minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
      }),
    ),
    null,
  ),
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
