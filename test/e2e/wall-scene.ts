/** Sets rules, opens tabs and finds walls. */
import type { Page } from 'puppeteer-core'
import type { Rule, StoredRule } from '../../domain/firewall/rule.ts'
import { minutes, ruleOf as anyRule } from '../fixtures/rules.ts'
import { command, writeRows } from './harness/fill.ts'
import type { PageHost } from './harness/page-host.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'

export const FEED = 'https://www.reddit.com/'

/** A rule for one minute of feeds a day, with the given changes. */
export const ruleOf = (more: Partial<Rule> = {}): Rule =>
  anyRule({ bound: minutes(1), pauseSeconds: 5, ...more })

/** A lock that leaves no time for feeds at all. */
export const CLOSED = ruleOf({ strictness: 'lock', bound: minutes(0) })

export const putRule = (browser: PageHost, rule: Rule): Promise<void> =>
  command(browser, 'putRule', { rule, pin: null })

/** Deletes every rule as if its wait were over: one that turned a page away cannot be deleted at once. */
export async function endRules(browser: PageHost): Promise<void> {
  const rules = (await browser.readDatabase('limits')) as StoredRule[]
  const next = { value: null, from: Date.now() }
  await writeRows(
    browser,
    'limits',
    rules.map((stored) => ({ ...stored, heals: null, next })),
  )
  await command(browser, 'recordChanged', null)
  await until('no rule is left', async () => (await browser.readDatabase('limits')).length === 0)
}

interface TabNow {
  id: number
  windowId: number
  active: boolean
  url: string
}

export const tabsNow = (browser: TestBrowser): Promise<TabNow[]> =>
  browser.evaluate(async () => {
    const tabs = await chrome.tabs.query({})
    return tabs.map(({ id, windowId, active, url }) => ({ id: id ?? -1, windowId, active, url: url ?? '' }))
  })

/** What the tabs show, and which walls the worker knows, for the message of a check that failed. */
export const addressesNow = async (browser: TestBrowser): Promise<string> => {
  const { guard } = await browser.evaluate(() => chrome.storage.session.get('guard'))
  const walls = Object.keys((guard as { walls?: object } | undefined)?.walls ?? {})
  const tabs = await tabsNow(browser)
  const shown = tabs.map(({ id, url, active }) => `${id} ${url}${active ? ' (active)' : ''}`)
  return `${shown.join(', ')}; walls of ${walls.join(', ') || 'no tab'}`
}

const isWall = ({ url }: TabNow): boolean => url.endsWith('/wall.html')

export const walls = async (browser: TestBrowser): Promise<TabNow[]> =>
  (await tabsNow(browser)).filter(isWall)

/** Waits for that many walls; returns their tabs. */
export const wallsAre = (browser: TestBrowser, count: number, timeoutMs?: number): Promise<TabNow[]> =>
  until(
    `there are ${count} walls`,
    async () => {
      const found = await walls(browser)
      return found.length === count && found
    },
    timeoutMs,
    () => addressesNow(browser),
  )

/** Waits until a tab is at an address, ignoring the port of the stand-in server. */
export const tabIsAt = (browser: TestBrowser, id: number, address: string): Promise<true> =>
  until(
    `tab ${id} is at ${address}`,
    async () => {
      const tab = (await tabsNow(browser)).find((one) => one.id === id)
      return tab?.url.replace(/^(https:\/\/[^/]+?):\d+\//, '$1/') === address
    },
    undefined,
    () => addressesNow(browser),
  ) as Promise<true>

export const closeTab = (browser: TestBrowser, id: number): Promise<void> =>
  browser.evaluate((tabId) => chrome.tabs.remove(tabId), id)

export const activate = (browser: TestBrowser, id: number): Promise<unknown> =>
  browser.evaluate((tabId) => chrome.tabs.update(tabId, { active: true }), id)

/** Whether the words of a wall are on screen; false while the page navigates. */
export const isAtReadyWall = (page: Page): Promise<boolean> =>
  page
    .evaluate(() => location.pathname === '/wall.html' && performance.getEntriesByName('ready').length > 0)
    .catch(() => false)

/** The page of a wall, once its words are on screen. The driver reports no navigation by the extension. */
export const wallPage = (browser: TestBrowser): Promise<Page> =>
  until('the wall’s words are on screen', async () => {
    for (const page of await browser.driver.pages()) if (await isAtReadyWall(page)) return page
    return null
  })

/** Reloads a wall tab; returns its page once the words are on screen again. */
export async function reloadWall(browser: TestBrowser, id: number): Promise<Page> {
  const page = await wallPage(browser)
  await page.evaluate(() => performance.clearMarks('ready'))
  await browser.evaluate((tabId) => chrome.tabs.reload(tabId), id)
  await until('the wall is loaded again', () => isAtReadyWall(page))
  return page
}

/** Longer than the driver waits for a page by itself. */
const LONGEST_LOAD_MS = 40_000

/**
 * Navigates to an address that may be limited, until it has loaded or the wall is in its place. The driver may report
 * an aborted load then or, in Firefox, nothing for half a minute.
 */
export async function tryToGo(browser: TestBrowser, page: Page, address: string): Promise<void> {
  let isDone = false
  // The page may be at a wall already.
  await page.evaluate(() => performance.clearMarks('ready'))
  const going = browser
    .goto(page, address)
    .catch(() => undefined)
    .finally(() => (isDone = true))
  const walled = until(
    `${address} or a wall is there`,
    async () => isDone || (await isAtReadyWall(page)),
    LONGEST_LOAD_MS,
    () => addressesNow(browser),
  )
  await Promise.race([going, walled])
}
