/**
 * What a person noted about cleaning the feeds of platforms: on which days they did, and how often they want to. No
 * study says how often is right, so the interval is off until the person chooses one.
 */
import { type Day, isDay } from '../time/local-time'

export const CLEANING_INTERVALS = ['off', 'monthly', 'quarterly'] as const
export type CleaningInterval = (typeof CLEANING_INTERVALS)[number]

export interface Cleaning {
  interval: CleaningInterval
  /** The person's days on which it was cleaned, each once, the earliest first. */
  done: readonly Day[]
}

/** By the site of the platform. */
export type Cleanings = Readonly<Record<string, Cleaning>>

export const NOT_CLEANED: Cleaning = { interval: 'off', done: [] }

const MONTHS = { monthly: 1, quarterly: 3 } as const

/** Ours has a dozen sites, and a cleaning a month for longer than anybody lives. */
const MOST = { sites: 100, days: 2000 }

const isSite = (name: string): boolean => /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(name)

function isOneCleaning(value: unknown): value is Cleaning {
  const { interval, done } = (value ?? {}) as Partial<Record<keyof Cleaning, unknown>>
  return (
    CLEANING_INTERVALS.includes(interval as CleaningInterval) &&
    Array.isArray(done) &&
    done.length <= MOST.days &&
    done.every((day, index) => isDay(day) && (index === 0 || done[index - 1] < day))
  )
}

/** Whether a stored value can be what a person noted. */
export const isCleanings = (value: unknown): value is Cleanings =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= MOST.sites &&
  Object.entries(value).every(([site, cleaning]) => isSite(site) && isOneCleaning(cleaning))

/** The same day of the month, `count` months later, or the last day of that month if it is shorter. */
export function monthsAfter(day: Day, count: number): Day {
  const date = new Date(`${day.slice(0, 7)}-01`)
  date.setUTCMonth(date.getUTCMonth() + count + 1, 0)
  const last = date.toISOString().slice(0, 10)
  const same = last.slice(0, 8) + day.slice(8)
  return same < last ? same : last
}

/** The day on which the next cleaning is due; null if the interval is off or there was none yet. */
export function nextCleaning({ interval, done }: Cleaning): Day | null {
  const last = done.at(-1)
  return interval === 'off' || last === undefined ? null : monthsAfter(last, MONTHS[interval])
}

/** Whether a cleaning is due. With an interval, the first one is due at once. */
export function isCleaningDue(cleaning: Cleaning, today: Day): boolean {
  const next = nextCleaning(cleaning)
  return cleaning.interval !== 'off' && (next === null || next <= today)
}

/** The sites of the platforms whose feed is due. */
export const dueSites = (cleanings: Cleanings, today: Day): string[] =>
  Object.keys(cleanings).filter((site) => isCleaningDue(cleanings[site] as Cleaning, today))

export const cleaningOf = (cleanings: Cleanings, site: string): Cleaning => cleanings[site] ?? NOT_CLEANED

/** All that was noted, without these sites. */
export const withoutSites = (cleanings: Cleanings, sites: readonly string[]): Cleanings =>
  Object.fromEntries(Object.entries(cleanings).filter(([site]) => !sites.includes(site)))

/** All that was noted, with a change to one site; nothing is kept of a site without interval and days. */
export function withCleaning(cleanings: Cleanings, site: string, change: Partial<Cleaning>): Cleanings {
  const { interval, done } = { ...cleaningOf(cleanings, site), ...change }
  const others = withoutSites(cleanings, [site])
  if (interval === 'off' && done.length === 0) return others
  return { ...others, [site]: { interval, done: [...new Set(done)].toSorted() } }
}

/** All that was noted, without cleanings on the days from `first` to `last`, both included. */
export const withoutDays = (cleanings: Cleanings, first: Day, last: Day): Cleanings =>
  Object.keys(cleanings).reduce(
    (kept, site) =>
      withCleaning(kept, site, {
        done: cleaningOf(kept, site).done.filter((day) => day < first || day > last),
      }),
    cleanings,
  )
