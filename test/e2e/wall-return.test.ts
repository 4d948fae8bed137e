/** No page is lost because it was at the wall: after a restart of the browser, and with an update of the extension. */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LASTING_BROWSERS } from './harness/browsers.ts'
import { builtExtension } from './harness/built-extension.ts'
import { launchChromium } from './harness/chromium.ts'
import { launchFirefox } from './harness/firefox.ts'
import { evaluatePrivileged } from './harness/firefox-privileged.ts'
import { firefoxVersion, installInFirefox } from './harness/firefox-update.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { textOf } from './own-page.ts'
import { useLastingScene, useScene } from './scene.ts'
import { activate, CLOSED, FEED, putRule, tryToGo, walls, wallsAre } from './wall-scene.ts'

/** The address behind a wall, without the port of the stand-in server; undefined if the worker knows no wall there. */
const addressBehind = (browser: TestBrowser, tabId: number): Promise<string | undefined> =>
  browser.evaluate(async (id) => {
    const { guard } = await chrome.storage.session.get('guard')
    const known = (guard as { walls?: Record<number, { address: string }> } | undefined)?.walls ?? {}
    return known[id]?.address.replace(/^(https:\/\/[^/]+?):\d+\//, '$1/')
  }, tabId)

const OTHER_FEED = 'https://old.reddit.com/r/de'

const atWalls = async (browser: TestBrowser, addresses: readonly string[]): Promise<void> => {
  for (const [index, address] of addresses.entries()) {
    await tryToGo(browser, await browser.newPage(), address)
    await wallsAre(browser, index + 1)
  }
}

describe.each(LASTING_BROWSERS)('$name', ({ name, launch }) => {
  const scene = useLastingScene((options) =>
    launch({ ...options, persistent: true, args: name === 'Chromium' ? ['--restore-last-session'] : [] }),
  )

  test('after a restart, a wall in front goes to its page, and to a new wall if that is still closed', async () => {
    await putRule(scene.browser, CLOSED)
    await atWalls(scene.browser, [OTHER_FEED, FEED])
    await scene.browser.quit()
    await scene.startAgain()
    const { browser } = scene
    if (browser.name === 'firefox')
      await evaluatePrivileged(browser.driver, 'void SessionStore.restoreLastSession()')
    const restored = await wallsAre(browser, 2)
    const front = restored.find(({ active }) => active) ?? restored.at(-1)!
    await activate(browser, front.id)
    await until('the wall in front is new', async () => (await addressBehind(browser, front.id)) === FEED)
    await until('it says why it is here', async () => {
      const pages = await browser.driver.pages()
      const words = await Promise.all(pages.map((page) => textOf(page, 'h1').catch(() => null)))
      return words.includes('Closed for now.')
    })
  })

  test('after a restart, a wall in the background waits until it is in front', async () => {
    const { browser } = scene
    const behind = (await walls(browser)).find(({ active }) => !active)
    expect(await addressBehind(browser, behind!.id)).toBeUndefined()
    await activate(browser, behind!.id)
    await until('its wall is new', async () => (await addressBehind(browser, behind!.id)) === OTHER_FEED)
  })
})

/** Gives a copy of a build a newer version. */
async function raiseVersion(directory: string): Promise<void> {
  const path = `${directory}/manifest.json`
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object
  await writeFile(path, JSON.stringify({ ...manifest, version: '99.0' }))
}

/** Closes all pages of the extension, also the one that this runs in. */
const closeOwnPages = (browser: TestBrowser): Promise<void> =>
  browser.evaluate(async () => {
    const tabs = await chrome.tabs.query({})
    const own = tabs.filter(({ url }) => url?.startsWith(location.origin))
    setTimeout(() => void chrome.tabs.remove(own.map(({ id }) => id as number)))
  })

/** Without this, Chromium switches an unpacked extension off when it reloads. */
async function useDeveloperMode({ driver }: TestBrowser): Promise<void> {
  const page = await driver.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(update: object): Promise<void> }
    }
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
  })
  await page.close()
}

const updateWaits = (browser: TestBrowser) =>
  until('the update waits', () =>
    browser.evaluate(async () => (await chrome.storage.session.get('updateWaits'))['updateWaits'] === true),
  )

describe('with an update', () => {
  let directory: string
  beforeAll(async () => {
    directory = await temporaryDirectory('update')
    await cp(builtExtension('chrome-mv3'), `${directory}/chromium`, { recursive: true })
    await cp(builtExtension('firefox-mv3'), `${directory}/firefox`, { recursive: true })
    await raiseVersion(`${directory}/firefox`)
  })
  afterAll(() => removeDirectory(directory))

  describe('Chromium', () => {
    const scene = useScene((options) => launchChromium({ ...options, extensionDir: `${directory}/chromium` }))

    test('walls stay until the person leaves them, and the update is installed then', async () => {
      const { browser } = scene
      await useDeveloperMode(browser)
      await putRule(browser, CLOSED)
      await atWalls(browser, [FEED])
      await raiseVersion(`${directory}/chromium`)
      // The browser checks for updates of packed extensions alone, so the test announces this one in its place.
      const target = await browser.driver.waitForTarget((one) => one.type() === 'service_worker')
      const worker = await target.worker()
      await worker!.evaluate(() => {
        const event = chrome.runtime.onUpdateAvailable as unknown as { dispatch: (details: object) => void }
        event.dispatch({ version: '99.0' })
      })
      await updateWaits(browser)
      expect(await walls(browser)).toHaveLength(1)
      await closeOwnPages(browser)
      await until('the update is installed', async () => {
        const page = await browser.driver.newPage()
        // Nothing answers while the extension reloads.
        const version = await page
          .goto(browser.extensionUrl('manifest.json'))
          .then(() => page.evaluate(() => chrome.runtime.getManifest().version))
          .catch(() => null)
        await page.close()
        return version === '99.0'
      })
    })
  })

  describe('Firefox', () => {
    const scene = useScene((options) => launchFirefox({ ...options, persistent: true }))

    test('walls stay until the person leaves them, and the update is installed then', async () => {
      const { browser } = scene
      await putRule(browser, CLOSED)
      await atWalls(browser, [FEED])
      await browser.killWorker()
      expect(await installInFirefox(browser.driver, `${directory}/firefox`)).toBe('postponed')
      await updateWaits(browser)
      expect(await walls(browser)).toHaveLength(1)
      await closeOwnPages(browser)
      const version = () => firefoxVersion(browser.driver)
      await until('the update is installed', async () => (await version()) === '99.0')
    })
  })
})
