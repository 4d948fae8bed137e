import type { CatalogSite, CatalogSurface } from './entry'
import { patterns } from './patterns'
import { SIGN_IN, signInPatterns } from './sign-in'

const same = (part: string, actual: string | undefined): boolean =>
  actual !== undefined && (part === '*' || part.toLowerCase() === actual.toLowerCase())

/**
 * Whether a pattern (see entry.ts) matches. `labels` are those before the site, in the order of the address;
 * `segments` are the non-empty ones of the path.
 */
export function matches(pattern: string, labels: readonly string[], segments: readonly string[]): boolean {
  const [host = '', ...path] = pattern.split('/')
  const wanted = host.split('.').filter(Boolean)
  const first = labels.length - wanted.length
  return (
    wanted.every((part, i) => same(part, labels[first + i])) &&
    path.every((part, i) => same(part, segments[i]))
  )
}

/** The patterns of a part of a group of sites. */
export const patternsOf = (head: string, slug: string): readonly string[] =>
  (slug === SIGN_IN ? signInPatterns(head) : (patterns[head]?.[slug] ?? `/${slug}`)).split(' ')

/** The first named part of the site that contains the address; undefined means the site as a whole. */
export function matchSurface(
  site: CatalogSite,
  subdomainLabels: readonly string[],
  pathSegments: readonly string[],
): CatalogSurface | undefined {
  return site.surfaces.find(({ slug }) =>
    patternsOf(site.head, slug).some((pattern) => matches(pattern, subdomainLabels, pathSegments)),
  )
}
