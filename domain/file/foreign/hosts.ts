/** Hosts as tools write them. */

/** A host in lower case, without scheme, port and the dot at its end; the rest of a local file's address is dropped. */
export function hostIn(written: string): string {
  const text = written.trim().toLowerCase()
  if (text.startsWith('file:')) return 'file:'
  return text
    .replace(/^https?:\/\//, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
}

/** Pages of the browser and of extensions, as tools that look only at the host of an address name them. */
const BROWSER_PAGES =
  /^(?:newtab|new-tab-page|extensions|settings|history|downloads|bookmarks|flags|version|about:.*|blank|[a-p]{32}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/

export const isBrowserPage = (host: string): boolean => BROWSER_PAGES.test(host)
