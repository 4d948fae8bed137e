/** The weekly backup: saved when the popup or the dashboard is opened, told, and switched off with one click. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BackupMark } from '../../domain/file/weekly-backup.ts'
import { DAY_MS } from '../../domain/time/local-time.ts'
import { contentOf } from '../fixtures/export.ts'
import { flawsOf } from './axe.ts'
import { openDataPage, says } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads, type Downloads } from './harness/downloads.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, storedSettings } from './seed.ts'

const WORDS = {
  en: { saved: 'Your weekly backup is in your downloads', stop: 'Stop weekly backups' },
  de: {
    saved: 'Deine wöchentliche Sicherung liegt in deinen Downloads',
    stop: 'Keine wöchentlichen Sicherungen mehr',
  },
} as const

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let downloads: Downloads
  let page: Page

  const mark = () =>
    scene.browser.evaluate(async () => (await chrome.storage.local.get('backups'))['backups'] as BackupMark)

  /** As if Zeitwert had first been opened some days ago. */
  const startedDaysAgo = (days: number) =>
    scene.browser.evaluate(
      (since) => chrome.storage.local.set({ backups: { since, last: null } }),
      Date.now() - days * DAY_MS,
    )

  /** Waits for the file that the mark names. */
  const savedFile = async () => {
    const { last } = await until('a backup is marked', async () => {
      const known = await mark()
      return known?.last ? known : null
    })
    return downloads.read(last!.name)
  }

  beforeAll(() => seedVisits(scene.browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }]))
  beforeEach(async () => {
    downloads = await collectDownloads(scene.browser)
  })
  afterEach(() => page?.close())

  test('in the first week nothing is saved, and the settings say when the first one comes', async () => {
    page = await openDataPage(scene.browser)
    await says(page, 'No backup yet. The first comes on ')
    expect((await mark()).last).toBeNull()
  })

  test('a week later the popup saves one file with everything, and says so', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await startedDaysAgo(8)
    const popup = await scene.browser.openPopup()
    const { text } = await savedFile()
    const { days, settings } = contentOf(text)
    expect(settings).not.toBeNull()
    expect(days.flatMap(({ surfaces }) => surfaces)).toContain('coursera.org')
    await until('the popup says it', async () =>
      (await popup.evaluate((view) => view.document.body.textContent)).includes(WORDS.en.saved),
    )
    await popup.close()
    expect(await textOf(page, 'main')).not.toContain(WORDS.en.saved)
  })

  test('the dashboard saves the next one, and one click stops them', async () => {
    await startedDaysAgo(8)
    page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await savedFile()
    await until('the dashboard says it', async () => (await textOf(page, 'body'))?.includes(WORDS.en.saved))
    expect(await flawsOf(page)).toEqual([])
    await click(page, WORDS.en.stop)
    await until('backups are off', async () => (await storedSettings(scene.browser)).weeklyBackup === false)
    expect(await textOf(page, 'body')).not.toContain(WORDS.en.saved)
    await page.close()

    page = await openDataPage(scene.browser)
    await says(page, 'Last backup: ')
    expect(await page.$eval('#data .check input', (box) => (box as HTMLInputElement).checked)).toBe(false)
    expect(await flawsOf(page)).toEqual([])
  })

  test('switched off, nothing is saved a week later', async () => {
    await startedDaysAgo(8)
    page = await openDataPage(scene.browser)
    await says(page, 'No backup yet.')
    expect((await mark()).last).toBeNull()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the backup is told in German', async () => {
    const { browser } = scene
    await collectDownloads(browser)
    await seedVisits(browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }])
    await browser.evaluate(
      (since) => chrome.storage.local.set({ backups: { since, last: null } }),
      Date.now() - 8 * DAY_MS,
    )
    const page = await openDataPage(browser)
    await until('the page says it', async () => (await textOf(page, 'body'))?.includes(WORDS.de.saved))
    await says(page, 'Letzte Sicherung: ')
    expect(await textOf(page, 'body')).toContain(WORDS.de.stop)
  })
})
