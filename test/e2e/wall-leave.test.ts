/** Leave closes no tab that a person keeps for good. */
import { afterEach, describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { evaluatePrivileged } from './harness/firefox-privileged.ts'
import { until } from './harness/until.ts'
import { click } from './own-page.ts'
import { useScene } from './scene.ts'
import {
  activate,
  closeTab,
  endRules,
  FEED,
  putRule,
  ruleOf,
  tabIsAt,
  tabsNow,
  tryToGo,
  wallPage,
  walls,
  wallsAre,
} from './wall-scene.ts'
import { minutes } from '../fixtures/rules.ts'

const SHUT = ruleOf({ bound: minutes(0) })

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const scene = useScene(launch)

  const removeRules = () => endRules(scene.browser)
  afterEach(async () => {
    await removeRules()
    for (const { id } of await walls(scene.browser)) await closeTab(scene.browser, id)
  })

  const tabOf = async (id: number) => (await tabsNow(scene.browser)).find((tab) => tab.id === id)

  /** Opens a feed in a new tab, arranges the tab, closes feeds, and leaves the wall. */
  const leaveAfter = async (arrange: (id: number) => Promise<unknown>): Promise<number> => {
    const { browser } = scene
    const page = await browser.newPage()
    await tryToGo(browser, page, FEED)
    const feed = await until('the feed is in front', async () =>
      (await tabsNow(browser)).find(({ active, url }) => active && url.includes('reddit.com')),
    )
    await arrange(feed.id)
    await putRule(browser, SHUT)
    await wallsAre(browser, 1)
    const wall = await wallPage(browser)
    await click(wall, 'Leave').catch(() => undefined) // the page may close during the click
    return feed.id
  }

  const keepers: [string, (id: number) => Promise<unknown>, (id: number) => Promise<boolean>][] = [
    [
      'a pinned tab',
      (id) => scene.browser.evaluate((tab) => chrome.tabs.update(tab, { pinned: true }), id),
      (id) => scene.browser.evaluate(async (tab) => (await chrome.tabs.get(tab)).pinned, id),
    ],
    [
      'a tab in a group',
      (id) => scene.browser.evaluate((tab) => chrome.tabs.group({ tabIds: [tab] }), id),
      (id) => scene.browser.evaluate(async (tab) => (await chrome.tabs.get(tab)).groupId !== -1, id),
    ],
  ]

  test.each(keepers)('%s stays behind another tab, and its page comes back', async (_what, keep, isKept) => {
    const { browser } = scene
    const id = await leaveAfter(keep)
    await until('another tab is in front', async () => (await tabOf(id))?.active === false)
    expect(await isKept(id)).toBe(true)
    const front = (await tabsNow(browser)).filter(({ active }) => active)
    expect(front.map(({ url }) => url.includes('reddit.com') || url.endsWith('/wall.html'))).toEqual([false])
    await removeRules()
    await activate(browser, id)
    await tabIsAt(browser, id, FEED)
    await closeTab(browser, id)
  })

  test('the window of a popup closes with its only page', async () => {
    const { browser } = scene
    const id = await leaveAfter((tab) =>
      browser.evaluate((tabId) => chrome.windows.create({ tabId, type: 'popup' }), tab),
    )
    const before = (await tabsNow(browser)).filter((tab) => tab.id !== id).map((tab) => tab.id)
    await until('the popup is gone', async () => (await tabOf(id)) === undefined)
    expect((await tabsNow(browser)).map((tab) => tab.id)).toEqual(before)
  })

  test('the last tab of a window leaves a new tab there', async () => {
    const { browser } = scene
    let windowId = -1
    const id = await leaveAfter(async (tab) => {
      windowId = (await browser.evaluate((tabId) => chrome.windows.create({ tabId }), tab))?.id ?? -1
    })
    const there = async () => (await tabsNow(browser)).filter((tab) => tab.windowId === windowId)
    const [left] = await until('the window has one tab, and no wall', async () => {
      const tabs = await there()
      return tabs.length === 1 && !/wall\.html$|reddit/.test(tabs[0]!.url) && tabs
    })
    // Firefox lets no extension show its new tab in place.
    if (browser.name === 'chromium') expect(left!.id).toBe(id)
    expect(left!.url).toMatch(/newtab|new-tab-page|about:(?:newtab|home|blank|privatebrowsing)/)
    await closeTab(browser, left!.id)
  })

  test('a page that no extension may open comes back when its rule is gone', async () => {
    const { browser, server } = scene
    if (name === 'Chromium')
      await browser.evaluate((url) => chrome.tabs.create({ url }), `view-source:${FEED}`)
    else {
      const url = `view-source:https://www.reddit.com:${server.port}/`
      await evaluatePrivileged(browser.driver, `void openTrustedLinkIn('${url}', 'tab')`)
    }
    const source = (when: string) =>
      until(
        `the source is in front ${when}`,
        async () =>
          (await tabsNow(browser)).find(({ active, url }) => active && /^view-source:.*reddit/.test(url)),
        undefined,
        async () => JSON.stringify(await tabsNow(browser)),
      )
    const { id } = await source('at first')
    // A browser goes back only to pages that somebody used. The driver still lists pages that are gone.
    const page = (await browser.driver.pages()).findLast((one) => one.url().includes('www.reddit.com'))
    await page!.mouse.click(200, 200)
    await putRule(browser, SHUT)
    await wallsAre(browser, 1)
    await removeRules()
    expect((await source('again')).id).toBe(id)
    await closeTab(browser, id)
  })
})
