/** What can be read from a tab: whether it is heard, in a split view, or a picture in picture of another tab. */
import { type Browser, browser } from 'wxt/browser'

type Tab = Browser.tabs.Tab

/** The browser calls a muted tab audible, but nobody hears it. */
export const isHeard = ({ audible, mutedInfo }: Tab): boolean => Boolean(audible) && !mutedInfo?.muted

/** Whether a tab is one half of a split view. Chromium says so since version 140, Firefox since 149. */
export const isInSplitView = ({ splitViewId = -1 }: Tab): boolean => splitViewId !== -1

/**
 * The tab whose page a picture-in-picture window shows; null if the window is none. In Chromium such a window is always
 * on top, and its only tab is blank and names its opener. Firefox names no opener.
 */
export async function picturedTab(
  { url, openerTabId }: Tab,
  { alwaysOnTop }: Pick<Browser.windows.Window, 'alwaysOnTop'>,
): Promise<Tab | null> {
  if (!alwaysOnTop || openerTabId === undefined || !/^(about:blank)?$/.test(url ?? '')) return null
  return browser.tabs.get(openerTabId).catch(() => null)
}
