import type { Browser } from 'wxt/browser'

const RELEVANT = ['url', 'audible', 'mutedInfo', 'discarded'] as const

/** Whether a change of a tab may affect what has the person's attention or what can be heard in the background. */
export const isRelevantChange = (change: Browser.tabs.OnUpdatedInfo, tab: Browser.tabs.Tab): boolean =>
  tab.active
    ? change.status === 'loading' || RELEVANT.some((property) => property in change)
    : change.audible === true || (Boolean(tab.audible) && 'url' in change)
