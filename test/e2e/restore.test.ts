/** A new computer: the welcome page brings in a backup of another browser. The rest is in test/pages. */
import { describe, expect, test } from 'vitest'
import { plain } from '../fixtures/plain.ts'
import { minutes } from '../fixtures/rules.ts'
import { chooseIn, imported, isAt } from '../pages/restore-page.ts'
import { flawsOf } from './axe.ts'
import { exportBy, openDataPage } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads } from './harness/downloads.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { click, openOwnPage, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tooSmall, tooWide } from './usable.ts'
import { putRule, ruleOf } from './wall-scene.ts'

/** Fills the record, the rate and the limits, exports all of it, and erases it here: as on a new computer. */
async function movedAway(browser: TestBrowser): Promise<string> {
  const downloads = await collectDownloads(browser)
  await setRate(browser)
  await putRule(browser, ruleOf({ bound: minutes(25) }))
  await seedVisits(browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }])
  const page = await openDataPage(browser)
  const { path } = await exportBy(page, downloads, 'Export everything')
  await page.close()
  return path
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const old = useScene(launch)
  const scene = useScene(launch)

  test('a backup brings back the record, the rate and the limits, and nothing more is asked', async () => {
    const path = await movedAway(old.browser)
    const page = await openOwnPage(scene.browser, 'welcome.html')
    await click(page, 'I have a Zeitwert backup')
    await isAt(page, 'Bring your history with you')
    await chooseIn(page, path)
    expect(await flawsOf(page)).toEqual([])
    for (const width of [360, 1440]) {
      await resize(page, width, 900)
      expect(await tooWide(page)).toEqual([])
      expect(await tooSmall(page)).toEqual([])
    }
    await imported(page)
    await click(page, 'Continue')
    await isAt(page, 'Zeitwert is recording')
    const set = plain(await textOf(page, '.what-was-set'))
    expect(set).toContain('€36.00 an hour')
    expect(set).toContain('25 min a day')
    expect(await scene.browser.readDatabase('limits')).toHaveLength(1)
    await page.close()
  })
})
