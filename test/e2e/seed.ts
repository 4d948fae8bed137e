/** Puts a test's data into the extension: through the worker where possible, else directly into its storage. */
import type { Settings } from '../../domain/settings/settings'
import { cutByDay } from '../../domain/record/cut-by-day'
import { type Span } from '../../domain/record/span'
import { type Day, personDay } from '../../domain/time/local-time'
import { localOffset } from '../../platform/local-offset'
import { spanOf } from '../fixtures/spans'
import { command, writeRows } from './harness/fill.ts'
import type { PageHost } from './harness/page-host.ts'

/** A rate of 36 € an hour, which is a cent a second, and a day that began three hours ago or more. */
export async function setRate(browser: PageHost): Promise<void> {
  const dayStartHour = (new Date().getHours() + 21) % 24
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
}

interface Visit {
  surface: string
  seconds: number
  /** How long ago it began. */
  minutesAgo: number
}

/** Closed spans as the worker would have stored them. */
const spansOf = (visits: readonly Visit[]): Span[] =>
  visits.flatMap(({ surface, seconds, minutesAgo }) => {
    const start = Date.now() - minutesAgo * 60_000
    const span = spanOf({ surface, start, ms: seconds * 1000, utcOffsetMinutes: localOffset(start) })
    return cutByDay(span, localOffset, span.end)
  })

export const seedVisits = (browser: PageHost, visits: readonly Visit[]): Promise<void> =>
  writeRows(browser, 'spans', spansOf(visits))

/** The person’s day today, if it begins at 4:00. */
export const personToday = (): Day => personDay(Date.now(), localOffset(Date.now()), 4)

/** The settings as stored, without parsing or checks. */
export const storedSettings = (browser: PageHost): Promise<Partial<Settings>> =>
  browser.evaluate(
    async () => ((await chrome.storage.local.get('settings'))['settings'] ?? {}) as Partial<Settings>,
  )

export const storeSettings = (browser: PageHost, settings: unknown): Promise<void> =>
  browser.evaluate((garbage) => chrome.storage.local.set({ settings: garbage }), settings)
