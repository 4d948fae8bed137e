import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'

/** Waits for the welcome page, which comes to the front when it opens; everything else starts after that. */
export const welcomed = (browser: TestBrowser): Promise<true> =>
  until('the welcome page is open', async () => {
    const tabs = await browser.evaluate(() => chrome.tabs.query({}))
    return tabs.some(({ url }) => url?.endsWith('/welcome.html'))
  }) as Promise<true>
