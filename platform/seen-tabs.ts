/** Finds the tabs that a person can see or hear, and the windows that show them. */
import { type Browser, browser } from 'wxt/browser'
import type { SeenWindow } from '../domain/firewall/hidden-windows'
import type { SeenTab, SeenTabs } from '../domain/firewall/seen-pages'
import { isHeard, isInSplitView, picturedTab } from './tab-facts'
import { isWallAddress } from './tabs'

type Tab = Browser.tabs.Tab
type Window = Browser.windows.Window

/** Both halves of the split views that are shown. The half without the focus is not called active. */
async function halvesOf(active: readonly Tab[]): Promise<Tab[]> {
  const ids = active.filter(isInSplitView).map(({ splitViewId }) => splitViewId as number)
  const halves = await Promise.all(ids.map((splitViewId) => browser.tabs.query({ splitViewId })))
  return halves.flat()
}

/** The tabs whose pages show a picture in picture, with its window. */
async function picturesOf(active: readonly Tab[], windows: readonly Window[]): Promise<[Tab, number][]> {
  const found = active.map(async (tab): Promise<[Tab, number][]> => {
    const window = windows.find(({ id }) => id === tab.windowId)
    const page = window ? await picturedTab(tab, window) : null
    return page ? [[page, tab.windowId]] : []
  })
  return (await Promise.all(found)).flat()
}

const seenWindow = ({ id, state, alwaysOnTop, left, top, width, height }: Window): SeenWindow => ({
  id: id as number,
  isMinimised: state === 'minimized',
  isFullscreen: state === 'fullscreen',
  isOnTop: alwaysOnTop,
  left: left ?? 0,
  top: top ?? 0,
  width: width ?? 0,
  height: height ?? 0,
})

/** All tabs that can be seen or heard now, and all windows that the extension may see. */
export async function seenTabs(): Promise<SeenTabs> {
  const [active, audible, windows] = await Promise.all([
    browser.tabs.query({ active: true }),
    browser.tabs.query({ audible: true }),
    browser.windows.getAll(),
  ])
  const [halves, pictures] = await Promise.all([halvesOf(active), picturesOf(active, windows)])
  const shown = [...active, ...halves]
  const shownIds = new Set(shown.map(({ id }) => id))
  const pictureOf = new Map(pictures.map(([{ id }, window]) => [id, window]))
  const byId = new Map([...shown, ...audible, ...pictures.map(([page]) => page)].map((tab) => [tab.id, tab]))
  const tabs = [...byId.values()]
    .filter(({ id, discarded }) => id !== undefined && !discarded)
    .map((tab): SeenTab => ({
      id: tab.id as number,
      windowId: tab.windowId,
      incognito: tab.incognito,
      isShown: shownIds.has(tab.id),
      isHeard: isHeard(tab),
      pictureIn: pictureOf.get(tab.id) ?? null,
      address: tab.url ?? '',
      isWall: isWallAddress(tab.url),
    }))
  return { tabs, windows: windows.map(seenWindow) }
}
