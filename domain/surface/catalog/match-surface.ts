import type { CatalogSite, CatalogSurface } from './entry'

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

/** The first named part of the site that contains the address; undefined means the site as a whole. */
export function matchSurface(
  site: CatalogSite,
  subdomainLabels: readonly string[],
  pathSegments: readonly string[],
): CatalogSurface | undefined {
  return site.surfaces.find(({ match }) =>
    match.some((pattern) => matches(pattern, subdomainLabels, pathSegments)),
  )
}
