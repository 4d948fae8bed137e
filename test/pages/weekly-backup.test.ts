/** What pages say of the weekly backup. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openDataPage, says } from '../e2e/data-page.ts'
import { until } from '../e2e/harness/until.ts'
import { textOf } from '../e2e/own-page.ts'
import { seedVisits } from '../e2e/seed.ts'
import { PLACES } from './harness/page-scene.ts'
import { markIn, startedDaysAgo, WORDS } from './weekly-backup-page.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()

  beforeAll(() => seedVisits(scene.browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }]))

  test('in the first week nothing is saved, and the settings say when the first one comes', async () => {
    const page = await openDataPage(scene.browser)
    await says(page, 'No backup yet. The first comes on or after ')
    // The page has looked: it has begun the first week.
    expect(await markIn(scene.browser)).toMatchObject({ files: [], trying: null })
    await page.close()
  })
})

describe.each(PLACES)('$name in German', ({ usePages }) => {
  const scene = usePages({ lang: 'de' })

  test('the backup is told in German', async () => {
    const { browser } = scene
    await scene.collectDownloads()
    await seedVisits(browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }])
    await startedDaysAgo(browser, 8)
    const page = await openDataPage(browser)
    await until('the page says it', async () => (await textOf(page, 'body'))?.includes(WORDS.de.saved))
    await says(page, 'Letzte Sicherung: ')
    expect(await textOf(page, 'body')).toContain(WORDS.de.stop)
    await page.close()
  })
})

describe.each(PLACES)('$name, asked for the permission to save downloads', ({ usePages }) => {
  const scene = usePages()

  test('a refusal is said at the checkbox, which stays off', async () => {
    const page = await openDataPage(scene.browser)
    // The dialog is the browser's own. This is what pages see of a refusal.
    await page.evaluate(() => {
      Object.assign(chrome.permissions, { request: async () => false })
    })
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#data .check input')].at(-1)?.click(),
    )
    await says(page, 'Without this permission, nothing was changed.')
    expect(
      await page.$$eval('#data .check input', (all) => all.map((one) => (one as HTMLInputElement).checked)),
    ).toEqual([true, false])
    await page.close()
  })
})
