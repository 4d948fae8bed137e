/** A record of two months for the tests of Trends and Sites, and what their pages show. */
import type { Page } from 'puppeteer-core'
import { command, writeRows } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { spanOf } from '../fixtures/spans'

const MINUTE = 60_000

/** An hour in February; in March a loss, a site that breaks even, and a profit: 3 h 15 min in all. */
const FEBRUARY = [spanOf({ surface: 'youtube.com', start: '2026-02-01T10:00Z', ms: 60 * MINUTE })]
const MARCH = [
  spanOf({ surface: 'youtube.com', start: '2026-03-02T10:00Z', ms: 90 * MINUTE }),
  spanOf({ surface: 'github.com', start: '2026-03-02T12:00Z', ms: 60 * MINUTE }),
  spanOf({ surface: 'wikipedia.org', start: '2026-03-03T10:00Z', ms: 30 * MINUTE }),
  spanOf({ surface: 'youtube.com/shorts', start: '2026-03-03T11:00Z', ms: 15 * MINUTE }),
]

/** 36 € an hour, so that a minute costs 60 cents. */
export async function seedTrends(browser: PageHost): Promise<void> {
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 4, weekStart: 0 })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await writeRows(browser, 'spans', [...FEBRUARY, ...MARCH])
}

export const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash)

export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((wanted) => {
    location.hash = wanted
  }, hash)

/** Waits until the total time of the period is this. */
export const showsTime = (page: Page, iso: string): Promise<true> =>
  until(`the time is ${iso}`, () =>
    page.evaluate(
      (wanted) => document.querySelector<HTMLTimeElement>('.of-period time')?.dateTime === wanted,
      iso,
    ),
  ) as Promise<true>

/** The machine-readable figures of a row. */
export const figuresIn = (page: Page, row: string): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(`${selector} :is(time, data)`)].map(
        (figure) => figure.getAttribute('datetime') ?? figure.getAttribute('value') ?? '',
      ),
    row,
  )

export const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-line]')].map((row) => row.getAttribute('data-line') ?? ''),
  )
