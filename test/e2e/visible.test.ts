/** What is visible is in front for rules: split views, windows side by side, pictures in picture. */
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { UsageRow } from '../../domain/firewall/usage-row.ts'
import { BEAT_MS } from '../../domain/record/attention.ts'
import { minutes } from '../fixtures/rules.ts'
import { BROWSERS } from './harness/browsers.ts'
import { launchChromium } from './harness/chromium.ts'
import { type Display, startDisplay } from './harness/display.ts'
import { command } from './harness/fill.ts'
import { evaluatePrivileged } from './harness/firefox-privileged.ts'
import { SOUND } from './harness/sound.ts'
import { type StandInServer, startStandInServer } from './harness/stand-in-server.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click } from './own-page.ts'
import { openSpan, pass, recording, useScene } from './scene.ts'
import {
  CLOSED,
  closeTab,
  endRules,
  FEED,
  putRule,
  ruleOf,
  tabsNow,
  tryToGo,
  wallPage,
  wallsAre,
} from './wall-scene.ts'

const DOCS = 'https://www.coursera.org/'
/** A page with a button that opens a picture in picture with a text field in it. */
const PICTURE = `<button>Picture</button><script>
document.querySelector('button').onclick = async () => {
  const small = await documentPictureInPicture.requestWindow({ width: 400, height: 300 })
  small.document.body.innerHTML = '<h1>small</h1>'
}
</script>`
const RIGHT = { left: 640, top: 0, width: 640, height: 700 }
const LEFT = { left: 0, top: 0, width: 640, height: 700 }

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const scene = useScene(launch, { pages: { 'www.tiktok.com/': PICTURE, 'www.instagram.com/': SOUND } })

  const removeRules = () => endRules(scene.browser)
  /** Closes every page of a test. A wall goes back to its page when its rule is removed, so that one look may miss it. */
  const closePages = async () => {
    const { browser } = scene
    const left = (await tabsNow(browser)).filter(({ url }) =>
      /coursera|reddit|instagram|tiktok|wall\.html/.test(url),
    )
    for (const { id } of left) await closeTab(browser, id)
    return left.length === 0
  }
  afterEach(async () => {
    await until('the walls are closed', closePages)
    await removeRules()
    await until('no page is left', closePages)
  })

  const usedMs = async () => {
    const rows = (await scene.browser.readDatabase('usage')) as UsageRow[]
    return rows.reduce((sum, { ms }) => sum + ms, 0)
  }

  const look = () => command(scene.browser, 'recordChanged', null)

  /** Sets a rule about feeds, and expects that it uses six seconds at the pace of the clock. */
  const usesSixSeconds = async () => {
    await putRule(scene.browser, ruleOf({ bound: minutes(30) }))
    const since = Date.now()
    const before = await usedMs() // a new rule has used what was recorded earlier
    await pass(6)
    await look()
    const used = (await usedMs()) - before
    expect(used).toBeGreaterThanOrEqual(5000)
    expect(used).toBeLessThanOrEqual(Date.now() - since + 1000)
  }

  const tabAt = (host: string) =>
    until(`a tab is at ${host}`, async () =>
      (await tabsNow(scene.browser)).find(({ url }) => url.includes(host)),
    )

  /** Makes a split view of a feed and of a page of learning beside it, which has the focus. */
  const splitView = async () => {
    const { browser } = scene
    const feed = await browser.newPage()
    await browser.goto(feed, FEED)
    const docs = await browser.newPage()
    await browser.goto(docs, DOCS)
    const ids = [(await tabAt('reddit.com')).id, (await tabAt('coursera.org')).id] as const
    if (name === 'Chromium') {
      await browser.evaluate((a, b) => chrome.tabs.createSplit([a, b]), ...ids)
    } else {
      const tabs = `gBrowser.tabs.filter((tab) => /reddit|coursera/.test(tab.linkedBrowser.currentURI.spec))`
      await evaluatePrivileged(browser.driver, `void gBrowser.addTabSplitView(${tabs})`)
    }
    await until('both are in one split view', async () => {
      const [a, b] = await browser.evaluate(
        (...both) => Promise.all(both.map(async (id) => (await chrome.tabs.get(id)).splitViewId)),
        ...ids,
      )
      return a === b && a !== -1
    })
    expect((await tabsNow(browser)).find(({ id }) => id === ids[0])?.active).toBe(false)
    return feed
  }

  test('the half of a split view without focus uses up its rule, and the record has the other half', async () => {
    const { browser } = scene
    await splitView()
    await usesSixSeconds()
    expect((await openSpan(browser))?.surface).toBe('coursera.org')
  })

  test('the half of a split view without focus is walled at once', async () => {
    const { browser } = scene
    await splitView()
    await putRule(browser, CLOSED)
    const [wall] = await wallsAre(browser, 1)
    expect(wall?.active).toBe(false)
  })

  test('a feed that comes into a split view under a lock is walled at once', async () => {
    const { browser } = scene
    await putRule(browser, CLOSED)
    const feed = await splitViewOfBlank()
    await tryToGo(browser, feed, FEED)
    await wallsAre(browser, 1)
  })

  /** A split view whose half without focus is blank. */
  const splitViewOfBlank = async () => {
    const { browser } = scene
    await removeRules()
    const page = await splitView()
    await browser.goto(page, 'https://www.example.org/')
    await putRule(browser, CLOSED)
    return page
  }

  test('a feed that is heard behind another tab uses up its rule, and the record has the page in front', async () => {
    const { browser } = scene
    const feed = await browser.newPage()
    await browser.goto(feed, 'https://www.instagram.com/')
    const { id } = await tabAt('instagram.com')
    await until('the feed is heard', () =>
      browser.evaluate(async (tab) => (await chrome.tabs.get(tab)).audible, id),
    )
    await browser.goto(await browser.newPage(), DOCS)
    await recording(browser, 'coursera.org')
    await usesSixSeconds()
    expect((await openSpan(browser))?.surface).toBe('coursera.org')
  })

  /** Two windows: a feed, and a page of learning in front. */
  const twoWindows = async () => {
    const { browser } = scene
    const feed = await browser.newPage()
    await browser.goto(feed, FEED)
    const { windowId } = await tabAt('reddit.com')
    const docs = await browser.driver.newPage({ type: 'window' })
    await browser.goto(docs, DOCS)
    const front = (await tabAt('coursera.org')).windowId
    await recording(browser, 'coursera.org')
    /** Changes a window, and waits for the window manager, which takes its time. */
    const place = async (id: number, to: { state: string } | typeof LEFT) => {
      await browser.evaluate((one, change) => chrome.windows.update(one, change as object), id, to)
      await until(`window ${id} is ${JSON.stringify(to)}`, async () => {
        const window = await browser.evaluate((one) => chrome.windows.get(one), id)
        // Firefox may make it smaller.
        return 'state' in to
          ? window.state === to.state
          : window.left === to.left && window.width! <= to.width
      })
    }
    return { feed: windowId, front, place }
  }

  test('a feed in a window beside the one in front uses up its rule', async () => {
    const { browser } = scene
    const { feed, front, place } = await twoWindows()
    for (const id of [feed, front]) await place(id, { state: 'normal' })
    await place(feed, LEFT)
    await place(front, RIGHT)
    await usesSixSeconds()
    expect((await openSpan(browser))?.surface).toBe('coursera.org')
  })

  test('a feed in a window wholly behind the one in front, or in a minimised one, uses nothing', async () => {
    const { browser } = scene
    const { feed, front, place } = await twoWindows()
    await place(front, { state: 'maximized' })
    await putRule(browser, ruleOf({ bound: minutes(30) }))
    await usesNothing()
    await place(feed, { state: 'minimized' })
    await usesNothing()
  })

  /** Expects that the time of at least one beat is recorded from now on, and that no rule uses any of it. */
  const usesNothing = async () => {
    const { browser } = scene
    await look()
    const before = await usedMs()
    await recording(browser, 'coursera.org')
    const { end } = (await openSpan(browser))!
    await until('a beat has passed', async () => (await openSpan(browser))!.end - end >= BEAT_MS, 20_000)
    await look()
    expect(await usedMs()).toBe(before)
  }

  test.runIf(name === 'Chromium')('a picture in picture is the page that opened it', async () => {
    const { browser } = scene
    const page = await openPicture()
    await recording(browser, 'tiktok.com')
    await tabsWithPicture(2)
    const other = await browser.driver.newPage()
    const { windowId } = await tabAt('tiktok.com')
    await browser.goto(other, DOCS)
    await browser.evaluate((id) => chrome.windows.update(id, { focused: true }), windowId)
    await recording(browser, 'coursera.org')
    await putRule(browser, CLOSED)
    const [wall] = await wallsAre(browser, 1)
    expect(wall?.active).toBe(false)
    await tabsWithPicture(1)
    expect(page.isClosed()).toBe(false)
  })

  const openPicture = async (): Promise<Page> => {
    const page = await scene.browser.newPage()
    await scene.browser.goto(page, 'https://www.tiktok.com/')
    await page.click('button')
    return page
  }

  /** Waits until so many windows are open. */
  const tabsWithPicture = (count: number) =>
    until(`there are ${count} windows`, async () =>
      scene.browser.evaluate(async (n) => (await chrome.windows.getAll()).length === n, count),
    )
})

describe('Chromium with the window of an app', () => {
  let display: Display
  let server: StandInServer
  let browser: TestBrowser
  beforeAll(async () => {
    display = await startDisplay()
    server = await startStandInServer()
    const args = [`--app=${FEED}`]
    browser = await launchChromium({ port: server.port, headless: false, env: display.env, args })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await display?.stop()
  })

  test('Leave closes it with its only page, and opens no tab', async () => {
    const app = await until('the app is open', async () =>
      (await tabsNow(browser)).find(({ url }) => url.includes('reddit.com')),
    )
    const type = await browser.evaluate(async (id) => (await chrome.windows.get(id)).type, app.windowId)
    expect(type).toBe('app')
    await putRule(browser, CLOSED)
    await wallsAre(browser, 1)
    const before = (await tabsNow(browser)).map(({ id }) => id)
    const wall = await wallPage(browser)
    await click(wall, 'Leave').catch(() => undefined) // the page may close during the click
    await until('the app is gone', async () => !(await tabsNow(browser)).some(({ id }) => id === app.id))
    expect((await tabsNow(browser)).map(({ id }) => id)).toEqual(before.filter((id) => id !== app.id))
  })
})
