import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { runInPage } from './in-page.ts'

const YEARS = 5
const SURFACES_A_DAY = 40
const SPANS_A_DAY = 200

export const HISTORY_IN_WORDS = `${YEARS} years of ${SURFACES_A_DAY} surfaces and ${SPANS_A_DAY} spans a day`

const facts = (spansADay: number) => ({
  until: Date.now(),
  years: YEARS,
  surfacesADay: SURFACES_A_DAY,
  spansADay,
  device: 'bench',
})

async function seedWith(browser: TestBrowser, file: string, call: string, spansADay: number): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  await runInPage(page, file, call, facts(spansADay))
  await page.close()
}

/** Fills the extension's database with a long history that ends now. */
export const seedHistory = (browser: TestBrowser, spansADay = SPANS_A_DAY): Promise<void> =>
  seedWith(browser, 'seed', 'seed', spansADay)

/** The same with AI tools and feeds every day, a cutoff, answers about visits, and settings. */
export const seedInsightHistory = (browser: TestBrowser): Promise<void> =>
  seedWith(browser, 'seed-insights', 'seedInsights', SPANS_A_DAY)
