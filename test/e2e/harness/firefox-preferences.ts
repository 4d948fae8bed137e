import type { Browser } from 'puppeteer-core'
import { evaluatePrivileged } from './firefox-privileged.ts'

const changed = new WeakMap<Browser, string[]>()

/** Sets integer preferences of a running Firefox. */
export async function setFirefoxPreferences(
  driver: Browser,
  preferences: Record<string, number>,
): Promise<void> {
  changed.set(driver, [...(changed.get(driver) ?? []), ...Object.keys(preferences)])
  for (const [name, value] of Object.entries(preferences))
    await evaluatePrivileged(driver, `void Services.prefs.setIntPref('${name}', ${value})`)
}

/** Takes back what was set. */
export async function clearFirefoxPreferences(driver: Browser): Promise<void> {
  for (const name of new Set(changed.get(driver)))
    await evaluatePrivileged(driver, `void Services.prefs.clearUserPref('${name}')`)
  changed.delete(driver)
}
