/** Whether our popup is open, and when that changes. */
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

/** Whether our popup is open. The page beneath it then still has the person's attention. */
export async function isPopupOpen(): Promise<boolean> {
  const popups = await browser.runtime.getContexts({ contextTypes: ['POPUP'] as never })
  return popups.length > 0
}

/** Called by the popup to tell the worker that it is open. */
export const announcePopup = (): void => {
  browser.runtime.connect({ name: PORT })
}
