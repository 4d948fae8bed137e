/** The keys of the extension, as the person may have changed them in the browser. */
import { browser } from 'wxt/browser'

export interface Shortcut {
  name: 'popup' | 'pause' | 'limit' | 'focus'
  /** As the browser writes it, `Alt+Shift+P`; empty if none is set. */
  keys: string
}

const NAMES = { popup: '_execute_action', pause: 'pause', limit: 'limit', focus: 'focus' } as const

export async function shortcuts(): Promise<Shortcut[]> {
  const all = await browser.commands.getAll()
  return Object.entries(NAMES).map(([name, command]) => ({
    name: name as Shortcut['name'],
    keys: all.find((one) => one.name === command)?.shortcut ?? '',
  }))
}

/** Opens the browser's own page for them. */
export function openShortcutSettings(): Promise<unknown> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings(): Promise<void> }
  return import.meta.env.FIREFOX
    ? commands.openShortcutSettings()
    : browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
