/** Which windows a person cannot see, as far as the browser tells. */

/** A window of the browser; its place is in pixels of the screen. */
export interface SeenWindow {
  id: number
  isMinimised: boolean
  isFullscreen: boolean
  /** Whether it stays above other windows, as a picture in picture does. */
  isOnTop: boolean
  left: number
  top: number
  width: number
  height: number
}

/** How far a maximised window may reach over the edge of its screen, px; some systems report it so. */
const OVERHANG_PX = 16

/** Whether one window lies wholly behind another one that is in front of it. */
const isBehind = (one: SeenWindow, front: SeenWindow): boolean =>
  one.left >= front.left - OVERHANG_PX &&
  one.top >= front.top - OVERHANG_PX &&
  one.left + one.width <= front.left + front.width + OVERHANG_PX &&
  one.top + one.height <= front.top + front.height + OVERHANG_PX

const overlap = (one: SeenWindow, other: SeenWindow): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

/**
 * The ids of the windows that are minimised or wholly behind one that had the focus later. `order` has the ids of
 * windows, the one that had the focus last first; of others nobody knows how they lie. A full-screen window is hidden
 * as soon as another window of its screen has the focus: some systems give it a desktop of its own.
 */
export function hiddenWindows(windows: readonly SeenWindow[], order: readonly number[]): Set<number> {
  const open = windows.filter(({ isMinimised }) => !isMinimised)
  const ordered = order.flatMap((id) => open.find((one) => one.id === id) ?? [])
  const isHidden = (one: SeenWindow): boolean => {
    if (one.isMinimised) return true
    if (one.isOnTop) return false
    const place = ordered.indexOf(one)
    const inFront = ordered.slice(0, place === -1 ? ordered.length : place).filter(({ isOnTop }) => !isOnTop)
    return inFront.some((front) => isBehind(one, front) || (one.isFullscreen && overlap(one, front)))
  }
  return new Set(windows.filter(isHidden).map(({ id }) => id))
}

/** The order of windows after one of them has the focus; without those that no longer exist. */
export const orderAfter = (
  order: readonly number[],
  front: number | null,
  windows: readonly SeenWindow[],
): number[] =>
  [...new Set(front === null ? order : [front, ...order])].filter((id) =>
    windows.some((one) => one.id === id),
  )
