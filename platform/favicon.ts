import { browser } from 'wxt/browser'

/** The browser's own icon cache, asked for an exact host; null where the browser has none to offer. */
const urlOf = (host: string | null): string | null =>
  host && import.meta.env.CHROME
    ? `/_favicon/?${new URLSearchParams({ pageUrl: `https://${host}/`, size: '32' })}`
    : null

/** Where icons are found, and what is found for a host that the browser does not know. */
export const icons = { urlOf, unknownUrl: urlOf(`${browser.runtime.id}.invalid`) }
