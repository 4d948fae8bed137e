import { catalogSite } from './catalog/catalog'
import { matches, matchSurface } from './catalog/match-surface'
import { shownPage } from './copies'
import { registrableDomain } from './registrable-domain'

/** A part of a site that the person made into a surface of its own. */
export interface Split {
  surface: string
  /** See catalog/entry.ts. */
  pattern: string
}

/** Where an address leads. */
export interface Place {
  site: string
  surface: string
  /** Only for the browser's icon cache; empty for a file and for a copy, whose host must not be kept. */
  host: string
  /** For a copy of a page: the surface of the service that shows it. */
  copyAt?: string
}

const FILES: Place = { site: 'file', surface: 'file', host: '' }

/** The registrable domain (private suffixes included); an IP address, `localhost` or a suffix is its own site. */
function siteOfHost(host: string): string {
  if (host === 'localhost' || host.endsWith('.localhost')) return 'localhost'
  return registrableDomain(host) ?? host
}

/** Decodes escaped letters, digits and -._~, which mean the same unescaped (RFC 3986, 6.2.2.2). */
const unescaped = (path: string): string =>
  path.replace(/%(?:2[de]|3\d|[46][1-9a-f]|5[0-9af]|7[0-9ae])/gi, decodeURIComponent)

interface Parts {
  site: string
  host: string
  labels: string[]
  segments: string[]
}

function dissect(url: URL): Parts {
  const host = url.hostname.replace(/\.+$/, '')
  const site = siteOfHost(host)
  const labels = host
    .slice(0, Math.max(0, host.length - site.length - 1))
    .split('.')
    .filter(Boolean)
  return { site, host, labels, segments: unescaped(url.pathname).split('/').filter(Boolean) }
}

/** The place of a web address; null without a host. */
function placeOfUrl(url: URL, splits: readonly Split[]): Place | null {
  const { site, host, labels, segments } = dissect(url)
  if (!site) return null
  const split = splits
    .filter(({ surface, pattern }) => surface.startsWith(`${site}/`) && matches(pattern, labels, segments))
    .sort((a, b) => b.pattern.length - a.pattern.length)[0]
  if (split) return { site, surface: split.surface, host }
  const entry = catalogSite(site)
  const part = entry && matchSurface(entry, labels, segments)
  return { site, surface: part ? `${site}/${part.slug}` : site, host }
}

/**
 * Finds the site and surface of an address; of a copy, those of the page that it shows. Null if nothing is to be
 * recorded: pages of the browser and of extensions, data URLs, and text that is not an address.
 */
export function placeOf(address: string, splits: readonly Split[]): Place | null {
  const page = shownPage(address)
  if (page?.url.protocol === 'file:') return FILES
  if (page?.url.protocol !== 'http:' && page?.url.protocol !== 'https:') return null
  const place = placeOfUrl(page.url, splits)
  const service = page.copyAt && placeOfUrl(page.copyAt, splits)
  return place && service ? { ...place, host: '', copyAt: service.surface } : place
}

/** Finds the site and surface of a domain or address that the person typed or pasted; null if it is neither. */
export function typedPlace(typed: string, splits: readonly Split[]): Place | null {
  const text = typed.trim()
  const isWhole = /^(?:https?|file):\/\//i.test(text)
  const place = /\s/.test(text) ? null : placeOf(isWhole ? text : `https://${text}`, splits)
  if (place === null || isWhole) return place
  const isName = /[.:]|^localhost$/.test(place.site)
  const isNumber = /^[\d.]+$/.test(place.site) && !text.startsWith(place.site) // 2.5 would be read as 2.0.0.5
  return isName && !isNumber ? place : null
}

/** Makes a surface of a typed part of a site (`blog.example.com`, `example.com/blog`); null if it is not one. */
export function splitOf(typed: string): Split | null {
  const address = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
  const page = /\s/.test(address) ? null : shownPage(address)
  if (page === null) return null
  const { site, labels, segments } = dissect(page.url)
  const named = labels.filter((label) => label !== 'www')
  const pattern = `${named.length > 0 ? `${named.join('.')}.` : ''}${segments.map((segment) => `/${segment}`).join('')}`
  if (!site.includes('.') || pattern === '' || pattern.includes('*')) return null
  return { surface: `${site}/${pattern.replace(/^\//, '')}`, pattern }
}
