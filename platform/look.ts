import { type Browser, browser } from 'wxt/browser'
import type { Observation, Presence } from '../domain/attention'
import { placeOf, type Split } from '../domain/site'
import { isPopupOpen } from './popup-open'

export interface LookRules {
  idleSeconds: number
  /** Count an audible page of the front-most window while another program has the focus. */
  secondScreen: boolean
  paused: boolean
  splits: readonly Split[]
  isExcluded: (surface: string) => boolean
}

/** An observation, and the host for the icon of the page in it. */
export interface Look {
  seen: Observation
  iconHost: string | null
}

const presenceNow = (idleSeconds: number): Promise<Presence> =>
  browser.idle.queryState(idleSeconds) as Promise<Presence>

/**
 * The window in front, as far as we may see it. The browser refuses with an error where it has no window at
 * all, and (Firefox) where a private one is in front that the extension is kept out of.
 */
const frontWindow = (): Promise<Browser.windows.Window | null> =>
  browser.windows.getLastFocused().catch(() => null)

async function attendedTab(rules: LookRules): Promise<{ tab: Browser.tabs.Tab; fullscreen: boolean } | null> {
  const front = await frontWindow()
  if (!front || front.incognito || front.type === 'devtools') return null
  const [tab] = await browser.tabs.query({ active: true, windowId: front.id as number })
  if (!tab || tab.incognito || tab.discarded) return null
  const beneathAnotherProgram = !front.focused && !(await isPopupOpen())
  if (beneathAnotherProgram && !(rules.secondScreen && tab.audible)) return null
  return { tab, fullscreen: front.state === 'fullscreen' }
}

/**
 * What is true now: focused window → active tab → surface. The address goes no further than this; where the
 * person attends to nothing that may be recorded, the page is null.
 */
export async function look(rules: LookRules): Promise<Look> {
  const presence = await presenceNow(rules.idleSeconds)
  const attended = rules.paused ? null : await attendedTab(rules)
  const place = attended && placeOf(attended.tab.url ?? '', rules.splits)
  const page = place && !rules.isExcluded(place.surface) ? { site: place.site, surface: place.surface } : null
  return {
    seen: {
      at: Date.now(),
      page,
      audible: (page && attended?.tab.audible) ?? false,
      fullscreen: (page && attended?.fullscreen) ?? false,
      presence,
    },
    iconHost: page && place ? place.host : null,
  }
}
