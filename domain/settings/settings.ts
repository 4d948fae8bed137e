import { type Day, isDay } from '../time/local-time'
import { areYearThings, USUAL_THINGS } from './year-things'
import { type Cleanings, isCleanings } from './cleaning'

/**
 * What the icon's badge shows: today's time on the current surface, all of today's time, the cost of the surface, what
 * its limits leave, or nothing.
 */
export const BADGES = ['time', 'today', 'cost', 'left', 'none'] as const

/** Where the person lives, as far as it changes what a platform earns from an hour; `world` is the average of all. */
export const REGIONS = ['usCanada', 'europe', 'asiaPacific', 'rest', 'world'] as const
export type Region = (typeof REGIONS)[number]
/** What the time that AI saves is meant for; `offline` is time away from the browser: sport, sleep, people. */
export const AI_GOALS = ['learning', 'work', 'offline'] as const

/** The messages of the nudge from an AI tool to a feed, in the order in which they take turns. */
export const NUDGES = ['goal', 'notice', 'intent', 'leave'] as const

/** How the pages look; `system` follows the browser. */
export const THEMES = ['system', 'light', 'dark'] as const

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

const someOf =
  <Value>(values: readonly Value[]): Check<readonly Value[]> =>
  (value): value is readonly Value[] =>
    Array.isArray(value) && value.every(oneOf(values)) && new Set(value).size === value.length

const orNull =
  <Value>(isValue: (value: unknown) => boolean): Check<Value | null> =>
  (value): value is Value | null =>
    value === null || isValue(value)

const isCurrency = (code: unknown): boolean => typeof code === 'string' && /^[A-Z]{3}$/.test(code)

export interface Guess {
  day: Day
  minutes: number
}

const isGuess = (value: unknown): boolean => {
  const { day, minutes } = (value ?? {}) as Record<string, unknown>
  return isDay(day) && integerBetween(0, 1440)(minutes)
}

/** What a US dollar was worth on a day, as the person typed it. */
export interface DollarRate {
  day: Day
  /** ISO 4217. */
  currency: string
  /** Ten-thousandths of a major unit of the currency: 9200 for 0.92 €. */
  perDollar: number
}

/** Ten-thousandths: from 0.01 to 10,000,000 for a US dollar. */
const PER_DOLLAR = { least: 100, most: 100_000_000_000 }

const isDollarRate = (value: unknown): boolean => {
  const { day, currency, perDollar } = (value ?? {}) as Record<string, unknown>
  return isDay(day) && isCurrency(currency) && integerBetween(PER_DOLLAR.least, PER_DOLLAR.most)(perDollar)
}

/** The check and the default of each setting; the type of the settings follows from the checks. */
const FIELDS = {
  /** ISO 4217; null until the person has chosen one. */
  currency: field(orNull<string>(isCurrency), null),
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
  /** Whether the picture of a statement shows amounts and rates. Hidden money wins. */
  pictureMoney: field(isBoolean, false),
  /** Whether the picture of a statement names sites. */
  pictureNames: field(isBoolean, false),
  theme: field(oneOf(THEMES), 'system'),
  /** The end of a pause in recording: epoch ms, `'resumed'` if the person ends it, null while recording. */
  pausedUntil: field(
    orNull<number | 'resumed'>(
      (until) => until === 'resumed' || (Number.isSafeInteger(until) && Number(until) >= 0),
    ),
    null,
  ),
  /** The minute of the day at which the person wants to be asleep; null until they say it. */
  bedtime: field(orNull<number>(integerBetween(0, 1439)), null),
  /** Minutes a day in feeds as the person guessed them, to compare with what is measured. */
  guess: field(orNull<Guess>(isGuess), null),
  /** For what platforms earn from the person; null until they have chosen one. */
  region: field(orNull<Region>(oneOf(REGIONS)), null),
  /** For comparing the person's money with US$; null until they type one. */
  dollarRate: field(orNull<DollarRate>(isDollarRate), null),
  /** Whether a notification offers the statement of a week once it is over. */
  offersStatement: field(isBoolean, true),
  /** What a year at the pace of a period is compared with, in the person's order. */
  yearThings: field(areYearThings, USUAL_THINGS),
  /** On which days the person cleaned which feeds, and how often they want to. */
  cleanings: field<Cleanings>(isCleanings, {}),
  /**
   * Minutes that AI saves per 100 minutes in AI tools, as the person declares. The default is the central value of
   * `AI_TIME_SAVED`.
   */
  aiSavedPercent: field(integerBetween(-20, 100), 33),
  aiGoal: field(oneOf(AI_GOALS), 'learning'),
  /** Whether a notification comes when the person leaves an AI tool for a feed. */
  nudges: field(isBoolean, false),
  /** Messages of that nudge that the person switched off. */
  mutedNudges: field(someOf(NUDGES), []),
  /** Whether the popup asks what a visit was worth, at most three times a day. */
  asksWorth: field(isBoolean, false),
  /** Whether backups come by themselves: each week to the downloads, or each day to a folder. */
  weeklyBackup: field(isBoolean, true),
  /** Whether the pages leave out what came from the person’s other devices. It belongs to this screen. */
  thisDeviceAlone: field(isBoolean, false),
  welcomed: field(isBoolean, false),
} as const

type Fields = typeof FIELDS

export type Settings = { [Key in keyof Fields]: Fields[Key] extends Field<infer Value> ? Value : never }
/** Saves some settings. */
export type ChangeSettings = (change: Partial<Settings>) => Promise<unknown>
export type Badge = Settings['badge']
export type PausedUntil = Settings['pausedUntil']
export type Theme = Settings['theme']
export type AiGoal = Settings['aiGoal']
export type NudgeName = (typeof NUDGES)[number]

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
