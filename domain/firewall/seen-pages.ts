/** From tabs and windows to the pages that a person can see or hear. */
import { hiddenWindows, type SeenWindow } from './hidden-windows'
import type { SeenPage } from './pages-in-use'
import { placeOf, type Split } from '../surface/address'

/** A tab that its window shows, that makes sound, or whose page shows a picture in picture. */
export interface SeenTab {
  id: number
  windowId: number
  incognito: boolean
  /** Whether its window shows it: as the active tab, or as the other half of a split view. */
  isShown: boolean
  isHeard: boolean
  /** The picture-in-picture window of its page; null if there is none. */
  pictureIn: number | null
  address: string
  isWall: boolean
}

export interface SeenTabs {
  tabs: readonly SeenTab[]
  windows: readonly SeenWindow[]
}

export interface PageInSight extends SeenPage {
  tab: SeenTab
}

/** The pages in tabs; not walls, and nothing of the browser itself. `windowOrder` as for `hiddenWindows`. */
export function seenPages(
  { tabs, windows }: SeenTabs,
  windowOrder: readonly number[],
  attendedTab: number | null,
  splits: readonly Split[],
): PageInSight[] {
  const hidden = hiddenWindows(windows, windowOrder)
  const fullscreen = new Set(windows.filter(({ isFullscreen }) => isFullscreen).map(({ id }) => id))
  return tabs.flatMap((tab) => {
    const place = tab.isWall ? null : placeOf(tab.address, splits)
    if (!place) return []
    const { isShown, isHeard, windowId, pictureIn } = tab
    return {
      tab,
      surface: place.surface,
      isPrivate: tab.incognito,
      isAttended: tab.id === attendedTab,
      isVisible: (isShown && !hidden.has(windowId)) || (pictureIn !== null && !hidden.has(pictureIn)),
      isHeard,
      isFullscreen: isShown && fullscreen.has(windowId),
    }
  })
}
