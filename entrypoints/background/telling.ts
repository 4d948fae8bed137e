import type { Browser } from 'wxt/browser'

const TELLING = ['url', 'audible', 'mutedInfo', 'discarded'] as const

/** Whether a change of a tab may have changed what is attended to. */
export const isTelling = (change: Browser.tabs.OnUpdatedInfo, tab: Browser.tabs.Tab): boolean =>
  tab.active && (change.status === 'loading' || TELLING.some((property) => property in change))
