/** Pages that record by their own clock when they came to the front. Recording is compared with these times. */
import type { Page } from 'puppeteer-core'

declare global {
  /** Epoch ms at which such a page was loaded, shown and focused. */
  var benchBornAt: number
  var benchShownAt: number
  var benchFocusedAt: number
}

const CLOCK = `<script>
globalThis.benchBornAt = Date.now()
globalThis.benchShownAt = globalThis.benchFocusedAt = 0
addEventListener('visibilitychange', () => document.visibilityState === 'visible' && (globalThis.benchShownAt = Date.now()))
addEventListener('focus', () => (globalThis.benchFocusedAt = Date.now()))
</script>`

/** Clocked pages for the stand-in server. */
export const clockedPages = (...places: readonly string[]): Record<string, string> =>
  Object.fromEntries(places.map((place) => [place, CLOCK]))

export const bornAt = (page: Page): Promise<number> => page.evaluate(() => globalThis.benchBornAt)
export const shownAt = (page: Page): Promise<number> => page.evaluate(() => globalThis.benchShownAt)
export const focusedAt = (page: Page): Promise<number> => page.evaluate(() => globalThis.benchFocusedAt)

/** Navigates within the page; returns the instant. */
export const moveTo = (page: Page, path: string): Promise<number> =>
  page.evaluate((to) => {
    const at = Date.now()
    history.pushState({}, '', to)
    return at
  }, path)
