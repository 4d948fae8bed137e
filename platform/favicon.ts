import { browser } from 'wxt/browser'

/** The URL of a host's icon in the browser's own cache; null if the browser offers none. The host must be exact. */
const urlOf = (host: string | null): string | null =>
  host && import.meta.env.CHROME
    ? `/_favicon/?${new URLSearchParams({ pageUrl: `https://${host}/`, size: '32' })}`
    : null

/** Icon URLs by host, and the URL that returns the browser's icon for unknown hosts. */
export const icons = { urlOf, unknownUrl: urlOf(`${browser.runtime.id}.invalid`) }
