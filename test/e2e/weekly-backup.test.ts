/** The weekly backup: saved by pages, the popup and the worker, also into a folder. The rest is in test/pages. */
import { cp, readFile, writeFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY_MS } from '../../domain/time/local-time.ts'
import { contentOf } from '../fixtures/export.ts'
import { markIn, startedDaysAgo, WORDS } from '../pages/weekly-backup-page.ts'
import { flawsOf } from './axe.ts'
import { openDataPage, says } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { builtExtension } from './harness/built-extension.ts'
import { collectDownloads, type Downloads, namedDownloads } from './harness/downloads.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, storedSettings } from './seed.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let downloads: Downloads
  let page: Page

  /** Waits for the file that the mark names. */
  const savedFile = async () => {
    const last = await until('a backup is marked', async () => (await markIn(scene.browser))?.files.at(-1))
    return downloads.read(last.name)
  }

  beforeAll(() => seedVisits(scene.browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }]))
  beforeEach(async () => {
    downloads = await collectDownloads(scene.browser)
  })
  afterEach(async () => {
    if (page && !page.isClosed()) await page.close()
  })

  test('a week later the popup saves one file with everything, and says so', async () => {
    await startedDaysAgo(scene.browser, 8)
    const popup = await scene.browser.openPopup()
    const { text } = await savedFile()
    const { days, settings } = contentOf(text)
    expect(settings).not.toBeNull()
    expect(days.flatMap(({ surfaces }) => surfaces)).toContain('coursera.org')
    await until('the popup says it', async () =>
      (await popup.evaluate((view) => view.document.body.textContent)).includes(WORDS.en.saved),
    )
    await popup.close()
  })

  test('the dashboard saves the next one, and one click stops them', async () => {
    await startedDaysAgo(scene.browser, 8)
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
})

const FOLDER = 'Sync'

describe('Chromium, with a folder of the person’s choice', () => {
  const scene = useScene(BROWSERS[0]!.launch)
  let page: Page

  /** Stands in for the browser's own dialog, which no page can see: a real folder, inside the profile. */
  const withPicker = () =>
    page.evaluate((name) => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
      })
    }, FOLDER)

  const namesInFolder = () =>
    scene.browser.evaluate(async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name)
      const names: string[] = []
      for await (const key of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(key)
      return names.toSorted()
    }, FOLDER)

  const write = (file: string, text: string) =>
    page.evaluate(
      async (name, as, content) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name)
        const stream = await (await folder.getFileHandle(as, { create: true })).createWritable()
        await stream.write(content)
        await stream.close()
      },
      FOLDER,
      file,
      text,
    )

  /** The file of this device that a page has written; it is the only one of today. */
  const ownFile = () =>
    until('a backup is in the folder', async () => {
      const { device } = await scene.browser.evaluate(() => chrome.storage.local.get('device'))
      const own = (await namesInFolder()).filter((name) => name.endsWith(`-${String(device)}.json`))
      return own.at(-1)
    })

  beforeAll(() => seedVisits(scene.browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }]))
  afterEach(() => page?.close())

  test('each day one file is written there in silence, and the newest five stay', async () => {
    page = await openDataPage(scene.browser)
    await withPicker()
    await click(page, 'Choose a folder', '#data')
    await says(page, `written to the folder “${FOLDER}”`)
    await says(page, `to the folder “${FOLDER}” as ${await ownFile()}`)
    const { device } = await scene.browser.evaluate(() => chrome.storage.local.get('device'))
    for (const day of [1, 2, 3, 4, 5, 6]) await write(`zeitwert-2020-01-0${day}-${String(device)}.json`, '{}')
    await page.close()

    await startedDaysAgo(scene.browser, 2)
    page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await until('the oldest are gone', async () => (await namesInFolder()).length === 5)
    expect(await ownFile()).toContain(String(device))
    expect(await textOf(page, 'body')).not.toContain(WORDS.en.saved)
    await page.close()
    page = await openDataPage(scene.browser)
    await says(page, `to the folder “${FOLDER}” as zeitwert-`)
    expect(await flawsOf(page)).toEqual([])
  })

  test('the backup of another device is offered and brought in', async () => {
    page = await openDataPage(scene.browser)
    const own = await ownFile()
    const text = await page.evaluate(
      async (name, file) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name)
        return (await (await folder.getFileHandle(file)).getFile()).text()
      },
      FOLDER,
      own,
    )
    await write('zeitwert-2026-11-01-0123abcd.json', text.replaceAll('coursera.org', 'duolingo.com'))
    await page.close()
    page = await openDataPage(scene.browser)
    await says(page, 'Device 0123abcd, Nov 1, 2026')
    await click(page, 'Bring in', '#data')
    await until('the preview is on screen', () => page.$('#data .import-question'))
    await click(page, 'Import', '#data .import-question')
    await says(page, 'The file was imported.')
  })

  test('on a full disk nothing is saved, and the page says so', async () => {
    await startedDaysAgo(scene.browser, 8)
    page = await scene.browser.newPage()
    await page.evaluateOnNewDocument(() => {
      Object.assign(chrome.storage.local, { set: () => Promise.reject(new Error('QuotaExceededError')) })
    })
    const before = await namesInFolder()
    await scene.browser.goto(page, scene.browser.extensionUrl('dashboard.html#/today'))
    await until('the page says it', async () =>
      (await textOf(page, 'body'))?.includes('The backup could not be saved.'),
    )
    expect(await namesInFolder()).toEqual(before)
    expect(await markIn(scene.browser)).toEqual({ since: expect.any(Number), files: [], trying: null })
  })

  test('where the browser asks again, the page says so, and a click goes back to the downloads', async () => {
    const downloads = await collectDownloads(scene.browser)
    await startedDaysAgo(scene.browser, 8)
    page = await scene.browser.newPage()
    await page.evaluateOnNewDocument(() => {
      Object.assign(FileSystemHandle.prototype, { queryPermission: async () => 'prompt' })
    })
    await scene.browser.goto(page, scene.browser.extensionUrl('dashboard.html#/today'))
    await until('the page says it', async () =>
      (await textOf(page, 'body'))?.includes(`write backups to the folder “${FOLDER}”`),
    )
    await click(page, 'Save to downloads instead')
    await until('it is saved', async () => (await textOf(page, 'body'))?.includes(WORDS.en.saved))
    const { files } = await markIn(scene.browser)
    expect((await downloads.read(files.at(-1)!.name)).text).toContain('coursera.org')
  })
})

