/** Ways around the wall that people try, in the order in which they think of them. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { flawsOf } from './axe.ts'
import { click, focused, textOf } from './own-page.ts'
import { openSpan, recording, useScene } from './scene.ts'
import {
  activate,
  CLOSED,
  closeTab,
  FEED,
  isAtReadyWall,
  putRule,
  reloadWall,
  tabIsAt,
  tabsNow,
  tryToGo,
  wallPage,
  walls,
  wallsAre,
} from './wall-scene.ts'

const FREE = 'https://www.coursera.org/'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  const closeWalls = async () => {
    const { browser } = scene
    for (const { id } of await walls(browser)) await closeTab(browser, id)
    await wallsAre(browser, 0)
  }
  /** Opens a new tab on an unlimited page. */
  const fresh = async () => {
    const { browser } = scene
    page = await browser.newPage()
    await browser.goto(page, FREE)
    await recording(browser, 'coursera.org')
    return page
  }

  beforeAll(async () => {
    await fresh()
    await putRule(scene.browser, CLOSED)
  })

  test('a typed address leads to the wall, and time on the wall is not recorded', async () => {
    const { browser } = scene
    await tryToGo(browser, page, FEED)
    await wallsAre(browser, 1)
    await until('nothing is recorded', async () => !(await openSpan(browser)))
    const wall = await wallPage(browser)
    expect(await textOf(wall, 'h1')).toBe('Closed for now.')
    expect(await textOf(wall, 'main')).toContain('Feeds: never')
    await until('the heading has the focus', async () => (await focused(wall)) === 'Closed for now.')
    expect(await flawsOf(wall)).toEqual([])
  })

  test('reloading the wall leads to the wall; Back leads to a wall or past the limited page', async () => {
    const { browser } = scene
    const [tab] = await wallsAre(browser, 1)
    const left = await reloadWall(browser, tab!.id)
    await left.evaluate(() => performance.clearMarks('ready'))
    await browser.evaluate((id) => chrome.tabs.goBack(id).catch(() => undefined), tab!.id)
    await until('the tab is at a newly loaded wall or on the page before', async () => {
      const now = (await tabsNow(browser)).find(({ id }) => id === tab!.id)
      return now?.url.includes('coursera.org') || (await isAtReadyWall(page))
    })
  })

  test('a duplicated wall tab goes to the page before it, and to a wall of its own', async () => {
    const { browser } = scene
    await tryToGo(browser, page, FEED)
    const [tab] = await wallsAre(browser, 1)
    const copy = await browser.evaluate(
      async (id) => (await chrome.tabs.duplicate(id))?.id as number,
      tab!.id,
    )
    await until('the worker knows the wall of the copy', () =>
      browser.evaluate(async (id) => {
        const { guard } = await chrome.storage.session.get('guard')
        return id in (guard as { walls: object }).walls
      }, copy),
    )
    await wallsAre(browser, 2)
    await closeWalls()
  })

  test('a new window, a popup window and a background tab get a wall once they are visible', async () => {
    const { browser } = scene
    await fresh()
    const url = new URL(FEED)
    if (browser.name === 'firefox') url.port = String(scene.server.port)
    await browser.evaluate((address) => chrome.windows.create({ url: address }), url.href)
    await wallsAre(browser, 1)
    await browser.evaluate((address) => chrome.windows.create({ url: address, type: 'popup' }), url.href)
    await wallsAre(browser, 2)
    const behind = await browser.evaluate(
      async (address) => (await chrome.tabs.create({ url: address, active: false })).id as number,
      url.href,
    )
    await tabIsAt(browser, behind, FEED)
    await activate(browser, behind)
    await wallsAre(browser, 3)
    await closeWalls()
  })

  test('redirects and single-page navigation lead to the wall', async () => {
    const { browser } = scene
    await fresh()
    await tryToGo(browser, page, 'https://www.example.org/redirect/3/www.reddit.com')
    await wallsAre(browser, 1)
    await closeWalls()
    await fresh()
    await browser.goto(page, 'https://www.youtube.com/watch?v=1')
    await recording(browser, 'youtube.com/watch')
    await page.evaluate(() => history.pushState({}, '', '/shorts/1'))
    await wallsAre(browser, 1)
    await closeWalls()
  })

  test('a limit covers all hosts of a site, and no other site whose address contains its name', async () => {
    const { browser } = scene
    await fresh()
    for (const address of [
      'https://www.reddit.com.example.org/',
      'https://www.example.org/www.reddit.com/?u=https://www.reddit.com/',
      'https://notreddit.com/',
    ]) {
      await browser.goto(page, address)
      await recording(browser, address.includes('notreddit') ? 'notreddit.com' : 'example.org')
      expect(await walls(browser)).toEqual([])
    }
    await tryToGo(browser, page, 'https://old.reddit.com/')
    await wallsAre(browser, 1)
  })

  test('a copy of a limited page leads to the wall', async () => {
    const { browser } = scene
    await closeWalls()
    for (const address of [
      'https://www-reddit-com.translate.goog/r/de?_x_tr_sl=en&_x_tr_tl=de',
      'https://web.archive.org/web/20240101000000/https://www.reddit.com/r/de',
      'https://nitter.net/someone',
    ]) {
      await fresh()
      await tryToGo(browser, page, address)
      await wallsAre(browser, 1)
      await closeWalls()
    }
  })

  test('a sign-in page of a limited site is open', async () => {
    const { browser } = scene
    await fresh()
    await browser.goto(page, 'https://www.facebook.com/v21.0/dialog/oauth?client_id=1')
    await recording(browser, 'facebook.com/sign-in')
    expect(await walls(browser)).toEqual([])
    await tryToGo(browser, page, 'https://www.facebook.com/')
    await wallsAre(browser, 1)
  })

  test('Leave closes the tab', async () => {
    const { browser } = scene
    const [tab] = await wallsAre(browser, 1)
    const wall = await wallPage(browser)
    await click(wall, 'Leave').catch(() => undefined) // the page closes during the click
    await until('the tab is gone', async () => !(await tabsNow(browser)).some(({ id }) => id === tab!.id))
  })

  test('a limited page leads to the wall after the worker was killed', async () => {
    const { browser } = scene
    await fresh()
    await browser.killWorker()
    await tryToGo(browser, page, FEED)
    await wallsAre(browser, 1)
  })
})
