/** The tabs that a person can see or hear, and leading them to the wall and back. */
import { type Browser, browser } from 'wxt/browser'

/** A tab that is in front of its window or can be heard. */
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

/** What may be seen or heard now, in all windows. */
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

/** While a tab is being dragged, nothing can be done to any; it is tried again until it can. */
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

/** The tab as it is; null once it is closed. */
const tabOf = (id: number): Promise<Browser.tabs.Tab | null> => browser.tabs.get(id).catch(() => null)

/** Where a tab is; null once it is closed. */
export const tabAddress = async (id: number): Promise<string | null> => (await tabOf(id))?.url ?? null

export const isAtWall = async (id: number): Promise<boolean> => isWallAddress((await tabOf(id))?.url)

/** Mutes a tab, or lets it be heard again; false where it is so already, or closed. */
export async function setMuted(id: number, muted: boolean): Promise<boolean> {
  const tab = await tabOf(id)
  if (tab === null || Boolean(tab.mutedInfo?.muted) === muted) return false
  await whenEditable(() => browser.tabs.update(id, { muted }))
  return true
}

/** How long a page may take to make room; after that it is asking whether to stay. */
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

/** Leads a tab to the wall; false where its page stays, because it asks the person whether to leave. */
export async function leadToWall(id: number): Promise<boolean> {
  await whenEditable(() => browser.tabs.update(id, { url: '/wall.html' }))
  return hasLeft(id)
}

/** Opens the wall in a tab of its own in front of that window; returns the tab's id. */
export async function openWallBeside({ id, windowId }: SeenTab): Promise<number> {
  const tab = await whenEditable(() =>
    browser.tabs.create({ url: '/wall.html', windowId, active: true, openerTabId: id }),
  )
  return tab.id as number
}

/** Leads a private tab away where no page of ours can be shown. */
export const leadToBlank = (id: number): Promise<unknown> =>
  whenEditable(() => browser.tabs.update(id, { url: 'about:blank' }))

/** Leads a tab back to where it was: http(s) only, whatever else the address contains. */
export async function leadBack(id: number, address: string): Promise<void> {
  if (!/^https?:\/\//i.test(address)) return leave(id)
  await whenEditable(() => browser.tabs.update(id, { url: address }))
}

/** Closes a tab; the last one of its window, or one that must not give way to another, only after a new one. */
export async function leave(id: number, mustOpen = false): Promise<void> {
  const tab = await tabOf(id)
  if (tab === null) return
  const others = await browser.tabs.query({ windowId: tab.windowId })
  if (mustOpen || others.length < 2) await whenEditable(() => browser.tabs.create({ windowId: tab.windowId }))
  await whenEditable(() => browser.tabs.remove(id))
}

/** Brings a tab to the front; false once it is closed. */
export const bringToFront = (id: number): Promise<boolean> =>
  whenEditable(() => browser.tabs.update(id, { active: true })).then(
    () => true,
    () => false,
  )
