/** Moves tabs to the wall and back. */
import { type Browser, browser } from 'wxt/browser'
import type { SeenTab } from '../domain/firewall/seen-pages'

const WALL = browser.runtime.getURL('/wall.html')

export const isWallAddress = (address: string | undefined): boolean => address === WALL

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const RETRY_MS = 100
const MOST_TRIES = 300

/** While the person drags a tab, the browser refuses to edit any tab. Retries until it allows it again. */
async function whenEditable<Result>(edit: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await edit()
    } catch (error) {
      if (tries === MOST_TRIES || !/cannot be edited right now/i.test(String(error))) throw error
      await sleep(RETRY_MS)
    }
  }
}

/** Whether a tab shows a page of ours. `closing` is a tab that is about to close, which a browser may still list. */
export async function hasOwnTab(closing: number | null): Promise<boolean> {
  const tabs = await browser.tabs.query({})
  return tabs.some(({ id, url }) => id !== closing && url?.startsWith(browser.runtime.getURL('/')))
}

/** The tab, or null if it is closed. */
const tabOf = (id: number): Promise<Browser.tabs.Tab | null> => browser.tabs.get(id).catch(() => null)

/** The address of a tab; null if it is closed. */
export const tabAddress = async (id: number): Promise<string | null> => (await tabOf(id))?.url ?? null

export const isAtWall = async (id: number): Promise<boolean> => isWallAddress((await tabOf(id))?.url)

/** Mutes or unmutes a tab. False if nothing changed or the tab is closed. */
export async function setMuted(id: number, muted: boolean): Promise<boolean> {
  const tab = await tabOf(id)
  if (tab === null || Boolean(tab.mutedInfo?.muted) === muted) return false
  await whenEditable(() => browser.tabs.update(id, { muted }))
  return true
}

/** How long a page may take to unload. After that it must be asking the person whether to leave. */
const LEAVES_WITHIN_MS = 700
const POLL_MS = 25

/** Waits for a tab to show the wall, or another page than the wall. False if it does not. A closed tab is enough. */
async function comesTo(id: number, isWall: boolean): Promise<boolean> {
  const deadline = Date.now() + LEAVES_WITHIN_MS
  for (;;) {
    const tab = await tabOf(id)
    if (tab === null || isWallAddress(tab.url) === isWall) return true
    if (Date.now() >= deadline) return false
    await sleep(POLL_MS)
  }
}

/** Navigates a tab to the wall. False if its page stays because it asks the person whether to leave. */
export async function leadToWall(id: number): Promise<boolean> {
  await whenEditable(() => browser.tabs.update(id, { url: '/wall.html' }))
  return comesTo(id, true)
}

/** Opens the wall in a new active tab of the same window. Returns the new tab's id. */
export async function openWallBeside({ id, windowId }: Pick<SeenTab, 'id' | 'windowId'>): Promise<number> {
  const tab = await whenEditable(() =>
    browser.tabs.create({ url: '/wall.html', windowId, active: true, openerTabId: id }),
  )
  return tab.id as number
}

/** Navigates a private tab to a blank page, where our own pages cannot be shown. */
export const leadToBlank = (id: number): Promise<unknown> =>
  whenEditable(() => browser.tabs.update(id, { url: 'about:blank' }))

/** Goes back to the page before the wall. False if the tab has none: Chromium rejects then, Firefox does nothing. */
const goBack = (id: number): Promise<boolean> =>
  whenEditable(() => browser.tabs.goBack(id)).then(
    () => comesTo(id, false),
    () => false,
  )

/**
 * Returns a tab to its page. No extension may open an address that is not http(s), such as one of the browser's reader:
 * there the tab goes back, or is left.
 */
export async function leadBack(id: number, address: string): Promise<void> {
  if (/^https?:\/\//i.test(address)) await whenEditable(() => browser.tabs.update(id, { url: address }))
  else if (!(await goBack(id)) && !(await stepAside(id))) await leave(id)
}

/** Whether the person keeps a tab beyond its page: it is pinned or in a group. Some browsers know no groups. */
const isKept = ({ pinned, groupId = -1 }: Browser.tabs.Tab): boolean => pinned || groupId !== -1

/**
 * Brings another tab of the window to the front, the last used one that is not a wall, or else a new one. Does so only
 * for a tab that the person keeps, and returns whether it is one. Its wall stays, and with it the way back.
 */
export async function stepAside(id: number): Promise<boolean> {
  const tab = await tabOf(id)
  if (tab === null || !isKept(tab)) return false
  const others = await browser.tabs.query({ windowId: tab.windowId })
  const [next] = others
    .filter((other) => other.id !== id && !isWallAddress(other.url))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
  if (next?.id === undefined || !(await bringToFront(next.id)))
    await whenEditable(() => browser.tabs.create({ windowId: tab.windowId }))
  return true
}

/** Shows the browser's page for new tabs in a tab. False if the browser refuses, as Firefox does. */
const showNewTabPage = (id: number): Promise<boolean> =>
  whenEditable(() => browser.tabs.update(id, { url: 'chrome://newtab/' })).then(
    () => true,
    () => false,
  )

/** Whether a tab is the last one of a window with tabs. The window of an app or a popup may close with its page. */
async function isLast({ windowId }: Browser.tabs.Tab): Promise<boolean> {
  const others = await browser.tabs.query({ windowId })
  return others.length < 2 && (await browser.windows.get(windowId)).type === 'normal'
}

/**
 * Closes a tab. The last one of a window shows a new tab instead. Opens a new tab first if `mustOpen` is set, so that
 * no other comes to the front.
 */
export async function leave(id: number, mustOpen = false): Promise<void> {
  const tab = await tabOf(id)
  if (tab === null) return
  const mustStay = !mustOpen && (await isLast(tab))
  if (mustStay && (await showNewTabPage(id))) return
  if (mustOpen || mustStay) await whenEditable(() => browser.tabs.create({ windowId: tab.windowId }))
  await whenEditable(() => browser.tabs.remove(id))
}

/** Activates a tab. False if it is closed. */
export const bringToFront = (id: number): Promise<boolean> =>
  whenEditable(() => browser.tabs.update(id, { active: true })).then(
    () => true,
    () => false,
  )
