/** A damaged database is replaced by the browser in silence. Zeitwert says so, and limits hold. */
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { LASTING_BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'
import { recording, useLastingScene } from './scene.ts'
import { seedVisits } from './seed.ts'
import { CLOSED, FEED, putRule, tryToGo, wallsAre } from './wall-scene.ts'

const START_OF_FILE = 4096

/** Overwrites the first 4 kB of the files of the extension's database. Returns how many. */
async function damage(profile: string): Promise<number> {
  const isOurs = (path: string) =>
    /IndexedDB\/chrome-extension_[^/]+\.indexeddb\.leveldb\/|moz-extension\+\+\+[^/^]+\/idb\/[^/]+\.sqlite$/.test(
      path,
    )
  const files = (await readdir(profile, { recursive: true })).filter(isOurs)
  for (const file of files) {
    const path = join(profile, file)
    if (!(await stat(path)).isFile()) continue
    const { size } = await stat(path)
    if (file.endsWith('.sqlite')) await rm(`${path}-wal`, { force: true })
    await writeFile(path, Buffer.alloc(Math.min(size, START_OF_FILE), 'x'), { flag: 'r+' })
  }
  return files.length
}

describe.each(LASTING_BROWSERS)('$name', ({ launch }) => {
  const scene = useLastingScene(launch)
  const title = () => scene.browser.evaluate(() => chrome.action.getTitle({}))

  test('after damage the icon, the popup and the dashboard say so, limits hold, and it can be acknowledged', async () => {
    await seedVisits(scene.browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }])
    await putRule(scene.browser, CLOSED)
    await scene.browser.kill()
    expect(await damage(scene.userDataDir())).toBeGreaterThan(0)
    await scene.startAgain()

    const page = await scene.browser.newPage()
    await scene.browser.goto(page, 'https://www.zeit.de/')
    await recording(scene.browser, 'zeit.de')
    await until('the icon says that something was lost', async () => (await title()).includes('lost'))
    expect(await scene.browser.readDatabase('spans')).toEqual([])

    const rules = (await scene.browser.readDatabase('limits')) as StoredRule[]
    expect(rules.map(({ rule }) => rule.strictness)).toEqual(['lock'])
    await tryToGo(scene.browser, page, FEED)
    await wallsAre(scene.browser, 1)

    const popup = await scene.browser.openPopup()
    const words = await until('the popup says what was lost', () =>
      popup.evaluate((view) => view.document.querySelector('.notice.loss')?.textContent),
    )
    expect(words).toContain('Your limits still apply')
    await popup.close()

    const dashboard = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await click(dashboard, 'Import a file', '.notice.loss')
    await until('the section Data is shown', () => textOf(dashboard, '#data h2'))
    await click(dashboard, 'Got it', '.notice.loss')
    await until('the notice is gone', async () => (await textOf(dashboard, '.notice.loss')) === null)
    await until('the icon is as usual', async () => (await title()) === 'Zeitwert')

    await scene.browser.kill()
    await scene.startAgain()
    await scene.browser.goto(await scene.browser.newPage(), 'https://www.zeit.de/')
    await recording(scene.browser, 'zeit.de')
    expect(await title()).toBe('Zeitwert')
  })
})
