/**
 * What an address shows: translated, cached, archived, AMP, reader and embedded copies name it in their own address.
 * Source of each form: the addresses that the service or the browser itself produces, as of November 2026; the host
 * before `.translate.goog` and `.cdn.ampproject.org` is read as Google documents it for ad networks and AMP caches.
 */

/** Prefixes that browsers put before an address: page source, a page's blobs and files, the PDF viewer. */
const WRAPPERS = [
  /^view-source:/i,
  /^blob:/i,
  /^filesystem:/i,
  /^chrome-extension:\/\/[a-p]{32}\/(?=(?:https?|file):)/i,
]

/** The readers of browsers, which have the address of the page in `url`: Firefox, Chromium, Edge. */
const READERS = /^(?:about:reader\?|chrome-distiller:|read:)/i

/** How the address of a copy names what it shows; undefined if it does not. */
type Shown = (url: URL) => string | undefined

const inQuery =
  (...names: readonly string[]): Shown =>
  ({ searchParams }) =>
    names.map((name) => searchParams.get(name)).find(Boolean) ?? undefined

/** The rest of the address, query included, after a pattern at the beginning of its path. */
const after =
  (pattern: RegExp): Shown =>
  ({ pathname, search }) => {
    const found = pattern.exec(pathname)
    return found ? pathname.slice(found[0].length) + search : undefined
  }

/** The same path on the site to which an embedded page belongs. */
const sameOn =
  (host: string): Shown =>
  ({ pathname, search }) =>
    `https://${host}${pathname}${search}`

/** `my--site-com` → `my-site.com`; a host with other letters than a to z begins with `0-`, see `_x_tr_enc`. */
function decodedHost(label: string, encodings: readonly string[] = []): string {
  const plain = encodings.includes('1') ? label.replace(/^1-/, '') : label
  const isIdn = encodings.includes('0') && plain.startsWith('0-')
  const host = (isIdn ? plain.slice(2) : plain).replace(/\b-\b/g, '.').replaceAll('--', '-')
  return isIdn ? `xn--${host}` : host
}

const translated: Shown = ({ hostname, pathname, search, searchParams }) => {
  const label = (searchParams.get('_x_tr_hp') ?? '') + hostname.split('.', 1)[0]
  return `https://${decodedHost(label, searchParams.get('_x_tr_enc')?.split(','))}${pathname}${search}`
}

/** `/c/s/<address>`: an AMP cache names the kind of document, and `s` for https. */
const ampPath = after(/^\/[a-z\d]+\/(?:s\/)?(?=[^/]*\.)/)

/** An archive names the time of the copy, then its address: `/web/20200101000000if_/https://…`, `/2014.07.25-201304/…`. */
const archived = after(
  /^\/(?:[\w-]+\/)*?(?:\d{1,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6}|newest|oldest|latest|timegate)\/(?=[^/]*[.:])/,
)

const cached: Shown = ({ searchParams }) =>
  /^cache:(?:[\w-]{12}:)?(\S+)/.exec(searchParams.get('q') ?? '')?.[1]

interface CopyForm {
  /** Whole hosts. */
  hosts: RegExp
  path?: RegExp
  shown: Shown
}

