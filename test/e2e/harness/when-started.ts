import type { Browser } from 'puppeteer-core'
import type { Profile } from './profile.ts'
import type { TestBrowser } from './test-browser.ts'
import { until } from './until.ts'

/** Installs the extension and waits until it runs. Closes the browser if that fails. */
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
