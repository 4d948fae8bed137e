/** A file carries what devices exchange between two browsers without a common account. More is in test/pages. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AreaHead } from '../../domain/devices/area-head'
import type { HeardDevice } from '../../domain/firewall/elsewhere'
import type { Opinion } from '../../domain/surface/opinion'
import { plain } from '../fixtures/plain.ts'
import { minutes } from '../fixtures/rules.ts'
import { chooseFile, idOf, openDevices, says, SETTINGS } from '../pages/devices-file-page.ts'
import { flawsOf } from './axe.ts'
import { launchChromium } from './harness/chromium.ts'
import { collectDownloads, type Downloads } from './harness/downloads.ts'
import { command, writeRows } from './harness/fill.ts'
import { launchFirefox } from './harness/firefox.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, fillIn, focused, openOwnPage, press, problemAt, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { personToday } from './seed.ts'
import { tooSmall, tooWide } from './usable.ts'
import { ruleOf } from './wall-scene.ts'

const RULE = ruleOf({ id: 'f00dfeed', targets: [{ type: 'site', site: 'reddit.com' }], bound: minutes(40) })
const OF_LAPTOP = 'a passphrase of the laptop'
const OF_DESK = 'another one of the desk'

const saltOf = async (browser: TestBrowser): Promise<string> => {
  const { zeitwert } = await browser.evaluate(() => chrome.storage.sync.get('zeitwert'))
  return (zeitwert as AreaHead).salt
}

const opinions = async (browser: TestBrowser) => (await browser.readDatabase('surfaces')) as Opinion[]

const useRow = (ms: number) => ({
  rule: RULE.id,
  day: personToday(),
  ms,
  opens: 1,
  amount: null,
  currency: null,
})

const heardOf = async (browser: TestBrowser, id: string) =>
  ((await browser.readDatabase('devices')) as HeardDevice[]).find((one) => one.id === id)

describe('a Chromium and a Firefox', () => {
  const laptop = useScene(launchChromium)
  const desk = useScene(launchFirefox)
  let directory: string
  let page: Page
  const downloads = {} as { laptop: Downloads; desk: Downloads }
  /** The desk’s file while it had a passphrase of its own. */
  let apart: string

  /** Saves a file on the page; returns a path that no later one takes. */
  const saved = async (on: Page, browser: TestBrowser, from: Downloads, as: string): Promise<string> => {
    await click(on, 'Save a file', '#devices')
    const name = `zeitwert-devices-${await idOf(browser)}.json`
    await says(on, `Your browser is saving ${name}.`)
    const { text } = await from.read(name)
    const path = join(directory, `${as}.json`)
    await writeFile(path, text)
    return path
  }
  const fresh = async () => {
    downloads.laptop = await collectDownloads(laptop.browser)
    downloads.desk = await collectDownloads(desk.browser)
  }

  beforeAll(async () => {
    directory = await temporaryDirectory('carried')
    await command(laptop.browser, 'changeSurface', { surface: 'duolingo.com', change: { kind: 'games' } })
    const stored = { id: RULE.id, createdAt: Date.now() - 600_000, rule: RULE, next: null, heals: null }
    await writeRows(laptop.browser, 'limits', [stored])
    await writeRows(laptop.browser, 'usage', [useRow(28 * 60_000)])
    await command(laptop.browser, 'recordChanged', null)
    await command(laptop.browser, 'connectDevices', { name: 'Laptop', passphrase: OF_LAPTOP })
    await command(desk.browser, 'connectDevices', { name: 'Desk', passphrase: OF_DESK })
  })
  afterEach(() => page.close())
  afterAll(() => removeDirectory(directory))

  test('a file asks for its passphrase: a wrong one says so and changes nothing, the right one brings all', async () => {
    await fresh()
    page = await openDevices(laptop.browser, 'Another browser or account')
    const path = await saved(page, laptop.browser, downloads.laptop, 'first')
    const text = await readFile(path, 'utf8')
    for (const name of ['reddit', 'duolingo', 'Laptop', RULE.id]) expect(text).not.toContain(name)
    await page.close()

    page = await openDevices(desk.browser, 'Another browser or account')
    await chooseFile(page, path)
    await says(page, 'Passphrase of the file')
    expect(await focused(page)).toBe('Passphrase of the file')
    expect(await flawsOf(page)).toEqual([])
    await fillIn(page, 'Passphrase', OF_DESK, '#devices .connect-form')
    await press(page, 'Bring in', '#devices .connect-form')
    await until('the field says so', async () =>
      (await problemAt(page, 'Passphrase', '#devices'))?.startsWith('That is not the right passphrase'),
    )
    expect(await focused(page)).toBe('Passphrase')
    expect(await desk.browser.readDatabase('limits')).toEqual([])
    expect(await desk.browser.readDatabase('devices')).toEqual([])

    await fillIn(page, 'Passphrase', OF_LAPTOP, '#devices .connect-form')
    await press(page, 'Bring in', '#devices .connect-form')
    await says(page, 'New from the file: what you said about 1 site, 1 rule, and use of rules on 1 device.')
    await says(page, 'Last file from Laptop: just now')
    // The passphrase is gone, and the focus is where the person began.
    expect(await focused(page)).toBe('Bring in a file')
    expect(await desk.browser.readDatabase('limits')).toMatchObject([{ id: RULE.id, rule: RULE }])
    expect(await opinions(desk.browser)).toEqual([{ surface: 'duolingo.com', kind: 'games' }])
    const heard = await heardOf(desk.browser, await idOf(laptop.browser))
    expect(heard).toMatchObject({ name: 'Laptop', use: { rows: [{ rule: RULE.id, ms: 28 * 60_000 }] } })
    // What the laptop said goes on from here, and not the laptop’s items.
    const keys = await desk.browser.evaluate(async () => Object.keys(await chrome.storage.sync.get(null)))
    expect(keys.filter((key) => key.includes('.use'))).toEqual([`zeitwert.${await idOf(desk.browser)}.use`])
    expect(keys.some((key) => key.includes('.words'))).toBe(true)
    expect(await flawsOf(page)).toEqual([])

    await chooseFile(page, path)
    await fillIn(page, 'Passphrase', OF_LAPTOP, '#devices .connect-form')
    await press(page, 'Bring in', '#devices .connect-form')
    await says(page, 'Nothing in the file was new.')
  })

  test('the way back brings the later word, and the use of both counts', async () => {
    await fresh()
    await command(desk.browser, 'changeSurface', { surface: 'duolingo.com', change: { kind: 'learning' } })
    await writeRows(desk.browser, 'usage', [useRow(11 * 60_000)])
    await command(desk.browser, 'recordChanged', null)
    page = await openDevices(desk.browser, 'Another browser or account')
    apart = await saved(page, desk.browser, downloads.desk, 'back')
    await page.close()

    page = await openDevices(laptop.browser, 'Another browser or account')
    await chooseFile(page, apart)
    await fillIn(page, 'Passphrase', OF_DESK, '#devices .connect-form')
    await press(page, 'Bring in', '#devices .connect-form')
    await says(page, 'New from the file: what you said about 1 site and use of rules on 1 device.')
    expect(await opinions(laptop.browser)).toEqual([{ surface: 'duolingo.com', kind: 'learning' }])
    expect(await heardOf(laptop.browser, await idOf(desk.browser))).toMatchObject({ name: 'Desk' })
    await laptop.browser.goto(page, laptop.browser.extensionUrl('dashboard.html#/firewall'))
    await until('the limit counts both', async () =>
      plain(await textOf(page, 'body'))?.includes('28 min here, 11 min on Desk'),
    )
  })

  test('a device that is not connected joins by a file, with the keyboard, and needs no passphrase from then on', async () => {
    await fresh()
    page = await openDevices(desk.browser, 'Another browser or account')
    await click(page, 'Disconnect this device', '#devices')
    await click(page, 'Disconnect', '#devices .sure')
    await says(page, 'Bring in a file from your other browser')
    await chooseFile(page, join(directory, 'first.json'))
    await says(page, 'This device joins the devices that the file comes from.')
    expect(await flawsOf(page)).toEqual([])
    await fillIn(page, 'Name of this device', 'Firefox', '#devices')
    await fillIn(page, 'Passphrase', OF_DESK, '#devices')
    await press(page, 'Connect', '#devices .connect-form')
    await until('the field says so', async () =>
      (await problemAt(page, 'Passphrase', '#devices'))?.startsWith('That is not the right passphrase'),
    )
    expect(await desk.browser.evaluate(() => chrome.storage.sync.get(null))).toEqual({})
    await fillIn(page, 'Passphrase', OF_LAPTOP, '#devices')
    await press(page, 'Connect', '#devices .connect-form')
    await says(page, 'This device is connected.')
    await says(page, 'Nothing in the file was new.')
    expect(await saltOf(desk.browser)).toBe(await saltOf(laptop.browser))
    await command(desk.browser, 'changeSurface', { surface: 'chess.com', change: { kind: 'games' } })
    const path = await saved(page, desk.browser, downloads.desk, 'joined')
    await page.close()

    page = await openDevices(laptop.browser, 'Another browser or account')
    await chooseFile(page, path)
    await says(page, 'New from the file: what you said about 1 site')
    expect((await opinions(laptop.browser)).map(({ surface }) => surface)).toContain('chess.com')
  })

  describe('with a folder of the person’s choice', () => {
    const FOLDER = 'Sync'

    /** Runs beside the extension: a real folder inside the profile. */
    const inFolder = (write: Record<string, string>) =>
      laptop.browser.evaluate(
        async (name, files) => {
          const folder = await (
            await navigator.storage.getDirectory()
          ).getDirectoryHandle(name, { create: true })
          for (const [file, text] of Object.entries(files)) {
            const stream = await (await folder.getFileHandle(file, { create: true })).createWritable()
            await stream.write(text)
            await stream.close()
          }
          const found: Record<string, string> = {}
          for await (const [key, handle] of (
            folder as unknown as { entries(): AsyncIterable<[string, FileSystemFileHandle]> }
          ).entries())
            // One that a page writes just now may be another one a moment later.
            found[key] = await handle
              .getFile()
              .then((file) => file.text())
              .catch(() => '')
          return found
        },
        FOLDER,
        write,
      )
    const ownName = async () => `zeitwert-devices-${await idOf(laptop.browser)}.json`

    test('each page writes the file of this device there, and reads those with its passphrase', async () => {
      await fresh()
      page = await openOwnPage(laptop.browser, 'dashboard.html#/settings/data')
      await page.evaluate((name) => {
        Object.assign(window, {
          showDirectoryPicker: async () =>
            (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
        })
      }, FOLDER)
      await click(page, 'Choose a folder', '#data')
      await until('the folder is chosen', async () =>
        (await textOf(page, '#data'))?.includes(`written to the folder “${FOLDER}”`),
      )
      await page.close()
      await command(desk.browser, 'changeSurface', { surface: 'lichess.org', change: { kind: 'games' } })
      page = await openDevices(desk.browser, 'Another browser or account')
      const text = await readFile(await saved(page, desk.browser, downloads.desk, 'synced'), 'utf8')
      await page.close()
      await inFolder({
        [`zeitwert-devices-${await idOf(desk.browser)}.json`]: text,
        'zeitwert-devices-00000000.json': '{"form',
      })

      page = await openOwnPage(laptop.browser, 'dashboard.html#/today')
      await until('the file was read', async () =>
        (await opinions(laptop.browser)).some(({ surface }) => surface === 'lichess.org'),
      )
      await until('its own file is there', async () => {
        const own = (await inFolder({}))[await ownName()]
        return own !== undefined && own.endsWith('}')
      })
    })

    test('a file with another passphrase is offered in the settings', async () => {
      const text = (await readFile(apart, 'utf8')).replace(
        `"device":"${await idOf(desk.browser)}"`,
        '"device":"0123abcd"',
      )
      await inFolder({ 'zeitwert-devices-0123abcd.json': text })
      page = await openDevices(laptop.browser, 'Files there with another passphrase:')
      await says(page, `Zeitwert saves this file in the folder “${FOLDER}”`)
      expect(await flawsOf(page)).toEqual([])
      await page.click('[aria-label="Bring in the file of device 0123abcd"]')
      await fillIn(page, 'Passphrase', OF_DESK, '#devices .connect-form')
      await press(page, 'Bring in', '#devices .connect-form')
      await says(page, 'Nothing in the file was new.')
      await until(
        'it is offered no more',
        async () => !(await textOf(page, '#devices'))?.includes('0123abcd'),
      )
    })

    test('who disconnects takes the file along, or is told that it stays', async () => {
      page = await laptop.browser.newPage()
      await page.evaluateOnNewDocument(() => {
        Object.assign(FileSystemHandle.prototype, { queryPermission: async () => 'prompt' })
      })
      await laptop.browser.goto(page, laptop.browser.extensionUrl(SETTINGS))
      await click(page, 'Disconnect this device', '#devices')
      await click(page, 'Disconnect', '#devices .sure')
      await says(page, `${await ownName()} is still in the folder “${FOLDER}”`)
      await page.close()
      await command(laptop.browser, 'connectDevices', { name: 'Laptop', passphrase: OF_LAPTOP })

      page = await openDevices(laptop.browser, 'Another browser or account')
      await click(page, 'Disconnect this device', '#devices')
      await click(page, 'Disconnect', '#devices .sure')
      await says(page, 'Bring in a file from your other browser')
      await until('the file is gone', async () => !Object.keys(await inFolder({})).includes(await ownName()))
      expect(await textOf(page, '#devices')).not.toContain('is still in the folder')
    })

    test('erasing everything takes the file along', async () => {
      await command(laptop.browser, 'connectDevices', { name: 'Laptop', passphrase: OF_LAPTOP })
      page = await openOwnPage(laptop.browser, 'dashboard.html#/settings/data')
      const name = await ownName()
      await until('the file is there', async () => name in (await inFolder({})))
      await click(page, 'Erase everything', '#data')
      await fillIn(page, 'To confirm, type “erase”', 'erase', '#data')
      await click(page, 'Erase everything', '#data form')
      await until('all is erased', async () => (await textOf(page, '#data'))?.includes('was erased'))
      expect(await inFolder({})).not.toHaveProperty([name])
      expect(await textOf(page, '#data')).not.toContain('is still in the folder')
    })
  })
})

describe.each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
] as const)('%s in German', (_name, launch) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the part fits a phone', async () => {
    let page = await openDevices(scene.browser, 'Datei deines anderen Browsers einlesen')
    await resize(page, 360, 900)
    expect(await tooWide(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    await page.close()
    await command(scene.browser, 'connectDevices', { name: 'Schreibtisch', passphrase: OF_DESK })
    page = await openDevices(scene.browser, 'Anderer Browser oder anderes Konto')
    await resize(page, 360, 900)
    await click(page, 'Datei speichern', '#devices')
    await says(page, 'Dein Browser speichert zeitwert-devices-')
    expect(await tooWide(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
