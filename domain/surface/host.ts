/** Whether a text from outside can be a host, and whose. */

/** Marks that end a host in an address, or that browsers refuse in one. */
const NO_HOST = /[\s\p{C}<>"`\\/:?#@[\]^|%]/u

/** An address of version 6 as browsers write it. */
const BRACKETS = /^\[[\da-f:.]+\]$/

/** Whether a text is a host as browsers write it, so that `https://` before it leads there and nowhere else. */
export function isHost(text: string): boolean {
  if (text === '' || (NO_HOST.test(text) && !BRACKETS.test(text))) return false
  // Browsers disagree on which encoded names they take.
  if (text.includes('xn--')) return true
  const address = `https://${text}/`
  return URL.canParse(address) && new URL(address).hostname === text
}

/** Whether it is a host of the site. */
export const isHostOf = (text: string, site: string): boolean =>
  isHost(text) && (text === site || text.endsWith(`.${site}`))
