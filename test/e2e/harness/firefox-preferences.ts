import { evaluatePrivileged } from '../../test/e2e/harness/firefox-privileged.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'

/** Sets whole-number preferences of a Firefox that runs. */
export async function setFirefoxPreferences(
  browser: TestBrowser,
  preferences: Record<string, number>,
): Promise<void> {
  for (const [name, value] of Object.entries(preferences))
    await evaluatePrivileged(browser.driver, `void Services.prefs.setIntPref('${name}', ${value})`)
}
