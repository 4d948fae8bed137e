import { evaluatePrivileged } from './firefox-privileged.ts'
import type { TestBrowser } from './test-browser.ts'

/** Sets integer preferences of a running Firefox. */
export async function setFirefoxPreferences(
  browser: TestBrowser,
  preferences: Record<string, number>,
): Promise<void> {
  for (const [name, value] of Object.entries(preferences))
    await evaluatePrivileged(browser.driver, `void Services.prefs.setIntPref('${name}', ${value})`)
}
