/** Backups of other devices: looked for in a folder, and what the Data section says of the folder for backups. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BackupMark, freshMark } from '../../domain/file/weekly-backup.ts'
import { DAY_MS } from '../../domain/time/local-time.ts'
import { flawsOf } from './axe.ts'
import { openDataPage, says } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { click, fillIn, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits } from './seed.ts'
import { tooSmall, tooWide } from './usable.ts'

const OTHER = 'zeitwert-2026-11-01-0123abcd.json'
const FOUND = 'Device 0123abcd, Nov 1, 2026'
const NONE = 'There is no backup of another device in this folder.'

/** Chooses a folder with these files. Stands in for the browser's own dialog, which no page can see. */
const chooseFolder = (page: Page, names: readonly string[]) =>
  page.$eval(
    '#data input[webkitdirectory]',
    (input, all) => {
      const chosen = new DataTransfer()
      for (const name of all) chosen.items.add(new File(['{}'], name))
      const folder = input as HTMLInputElement
      folder.files = chosen.files
      folder.dispatchEvent(new Event('change', { bubbles: true }))
      return folder.files?.length
    },
    names,
  )

/** From now on each look waits, until it may end or fails. */
const holdLooks = (page: Page) =>
  page.evaluate(() => {
    const { request } = navigator.locks
    Object.assign(navigator.locks, {
      request: (...given: Parameters<typeof request>) =>
        new Promise((resolve, reject) =>
          Object.assign(window, {
            endLook: () => resolve(request.apply(navigator.locks, given)),
            failLook: () => reject(new Error('No.')),
          }),
        ),
    })
  })

const letLook = (page: Page, end: 'endLook' | 'failLook') =>
  page.evaluate((name) => (window as unknown as Record<string, () => void>)[name]?.(), end)

