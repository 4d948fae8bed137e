import type { Page } from 'puppeteer-core'
import { setFirefoxPreferences } from './firefox-preferences.ts'
import type { TestBrowser } from './test-browser.ts'
import { until } from './until.ts'

/** When Firefox replaces a page's colours by the person's: never, or always. */
const FIREFOX_VALUES = { off: 1, on: 2 } as const

/** Makes a page see the person's own colours in place of its own, or not. */
export async function forceColours(browser: TestBrowser, page: Page, force: 'on' | 'off'): Promise<void> {
  if (browser.name === 'chromium') {
    const session = await page.createCDPSession()
    const value = force === 'on' ? 'active' : 'none'
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
  } else {
    await setFirefoxPreferences(browser.driver, {
      'browser.display.document_color_use': FIREFOX_VALUES[force],
    })
  }
  await until(`colours are forced: ${force}`, () =>
    page.evaluate((wanted) => matchMedia('(forced-colors: active)').matches === wanted, force === 'on'),
  )
}
