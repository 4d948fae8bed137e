/** Hosts as tools write them. */

/** Letters beyond ASCII, and nothing that would end the host in an address. */
const IN_LETTERS = /^(?=.*[^ -~])[^\s/?#@\\]+$/

/** A host as browsers write it, in ASCII; other texts as they are. */
const inAscii = (text: string): string =>
  IN_LETTERS.test(text) && URL.canParse(`https://${text}/`) ? new URL(`https://${text}/`).hostname : text

/** A host in lower case, without scheme, port and the dot at its end; the rest of a local file's address is dropped. */
export function hostIn(written: string): string {
  const text = written.trim().toLowerCase()
  if (text.startsWith('file:')) return 'file:'
  const host = text
    .replace(/^https?:\/\//, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
  return inAscii(host)
}

/** Pages of the browser and of extensions, also as tools name them that look only at the host of an address. */
const BROWSER_PAGES =
  /^(?:newtab|new-tab-page|extensions|settings|history|downloads|bookmarks|flags|version|blank|(?:about|chrome|edge|brave|opera|vivaldi|(?:chrome|moz)-extension):.*|[a-p]{32}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/

/** Whether a host, or what a tool wrote in its place, is no page of the web. */
export const isBrowserPage = (host: string): boolean => BROWSER_PAGES.test(host)
