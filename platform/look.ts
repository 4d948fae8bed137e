/** Looks at the browser: which page has the person's attention, and whether they are there. */
import { type Browser, browser } from 'wxt/browser'
import type { Observation, Presence } from '../domain/record/attention'
import { placeOf, type Split } from '../domain/surface/address'
import { isPopupOpen } from './popup-open'
import { isHeard, picturedTab } from './tab-facts'

export interface LookRules {
  idleSeconds: number
  /** Whether to count an audible page of the front window while another program has focus. */
  secondScreen: boolean
  paused: boolean
  splits: readonly Split[]
  isExcluded: (surface: string) => boolean
}

export interface Look {
  seen: Observation
  /** The exact host of the recorded page, to find its icon. */
  iconHost: string | null
  /** Whether a window that we may see has focus. */
  inFront: boolean
  /** The window with the focus, also beneath our popup; null while another program has it. */
  frontWindow: number | null
  /** The tab with the person's attention, recorded or not. */
  attended: AttendedTab | null
  /** The audible tab in front while another program has focus, whatever `secondScreen` says. */
  beneath: AttendedTab | null
}

export interface AttendedTab {
  id: number
  isHeard: boolean
  isFullscreen: boolean
}

/** Whether the person has given no input for so many seconds, or the screen is locked. */
export const presenceNow = (idleSeconds: number): Promise<Presence> =>
  browser.idle.queryState(idleSeconds) as Promise<Presence>

/**
 * The front window, if we may see it. The browser throws if it has no window at all; Firefox also throws if a
 * private window that the extension may not access is in front.
 */
const frontWindow = (): Promise<Browser.windows.Window | null> =>
  browser.windows.getLastFocused().catch(() => null)

/** Whether a window that we may see has focus. */
export const isInFront = async (): Promise<boolean> => (await frontWindow())?.focused ?? false

/**
 * The tab that the front window shows, and whether another program has the focus. A picture in picture shows the tab
 * that opened it.
 */
async function shownTab(
  front: Browser.windows.Window,
): Promise<{ tab: Browser.tabs.Tab; isBeneath: boolean } | null> {
  if (front.type === 'devtools' || front.state === 'minimized') return null
  const [tab] = await browser.tabs.query({ active: true, windowId: front.id as number })
  if (!tab || tab.discarded) return null
  const isBeneath = !front.focused && !(await isPopupOpen())
  return { tab: (await picturedTab(tab, front)) ?? tab, isBeneath }
}

const attendedTab = (tab: Browser.tabs.Tab, { state }: Browser.windows.Window): AttendedTab => ({
  id: tab.id as number,
  isHeard: isHeard(tab),
  isFullscreen: state === 'fullscreen',
})

/**
 * Observes the present: focused window → active tab → surface. The address never leaves this function. The page
 * is null if nothing that may be recorded has the person's attention.
 */
export async function look(rules: LookRules): Promise<Look> {
  const presence = await presenceNow(rules.idleSeconds)
  const front = await frontWindow()
  const shown = front && (await shownTab(front))
  const beneath = shown?.isBeneath && isHeard(shown.tab) ? shown.tab : null
  const attended = shown?.isBeneath ? (rules.secondScreen ? beneath : null) : (shown?.tab ?? null)
  const isPrivate = front?.incognito || attended?.incognito
  const tab = isPrivate || rules.paused ? null : attended
  const place = tab && placeOf(tab.url ?? '', rules.splits)
  // A copy is excluded with what it shows and with the service that shows it.
  const isExcluded = place && [place.surface, place.copyAt ?? place.surface].some(rules.isExcluded)
  const page = place && !isExcluded ? { site: place.site, surface: place.surface } : null
  return {
    seen: {
      at: Date.now(),
      page,
      audible: page !== null && tab !== null && isHeard(tab),
      fullscreen: page !== null && front?.state === 'fullscreen',
      presence,
    },
    iconHost: page && place ? place.host : null,
    inFront: front?.focused ?? false,
    frontWindow: front && (front.focused || shown?.isBeneath === false) ? (front.id ?? null) : null,
    attended: front && attended && attendedTab(attended, front),
    beneath: front && beneath && attendedTab(beneath, front),
  }
}
