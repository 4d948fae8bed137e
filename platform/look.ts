/** Looks at the browser: which page has the person's attention, and whether they are there. */
import { type Browser, browser } from 'wxt/browser'
import type { Observation, Presence } from '../domain/record/attention'
import { placeOf, type Split } from '../domain/surface/address'
import { isPopupOpen } from './popup-open'

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
  /** The tab with the person's attention, recorded or not. */
  attended: AttendedTab | null
}

export interface AttendedTab {
  id: number
  isHeard: boolean
  isFullscreen: boolean
}

const presenceNow = (idleSeconds: number): Promise<Presence> =>
  browser.idle.queryState(idleSeconds) as Promise<Presence>

/**
 * The front window, if we may see it. The browser throws if it has no window at all; Firefox also throws if a
 * private window that the extension may not access is in front.
 */
const frontWindow = (): Promise<Browser.windows.Window | null> =>
  browser.windows.getLastFocused().catch(() => null)

/** The browser calls a muted tab audible, but nobody hears it. */
const isHeard = ({ audible, mutedInfo }: Browser.tabs.Tab): boolean => Boolean(audible) && !mutedInfo?.muted

/** Whether a window that we may see has focus. */
export const isInFront = async (): Promise<boolean> => (await frontWindow())?.focused ?? false

async function attendedTab(
  front: Browser.windows.Window,
  rules: LookRules,
): Promise<Browser.tabs.Tab | null> {
  if (front.type === 'devtools' || front.state === 'minimized') return null
  const [tab] = await browser.tabs.query({ active: true, windowId: front.id as number })
  if (!tab || tab.discarded) return null
  const beneathAnotherProgram = !front.focused && !(await isPopupOpen())
  return beneathAnotherProgram && !(rules.secondScreen && isHeard(tab)) ? null : tab
}

/**
 * Observes the present: focused window → active tab → surface. The address never leaves this function. The page
 * is null if nothing that may be recorded has the person's attention.
 */
export async function look(rules: LookRules): Promise<Look> {
  const presence = await presenceNow(rules.idleSeconds)
  const front = await frontWindow()
  const attended = front && (await attendedTab(front, rules))
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
    attended: attended && {
      id: attended.id as number,
      isHeard: isHeard(attended),
      isFullscreen: front?.state === 'fullscreen',
    },
  }
}