const COPY_FORMS: readonly CopyForm[] = [
  // Translated
  { hosts: /\.translate\.goog$/, shown: translated },
  { hosts: /^(?:translate|www)\.google\.[a-z.]+$/, path: /^\/(?:translate|website)/, shown: inQuery('u') },
  { hosts: /^translate\.googleusercontent\.com$/, shown: inQuery('u') },
  { hosts: /(?:^|\.)(?:translatetheweb|microsofttranslator)\.com$/, shown: inQuery('a') },
  { hosts: /^translate\.yandex\.[a-z.]+$/, path: /^\/translate$/, shown: inQuery('url') },
  { hosts: /^translated\.turbopages\.org$/, shown: after(/^\/proxy_u\/[^/]+\/https?\//) },
  { hosts: /^papago\.naver\.(?:com|net)$/, path: /^\/website/, shown: inQuery('url') },
  { hosts: /^fanyi\.baidu\.com$/, path: /^\/transpage/, shown: inQuery('query') },
  // Cached
  { hosts: /^webcache\.googleusercontent\.com$/, shown: cached },
  { hosts: /^(?:hghltd\.yandex\.net|yandexwebcache\.net)$/, shown: inQuery('url') },
  // Archived
  { hosts: /^(?:web|wayback)\.archive\.org$|\.archive-it\.org$/, shown: archived },
  { hosts: /^archive\.(?:today|ph|is|li|vn|md|fo)$/, shown: archived },
  { hosts: /^archive\.(?:today|ph|is|li|vn|md|fo)$/, shown: after(/^\/o\/\w+\//) },
  { hosts: /^(?:arquivo\.pt|(?:www\.)?webarchive\.org\.uk)$/, shown: archived },
  {
    hosts: /^(?:webarchive\.(?:nationalarchives\.gov|parliament)\.uk|webarchive\.loc\.gov)$/,
    shown: archived,
  },
  { hosts: /^(?:wayback\.)?vefsafn\.is$|^timetravel\.mementoweb\.org$/, shown: archived },
  { hosts: /^megalodon\.jp$/, shown: after(/^\/(?:ref\/)?[\d-]+\/(?=\S+\.)/) },
  { hosts: /^ghostarchive\.org$/, path: /^\/varchive\/./, shown: () => 'https://www.youtube.com/watch' },
  // AMP and other fast copies of search engines
  { hosts: /^www\.google\.[a-z.]+$|^www\.bing\.com$/, path: /^\/amp\//, shown: ampPath },
  { hosts: /(?:^|\.)cdn\.ampproject\.org$/, path: /^\/[a-z\d]+\/(?:s\/)?[^/]+\./, shown: ampPath },
  { hosts: /\.cdn\.ampproject\.org$/, shown: ({ hostname }) => decodedHost(hostname.split('.', 1)[0] ?? '') },
  { hosts: /(?:^|\.)(?:bing-amp|mipcdn)\.com$/, shown: ampPath },
  { hosts: /\.turbopages\.org$/, shown: after(/^\/(?=[^/]+\.[^/]+\/)/) },
  { hosts: /^yandex\.[a-z.]+$/, path: /^\/turbo(?:\/|$)/, shown: inQuery('text') },
  { hosts: /^yandex\.[a-z.]+$/, shown: after(/^\/turbo\/(?=[^/]+\.)/) },
  // Readers on the web
  {
    hosts: /^(?:r\.jina\.ai|12ft\.io|1ft\.io|freedium(?:-mirror)?\.cfd|txtify\.it)$/,
    shown: after(/^\/(?=\S+\.)/),
  },
  { hosts: /^(?:12ft|1ft)\.io$/, path: /^\/proxy$/, shown: inQuery('q') },
  { hosts: /^(?:www\.)?smry\.ai$/, path: /^\/proxy$/, shown: inQuery('url') },
  { hosts: /^(?:www\.)?smry\.ai$/, shown: after(/^\/(?=\S+\.)/) },
  { hosts: /^www\.printfriendly\.com$/, shown: inQuery('url') },
  // Embedded
  { hosts: /(?:^|\.)(?:youtube-nocookie|youtubeeducation)\.com$/, shown: sameOn('www.youtube.com') },
  { hosts: /^youtube\.googleapis\.com$/, shown: sameOn('www.youtube.com') },
  { hosts: /(?:^|\.)redditmedia\.com$/, shown: sameOn('www.reddit.com') },
]

/** Makes a whole web address of what a copy names: `https:/a.com`, `a.com` and `https%3A%2F%2Fa.com` → `https://a.com`. */
function wholeAddress(named: string): string | null {
  const text = /^https?%3a/i.test(named) ? unescaped(named) : named
  const slashed = text.replace(/^(https?):\/*/i, '$1://')
  const whole = /^https?:/i.test(slashed) ? slashed : `https://${slashed}`
  return URL.canParse(whole) && new URL(whole).hostname.includes('.') ? whole : null
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address that a copy on another server shows; null for any other page. */
function copied(url: URL): string | null {
  const host = url.hostname.replace(/\.+$/, '')
  for (const { hosts, path, shown } of COPY_FORMS) {
    if (!hosts.test(host) || (path && !path.test(url.pathname))) continue
    const named = shown(url)
    const whole = named === undefined ? null : wholeAddress(named)
    if (whole !== null) return whole
  }
  return null
}

/** Takes off what the browser itself puts around an address. */
function bare(address: string): string {
  for (const wrapper of WRAPPERS) if (wrapper.test(address)) return bare(address.replace(wrapper, ''))
  if (!READERS.test(address)) return address
  return new URLSearchParams(address.slice(address.indexOf('?') + 1)).get('url') ?? ''
}

/** What an address shows. */
export interface ShownPage {
  url: URL
  /** The page that shows the copy, if it is one. */
  copyAt: URL | null
}

/** Copies of copies are unwrapped so many times. */
const DEEPEST = 5

/** Unwraps an address: what it shows in the end, and where; null if that is no address. */
export function shownPage(address: string): ShownPage | null {
  const inner = bare(address.trim())
  if (!URL.canParse(inner)) return null
  const first = new URL(inner)
  let url = first
  for (let i = 0; i < DEEPEST; i += 1) {
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
    const next = isWeb ? copied(url) : null
    if (next === null) break
    url = new URL(next)
  }
  return { url, copyAt: url === first ? null : first }
}