const sectionOf = async (page: Page) => (await textOf(page, '#data')) ?? ''

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  afterEach(() => page.close())

  test('a folder is looked at each time that it is chosen, and the device is named', async () => {
    page = await openDataPage(scene.browser)
    const { device } = await scene.browser.evaluate(() => chrome.storage.local.get('device'))
    await says(page, `This device: ${String(device)}`)
    await says(page, 'nothing leaves your device')
    const own = `zeitwert-2026-11-02-${String(device)}.json`
    // Nothing is chosen any more, so that the browser tells of the same folder again.
    expect(await chooseFolder(page, [own, OTHER])).toBe(0)
    await says(page, FOUND)
    expect(await sectionOf(page)).not.toContain(`Device ${String(device)}`)
    await chooseFolder(page, [own])
    await says(page, NONE)
    expect(await sectionOf(page)).not.toContain(FOUND)
    await chooseFolder(page, [own, OTHER])
    await says(page, FOUND)
    expect(await sectionOf(page)).not.toContain(NONE)
  })

  test('that there is no backup is said once the look has ended, and not when it fails', async () => {
    page = await openDataPage(scene.browser)
    await says(page, 'This device: ')
    await holdLooks(page)
    await chooseFolder(page, ['other.txt'])
    expect(await sectionOf(page)).not.toContain(NONE)
    await letLook(page, 'endLook')
    await says(page, NONE)
    await chooseFolder(page, [OTHER])
    await letLook(page, 'failLook')
    await until('the page says that it failed', () => page.$('#data .trouble'))
    expect(await sectionOf(page)).not.toContain(NONE)
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the parts fit a phone', async () => {
    const page = await openDataPage(scene.browser)
    await says(page, 'Dieses Gerät: ')
    await says(page, 'Sicherungen in einem Ordner suchen')
    await resize(page, 360, 900)
    expect(await tooWide(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})

const FOLDER = 'Sync'

describe('Chromium, with a folder of the person’s choice', () => {
  const scene = useScene(BROWSERS[0]!.launch)
  let page: Page

  /** A real folder inside the profile, which the browser's dialog would give. It holds a file of another device. */
  const chooseForBackups = async () => {
    await page.evaluate(
      (name, file) => {
        const choose = async () => {
          const folder = await (
            await navigator.storage.getDirectory()
          ).getDirectoryHandle(name, { create: true })
          const stream = await (await folder.getFileHandle(file, { create: true })).createWritable()
          await stream.write('{}')
          await stream.close()
          return folder
        }
        Object.assign(window, { showDirectoryPicker: choose })
      },
      FOLDER,
      OTHER,
    )
    await click(page, 'Choose a folder', '#data')
    await says(page, `written to the folder “${FOLDER}”`)
    // The first backup is written at once. A mark that a test sets must not come before its own.
    await until('the first backup is marked', async () => {
      const { backups } = await scene.browser.evaluate(() => chrome.storage.local.get('backups'))
      const { files, trying } = backups as BackupMark
      return trying === null && files.some(({ folder }) => folder === FOLDER)
    })
  }
  const setMark = (since: number) =>
    scene.browser.evaluate((backups) => chrome.storage.local.set({ backups }), freshMark(since))
  const saysDownloads = () => says(page, 'saves one file with everything to your downloads')

  beforeAll(() => seedVisits(scene.browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }]))
  // A backup of the test before would count as the first one.
  beforeEach(() => setMark(Date.now()))
  afterEach(() => page?.close())

  test('a folder just chosen is looked at, and each hint says where backups go', async () => {
    page = await openDataPage(scene.browser)
    await says(page, 'Backups then go to the folder Zeitwert in your downloads, and')
    await chooseForBackups()
    await says(page, FOUND)
    await says(page, `Besides those in “${FOLDER}”`)
    await click(page, 'Save to downloads instead', '#data')
    await saysDownloads()
    await until('nothing of the folder is shown', async () => !(await sectionOf(page)).includes(FOUND))
  })

  test('forgotten in the notice of a closed folder, it is not shown as chosen any more', async () => {
    page = await openDataPage(scene.browser)
    await chooseForBackups()
    await setMark(Date.now() - 8 * DAY_MS)
    await page.close()
    page = await scene.browser.newPage()
    await page.evaluateOnNewDocument(() => {
      Object.assign(FileSystemHandle.prototype, { queryPermission: async () => 'prompt' })
    })
    await scene.browser.goto(page, scene.browser.extensionUrl('dashboard.html#/settings/data'))
    await says(page, `written to the folder “${FOLDER}”`)
    await click(page, 'Save to downloads instead', '.notice')
    await saysDownloads()
  })

  /** Whether backups may also be saved while no page is open. */
  const isAlwaysOn = () =>
    page.$$eval('#data .check input', (all) => (all.at(-1) as HTMLInputElement | undefined)?.checked)

  test('erased with everything, neither it nor the permission is shown, and the device has a new name', async () => {
    page = await openDataPage(scene.browser)
    await chooseForBackups()
    // The dialog is the browser's own. This is what pages see of a permission that is given and taken back.
    await page.evaluate(() => {
      let isGiven = false
      Object.assign(chrome.permissions, {
        contains: async () => isGiven,
        request: async () => (isGiven = true),
        remove: async () => !(isGiven = false),
      })
    })
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#data .check input')].at(-1)?.click(),
    )
    await until('the permission is shown', isAlwaysOn)
    const { device } = await scene.browser.evaluate(() => chrome.storage.local.get('device'))
    await says(page, `This device: ${String(device)}`)
    await click(page, 'Erase everything', '#data')
    await fillIn(page, 'To confirm, type “erase”', 'erase', '#data')
    await click(page, 'Erase everything', '#data form')
    await says(page, 'Everything was erased.')
    await saysDownloads()
    await until('the permission is not shown', async () => (await isAlwaysOn()) === false)
    await until('the device is named anew', async () => {
      const words = await sectionOf(page)
      return /This device: [\da-f]{8}/.test(words) && !words.includes(String(device))
    })
  })
})
