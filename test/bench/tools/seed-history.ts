import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { runInPage } from './in-page.ts'

const YEARS = 5
const SURFACES_A_DAY = 40
const SPANS_A_DAY = 200

export const HISTORY_IN_WORDS = `${YEARS} years of ${SURFACES_A_DAY} surfaces and ${SPANS_A_DAY} spans a day`

/** Fills the extension's database with a long history that ends now. */
export async function seedHistory(browser: TestBrowser, spansADay = SPANS_A_DAY): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  await runInPage(page, 'seed', 'seed', {
    until: Date.now(),
    years: YEARS,
    surfacesADay: SURFACES_A_DAY,
    spansADay,
    device: 'bench',
  })
  await page.close()
}
