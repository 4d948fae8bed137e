/** Finds the tabs that a person can see or hear, and moves tabs to the wall and back. */
import { type Browser, browser } from 'wxt/browser'

/** A tab that is active in its window or makes sound. */
export interface SeenTab {
  id: number
  windowId: number
  incognito: boolean
  isActive: boolean
  address: string
  isWall: boolean
}

const WALL = browser.runtime.getURL('/wall.html')

const isWallAddress = (address: string | undefined): boolean => address === WALL

const seen = (tab: Browser.tabs.Tab): SeenTab => ({
  id: tab.id as number,
  windowId: tab.windowId,
  incognito: tab.incognito,
  isActive: tab.active,
  address: tab.url ?? '',
  isWall: isWallAddress(tab.url),
})

/** All tabs that can be seen or heard now, in any window. */
export async function seenTabs(): Promise<SeenTab[]> {
  const [active, audible] = await Promise.all([
    browser.tabs.query({ active: true }),
    browser.tabs.query({ audible: true }),
  ])
  const byId = new Map([...active, ...audible].map((tab) => [tab.id, tab]))
  return [...byId.values()].filter(({ id, discarded }) => id !== undefined && !discarded).map(seen)
}

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

async function hasLeft(id: number): Promise<boolean> {
  const deadline = Date.now() + LEAVES_WITHIN_MS
  for (;;) {
    const tab = await tabOf(id)
    if (tab === null || isWallAddress(tab.url)) return true
    if (Date.now() >= deadline) return false
    await sleep(POLL_MS)
  }
}

/** Navigates a tab to the wall. False if its page stays because it asks the person whether to leave. */
export async function leadToWall(id: number): Promise<boolean> {
  await whenEditable(() => browser.tabs.update(id, { url: '/wall.html' }))
  return hasLeft(id)
}

/** Opens the wall in a new active tab of the same window. Returns the new tab's id. */
export async function openWallBeside({ id, windowId }: SeenTab): Promise<number> {
  const tab = await whenEditable(() =>
    browser.tabs.create({ url: '/wall.html', windowId, active: true, openerTabId: id }),
  )
  return tab.id as number
}

/** Navigates a private tab to a blank page, where our own pages cannot be shown. */
export const leadToBlank = (id: number): Promise<unknown> =>
  whenEditable(() => browser.tabs.update(id, { url: 'about:blank' }))

/** Returns a tab to its page. Leaves it if the address is not http(s). */
export async function leadBack(id: number, address: string): Promise<void> {
  if (/^https?:\/\//i.test(address)) await whenEditable(() => browser.tabs.update(id, { url: address }))
  else if (!(await stepAside(id))) await leave(id)
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
