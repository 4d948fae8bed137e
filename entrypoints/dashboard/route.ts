import { useEffect, useState } from 'preact/hooks'
import type { PageName } from '../../components/frame'

export interface Route {
  page: PageName
  /** The id of a section of the page to go to. */
  section: string | null
  /** The surface to unfold there. */
  surface: string | null
}

const HASH = /^#\/(today|firewall|settings)(?:\/([a-z-]+)(?:\/(.+))?)?$/

/** The route that a hash names; null for a name that nobody gave. */
export function parseRoute(hash: string): Route | null {
  const found = HASH.exec(hash)
  if (!found) return null
  const [, page, section = null, surface = null] = found
  return { page: page as PageName, section, surface }
}

/** The route in the address bar; what is unknown becomes today. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  const route = parseRoute(hash)
  useEffect(() => {
    const follow = () => setHash(location.hash)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (!route) location.replace('#/today')
  }, [hash])
  return route ?? { page: 'today', section: null, surface: null }
}
