import { browser } from 'wxt/browser'

/** The browser's own icon cache, asked for an exact host; null where the browser has none to offer. */
export const faviconUrl = (host: string | null): string | null =>
  host && import.meta.env.CHROME
    ? `/_favicon/?${new URLSearchParams({ pageUrl: `https://${host}/`, size: '32' })}`
    : null

/** What the icon cache answers for a host it does not know. */
export const unknownFaviconUrl = (): string | null => faviconUrl(`${browser.runtime.id}.invalid`)