/** Copies of the builds with the optional permissions given, as after a click in the settings and one in the browser. */
describe('with the permission to save downloads', () => {
  let directory: string
  beforeAll(async () => {
    directory = await temporaryDirectory('permitted')
    for (const build of ['chrome-mv3', 'firefox-mv3'] as const) {
      await cp(builtExtension(build), `${directory}/${build}`, { recursive: true })
      const path = `${directory}/${build}/manifest.json`
      const {
        permissions,
        optional_permissions: optional,
        ...rest
      } = JSON.parse(await readFile(path, 'utf8')) as {
        permissions: string[]
        optional_permissions: string[]
      }
      await writeFile(path, JSON.stringify({ ...rest, permissions: [...permissions, ...optional] }))
    }
  })
  afterAll(() => removeDirectory(directory))

  describe.each(BROWSERS)('$name', ({ name, launch }) => {
    const build = name === 'Firefox' ? 'firefox-mv3' : 'chrome-mv3'
    const downloaded = namedDownloads()
    const scene = useScene(async ({ env, ...options }) =>
      launch({
        ...options,
        extensionDir: `${directory}/${build}`,
        env: { ...env, ...(await downloaded).env },
      }),
    )

    /** As if the alarm of a backup that is due came now. */
    const alarm = (since: number) =>
      scene.browser.evaluate(async (at) => {
        await chrome.storage.local.set({ backups: { since: at, files: [], trying: null } })
        await chrome.alarms.create('backup', { when: Date.now() + 50 })
      }, since)

    test('the worker saves a backup into a folder of its own while no page is open, and sets the next alarm', async () => {
      const { browser } = scene
      const downloads = await (await downloaded).collect(browser)
      await seedVisits(browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }])
      await alarm(Date.now() - 30 * DAY_MS)
      const last = await until('a backup is marked', async () => (await markIn(browser)).files.at(-1))
      expect(last.folder).toBe('Zeitwert')
      const { path, text } = await downloads.read(last.name)
      expect(contentOf(text).days.flatMap(({ surfaces }) => surfaces)).toContain('coursera.org')
      expect(path).toContain('/Zeitwert/')
      await until('the next one is due in a week', async () => {
        const next = await browser.evaluate(
          async () => (await chrome.alarms.get('backup'))?.scheduledTime ?? 0,
        )
        return Math.abs(next - Date.now() - 7 * DAY_MS) < 60_000
      })
    })

    test('the settings say where it went', async () => {
      const page = await openDataPage(scene.browser)
      await says(page, 'to the folder “Zeitwert” as zeitwert-')
      expect(
        await page.$$eval('#data .check input', (all) => all.map((one) => (one as HTMLInputElement).checked)),
      ).toEqual([true, true])
      await page.close()
    })
  })
})
