import type { Browser } from 'wxt/browser'
import { isInSplitView } from '../../../platform/tab-facts'

const RELEVANT = ['url', 'audible', 'mutedInfo', 'discarded'] as const

/** Whether a change of a tab may affect what has the person's attention, or what else they can see or hear. */
export function isRelevantChange(change: Browser.tabs.OnUpdatedInfo, tab: Browser.tabs.Tab): boolean {
  if ('splitViewId' in change) return true
  if (tab.active || isInSplitView(tab))
    return change.status === 'loading' || RELEVANT.some((property) => property in change)
  return 'audible' in change || (Boolean(tab.audible) && ('url' in change || 'mutedInfo' in change))
}
