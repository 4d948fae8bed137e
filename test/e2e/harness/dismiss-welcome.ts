import type { TestBrowser } from './test-browser.ts'
import { until } from './until.ts'

/** In a fresh profile the extension opens its welcome page, in front of all others: waits for it and closes it. */
export async function dismissWelcome(browser: TestBrowser): Promise<void> {
  const url = browser.extensionUrl('welcome.html')
  const tabId = await until('the welcome page is there', () =>
    browser.evaluate(
      async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id,
      url,
    ),
  )
  await browser.evaluate((id) => chrome.tabs.remove(id), tabId)
}
