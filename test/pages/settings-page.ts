/** What tests of Settings and of single sites share: two rates, and the page of a site. */
import type { Page } from 'puppeteer-core'
import type { Opinion } from '../../domain/surface/opinion'
import { SUGGESTED_HOUR_TYPES } from '../../domain/value/suggested-hour-types'
import { command } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { seedVisits, setRate } from '../e2e/seed.ts'

/** Where the page of a site is edited. */
export const EDITOR = '.site-editor'

const FIRST_RATE = { from: '1970-01-01', amountMinor: 1788, currency: 'EUR', hourTypes: null }
export const LATER_RATE = {
  from: '2027-01-01',
  amountMinor: 3000,
  currency: 'EUR',
  hourTypes: SUGGESTED_HOUR_TYPES,
}

export async function putTwoRates(browser: PageHost): Promise<void> {
  await command(browser, 'changeSettings', { currency: 'EUR' })
  for (const rate of [FIRST_RATE, LATER_RATE])
    await command(browser, 'putRate', { rate, replaces: rate.from })
}

export async function removeTwoRates(browser: PageHost): Promise<void> {
  for (const { from } of [FIRST_RATE, LATER_RATE]) await command(browser, 'removeRate', { from })
}

/** A rate, and visits to three sites. */
export async function seedSites(browser: PageHost): Promise<void> {
  await setRate(browser)
  await seedVisits(browser, [
    { surface: 'coursera.org', minutesAgo: 100, seconds: 600 },
    { surface: 'youtube.com/shorts', minutesAgo: 80, seconds: 300 },
    { surface: 'example.com', minutesAgo: 60, seconds: 100 },
  ])
}

export const opinionOn = async (browser: PageHost, surface: string): Promise<Opinion | undefined> =>
  ((await browser.readDatabase('surfaces')) as Opinion[]).find((opinion) => opinion.surface === surface)

/** Goes to the page of a site. */
export async function openSite(page: Page, surface: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/sites/this-month/${surface}`)
  await until(`the page of ${surface} is there`, () =>
    page.evaluate(
      (address) => document.querySelector('.site-editor .facts dd')?.textContent === address,
      surface,
    ),
  )
}
