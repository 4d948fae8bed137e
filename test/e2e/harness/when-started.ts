import type { Browser } from 'puppeteer-core'
import type { Profile } from './profile.ts'
import type { TestBrowser } from './test-browser.ts'
import { until } from './until.ts'

/** Waits until the extension runs; if it does not there is nothing to test, and the browser goes again. */
export async function whenStarted(
  driver: Browser,
  profile: Profile,
  install: () => Promise<TestBrowser>,
): Promise<TestBrowser> {
  try {
    const browser = await install()
    await until('the extension’s worker is awake', () => browser.isWorkerAwake())
    return browser
  } catch (error) {
    await driver.close()
    await profile.release()
    throw error
  }
}
