import { type Browser, browser } from 'wxt/browser'
import type { Observation, Presence } from '../domain/record/attention'
import { placeOf, type Split } from '../domain/surface/site'
import { isPopupOpen } from './popup-open'

export interface LookRules {
  idleSeconds: number
  /** Count an audible page of the front-most window while another program has the focus. */
  secondScreen: boolean
  paused: boolean
  splits: readonly Split[]
  isExcluded: (surface: string) => boolean
}

export interface Look {
  seen: Observation
  /** The host for the icon of the page that is seen. */
  iconHost: string | null
  /** Whether a window that we may see has the focus. */
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
 * The window in front, as far as we may see it. The browser refuses with an error where it has no window at
 * all, and (Firefox) where a private one is in front that the extension is kept out of.
 */
const frontWindow = (): Promise<Browser.windows.Window | null> =>
  browser.windows.getLastFocused().catch(() => null)

/** A muted tab is audible to the browser, but to nobody else. */
const isHeard = ({ audible, mutedInfo }: Browser.tabs.Tab): boolean => Boolean(audible) && !mutedInfo?.muted

/** Whether a window that we may see has the focus. */
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
 * What is true now: focused window → active tab → surface. The address goes no further than this; where the
 * person attends to nothing that may be recorded, the page is null.
 */
export async function look(rules: LookRules): Promise<Look> {
  const presence = await presenceNow(rules.idleSeconds)
  const front = await frontWindow()
  const attended = front && (await attendedTab(front, rules))
  const isPrivate = front?.incognito || attended?.incognito
  const tab = isPrivate || rules.paused ? null : attended
  const place = tab && placeOf(tab.url ?? '', rules.splits)
  const page = place && !rules.isExcluded(place.surface) ? { site: place.site, surface: place.surface } : null
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
