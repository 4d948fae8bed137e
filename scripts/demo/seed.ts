/** Writes the sample history into the extension's database, where the extension treats it as recorded. */
import { addDays, calendarDay, DAY_MS, HOUR_MS, startOfDay } from '../../domain/time/local-time.ts'
import type { Span } from '../../domain/record/span.ts'
import type { Cleanings } from '../../domain/settings/cleaning.ts'
import type { Rate } from '../../domain/value/hour-price.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { command, writeRows } from '../../test/e2e/harness/fill.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { until } from '../../test/e2e/harness/until.ts'
import { sampleHistory } from './sample-history.ts'
import { sampleLimits } from './sample-limits.ts'
import { sampleRatings } from './sample-ratings.ts'

const HOUR_MINOR = 2500
const CURRENCY = 'EUR'
/** Set explicitly: the default depends on the browser's language, and limits follow a new week start only later. */
const MONDAY = 0
/** A calendar day is sealed 36 hours after its end; one more hour allows for a clock change. */
const SEALED_AFTER_MS = 1.5 * DAY_MS + HOUR_MS

export interface Seeded {
  spans: readonly Span[]
  sealedDays: number
}

/**
 * Sets a rate, writes the history and its limits, and lets a restarted worker seal old days and read the limits.
 * Returns what was written and sealed.
 */
export async function seed(browser: TestBrowser): Promise<Seeded> {
  await until('the database is there', async () => (await browser.readDatabase('state')).length > 0)
  await command(browser, 'changeSettings', { currency: CURRENCY, weekStart: MONDAY })
  const rate: Rate = { from: '1970-01-01', amountMinor: HOUR_MINOR, currency: CURRENCY, hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await command(browser, 'changeSurface', { surface: 'github.com', change: { worthQuarters: 8 } })
  await command(browser, 'changeSurface', { surface: 'youtube.com/watch', change: { worthQuarters: 4 } })

  const now = Date.now()
  await command(browser, 'changeSettings', { cleanings: sampleCleanings(now), region: 'europe' })
  const { spans, passedAt } = sampleHistory(await deviceOf(browser), now, localOffset)
  const { limits, usage, overrides } = sampleLimits(spans, passedAt, rate, now, localOffset)
  const { ratings, asked } = sampleRatings(spans, now)
  await writeRows(browser, 'spans', spans)
  await writeRows(browser, 'ratings', ratings)
  await writeRows(
    browser,
    'log',
    asked.map((at) => ({ at, type: 'ask' })),
  )
  await writeRows(browser, 'limits', limits)
  await writeRows(browser, 'usage', usage)
  await writeRows(browser, 'overrides', overrides)
  return { spans, sealedDays: await sealOldDays(browser, spans, now) }
}

/** One feed was cleaned long enough ago to compare the weeks before and after, another is due. */
function sampleCleanings(now: number): Cleanings {
  const today = calendarDay(now, localOffset(now))
  return {
    'youtube.com': { interval: 'quarterly', done: [addDays(today, -35)] },
    'reddit.com': { interval: 'monthly', done: [addDays(today, -33)] },
  }
}

/** The random name of this installation, which is part of every span's id. */
const deviceOf = (browser: TestBrowser): Promise<string> =>
  browser.evaluate(async () => (await chrome.storage.local.get('device'))['device'] as string)

/** Restarts the worker, which then seals one old day with each look. Returns the number of sealed days. */
async function sealOldDays(browser: TestBrowser, spans: readonly Span[], now: number): Promise<number> {
  const isOld = ({ day }: Span) => startOfDay(addDays(day, 1), 0, localOffset) + SEALED_AFTER_MS <= now
  const oldDays = new Set(spans.filter(isOld).map(({ day }) => day))
  await browser.killWorker()
  for (const _day of oldDays) await command(browser, 'recordChanged', null)

  const left = ((await browser.readDatabase('spans')) as Span[]).filter(isOld)
  if (left.length > 0) throw new Error(`The worker left ${left.length} spans of old days unsealed.`)
  return (await browser.readDatabase('days')).length
}
