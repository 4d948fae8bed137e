/** Which programs belong to a browser's bucket of ActivityWatch. */

interface Browser {
  /** As buckets are called. */
  name: RegExp
  /** As computers call it: Windows, macOS, Linux, Flatpak. */
  program: RegExp
  /** Whose extension it runs, so that its bucket may be called like that one's. */
  like?: 'chrom' | 'firefox'
}

const BROWSERS: readonly Browser[] = [
  { name: /librewolf/, program: /librewolf/i, like: 'firefox' },
  { name: /waterfox/, program: /waterfox/i, like: 'firefox' },
  { name: /floorp/, program: /floorp/i, like: 'firefox' },
  { name: /^zen/, program: /^zen(?![a-z])|\bzen_browser\b/i, like: 'firefox' },
  { name: /firefox/, program: /firefox|nightly/i },
  { name: /edge/, program: /edge(?!webview)/i, like: 'chrom' },
  { name: /brave/, program: /brave/i, like: 'chrom' },
  { name: /opera/, program: /opera/i, like: 'chrom' },
  { name: /vivaldi/, program: /vivaldi/i, like: 'chrom' },
  { name: /yandex/, program: /yandex/i, like: 'chrom' },
  { name: /helium/, program: /helium/i, like: 'chrom' },
  { name: /^arc/, program: /^arc(?:\.exe)?$/i, like: 'chrom' },
  { name: /^dia/, program: /^dia(?:\.exe)?$|\.dia$/i, like: 'chrom' },
  { name: /orion/, program: /^orion/i, like: 'chrom' },
  { name: /safari/, program: /safari/i },
  { name: /chrom/, program: /chrom/i },
]

/** `firefox` of `aw-watcher-web-firefox_LAPTOP` and of `aw-watcher-web-firefox-synced-from-LAPTOP`. */
const nameIn = (id: string): string =>
  id
    .toLowerCase()
    .replace(/^aw-watcher-web-/, '')
    .replace(/_.*|-synced-from-.*/s, '')

const browserOf = (id: string): Browser | undefined => BROWSERS.find(({ name }) => name.test(nameIn(id)))

/**
 * Whether a program is the browser of a bucket. One that calls its bucket like another's has no bucket of its own among
 * `all`; a bucket of no known name can be any browser's.
 */
export function programOf(id: string, all: readonly string[]): (program: string) => boolean {
  const own = browserOf(id)
  const taken = new Set(all.map(browserOf))
  const some = BROWSERS.filter((one) => {
    if (own === undefined || one === own) return true
    return one.like !== undefined && own.name.source === one.like && !taken.has(one)
  })
  return (program) => some.some((one) => one.program.test(program))
}
