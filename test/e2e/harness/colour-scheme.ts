import type { Page } from 'puppeteer-core'
import { setFirefoxPreferences } from './firefox-preferences.ts'
import type { TestBrowser } from './test-browser.ts'
import { until } from './until.ts'

const FIREFOX_VALUES = { dark: 0, light: 1 } as const

export type ColourScheme = keyof typeof FIREFOX_VALUES

/** Makes a page see this as the system's colour scheme. */
export async function setColourScheme(browser: TestBrowser, page: Page, scheme: ColourScheme): Promise<void> {
  if (browser.name === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    return
  }
  await setFirefoxPreferences(browser.driver, {
    'layout.css.prefers-color-scheme.content-override': FIREFOX_VALUES[scheme],
  })
  await until(`the page is ${scheme}`, () =>
    page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
  )
}
