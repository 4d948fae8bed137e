import type { Page } from 'puppeteer-core'
import { evaluatePrivileged } from '../../test/e2e/harness/firefox-privileged.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { until } from '../../test/e2e/harness/until.ts'

export type ColourScheme = 'light' | 'dark'

/** Has a page believe that this is the scheme of the system. */
export async function setColourScheme(browser: TestBrowser, page: Page, scheme: ColourScheme): Promise<void> {
  if (browser.name === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    return
  }
  const value = scheme === 'dark' ? 0 : 1
  const preference = 'layout.css.prefers-color-scheme.content-override'
  await evaluatePrivileged(browser.driver, `void Services.prefs.setIntPref('${preference}', ${value})`)
  await until(`the page is ${scheme}`, () =>
    page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
  )
}
