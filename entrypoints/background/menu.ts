/** The menu on the icon, and the keys that do the same. */
import { type Browser, browser } from 'wxt/browser'
import { toggledPause } from '../../domain/settings/pause'
import { type ChangeSettings, isPaused, type Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { loadSettings } from '../../storage/said/settings'

const POPUP = '/popup.html'

type Tab = Browser.tabs.Tab

const pauseWords = (settings: Settings) => ({
  title: t(isPaused(settings, Date.now()) ? 'menu_resume' : 'menu_pause'),
})

let making: Promise<void> | undefined

async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  const settings = await loadSettings()
  const items = {
    pause: pauseWords(settings),
    focus: { title: t('menu_focus') },
    limit: { title: t('menu_limit') },
    statement: { title: t('menu_statement') },
  }
  for (const [id, words] of Object.entries(items))
    browser.contextMenus.create({ id, contexts: ['action'], ...words })
}

/** Makes the menu anew, in the browser's language. Two calls at once, as after an update, take turns. */
export function createMenu(): Promise<void> {
  making = Promise.allSettled([making]).then(makeMenu)
  return making
}

/** Lets the menu say what a click would do. Settings also change while it is being made. */
export async function keepMenu(settings: Settings): Promise<void> {
  await making
  await browser.contextMenus.update('pause', pauseWords(settings))
}

/**
 * Opens the popup over `tab`, the one in front, with the part unfolded that `hash` names. Only that tab gets another
 * popup, so that none stays if the worker dies in between. Nothing is awaited before: Firefox opens it only as long as it
 * knows of the key or the click.
 */
async function openAt(
  hash: string,
  tab: Tab | undefined,
  openElsewhere: () => Promise<unknown>,
): Promise<void> {
  const place = tab?.id === undefined ? {} : { tabId: tab.id }
  void browser.action.setPopup({ ...place, popup: POPUP + hash })
  try {
    await browser.action.openPopup()
  } catch {
    // Chromium before 127.
    await openElsewhere()
  } finally {
    await browser.action.setPopup({ ...place, popup: POPUP })
  }
}

/** Listens to the menu and the keys. */
export function listenToMenu(changeSettings: ChangeSettings, onError: (error: unknown) => void): void {
  const actions: Record<string, (tab: Tab | undefined) => Promise<unknown>> = {
    pause: async () => changeSettings({ pausedUntil: toggledPause(await loadSettings(), Date.now()) }),
    // The last choice is filled in; nothing closes before the person has seen what stays open.
    focus: (tab) => openAt('#focus', tab, () => browser.tabs.create({ url: '/popup.html#focus' })),
    limit: (tab) => openAt('#limit', tab, () => browser.tabs.create({ url: '/dashboard.html#/firewall' })),
    statement: () => browser.tabs.create({ url: '/dashboard.html#/week' }),
  }
  const act = (name: string, tab?: Tab) => void actions[name]?.(tab).catch(onError)
  browser.commands.onCommand.addListener(act)
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => act(String(menuItemId), tab))
}
