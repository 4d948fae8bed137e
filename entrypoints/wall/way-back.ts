/**
 * The way back from a wall that the worker does not know, as after a restart of the browser. The blocked page is the
 * entry before the wall in the tab's own history, which the browser restores with the tab. So no address is stored.
 */
import { useEffect } from 'preact/hooks'

/** Whether the tab may have a page to go back to: a wall in a tab of its own has none. */
export const hasWayBack = (): boolean => history.length > 1

export const goBack = (): void => history.back()

/** Goes back from a left-over wall, once, when the person sees it. If the page is still limited, it gets a new wall. */
export function useWayBack(isLeftOver: boolean | null): void {
  useEffect(() => {
    if (!isLeftOver || !hasWayBack()) return undefined
    const goIfSeen = () => {
      if (document.hidden) return
      document.removeEventListener('visibilitychange', goIfSeen)
      goBack()
    }
    document.addEventListener('visibilitychange', goIfSeen)
    goIfSeen()
    return () => document.removeEventListener('visibilitychange', goIfSeen)
  }, [isLeftOver])
}
