import { browser } from 'wxt/browser'

const PORT = 'popup'

/** Calls back whenever our popup opens or closes. */
export function onPopupChange(listener: () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT) return
    listener()
    port.onDisconnect.addListener(listener)
  })
}

/** Whether the person is looking at our popup: the page beneath it then still has their attention. */
export async function isPopupOpen(): Promise<boolean> {
  const popups = await browser.runtime.getContexts({ contextTypes: ['POPUP'] as never })
  return popups.length > 0
}

/** Called by the popup, so that the worker knows while it is open. */
export const announcePopup = (): void => {
  browser.runtime.connect({ name: PORT })
}
