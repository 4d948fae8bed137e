import { evaluatePrivileged } from './firefox-privileged.ts'
import type { TestBrowser } from './test-browser.ts'

/** Sets whole-number preferences of a Firefox that runs. */
export async function setFirefoxPreferences(
  browser: TestBrowser,
  preferences: Record<string, number>,
): Promise<void> {
  for (const [name, value] of Object.entries(preferences))
    await evaluatePrivileged(browser.driver, `void Services.prefs.setIntPref('${name}', ${value})`)
}
