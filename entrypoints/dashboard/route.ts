import { useEffect, useState } from 'preact/hooks'
import { PAGES, type PageName } from '../../components/page/frame'

/** `#/page/part/surface`: what a page shows can be bookmarked and is part of the browser's history. */
export interface Route {
  page: PageName
  /** The range to show, or the id of a section to go to. */
  part: string | null
  /** The surface to unfold there. */
  surface: string | null
}

const HASH = /^#\/([a-z]+)(?:\/([\w-]+)(?:\/(.+))?)?$/

const isPage = (name: string | undefined): name is PageName => PAGES.includes(name as PageName)

/** The route that a hash names; null if there is no such page. */
export function parseRoute(hash: string): Route | null {
  const [, page, part = null, surface = null] = HASH.exec(hash) ?? []
  return isPage(page) ? { page, part, surface } : null
}

/** The hash of a route. Missing parts are left out. */
export const hashOf = (page: PageName, part?: string, surface?: string): string =>
  ['#', page, part, surface].filter((piece) => piece !== undefined).join('/')

/** The route in the address bar; an unknown one becomes today. */
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
  return route ?? { page: 'today', part: null, surface: null }
}
