/**
 * Lets an update of the extension wait until none of our pages is open. The browser closes them when it installs the
 * update, and with a wall it would close the page that waits behind it.
 */
import { browser } from 'wxt/browser'
import { hasOwnTab } from '../../platform/tabs'
import { isPopupOpen } from '../../platform/popup-open'
import { isUpdateWaiting, setUpdateWaiting } from '../../storage/said/session'

export function postponeUpdates(report: (error: unknown) => void): void {
  /** Undefined until it is read: the worker may have been restarted since the browser announced the update. */
  let isWaiting: boolean | undefined

  const installIfFree = async (closing: number | null): Promise<void> => {
    isWaiting ??= await isUpdateWaiting()
    if (!isWaiting || (await hasOwnTab(closing)) || (await isPopupOpen())) return
    // Several tabs may close at once, and Chromium stops an extension that reloads often.
    if (isWaiting) browser.runtime.reload()
    isWaiting = false
  }

  const install = (closing: number | null = null) => void installIfFree(closing).catch(report)
  browser.runtime.onUpdateAvailable.addListener(() => {
    isWaiting = true
    void setUpdateWaiting()
      .then(() => installIfFree(null))
      .catch(report)
  })
  browser.tabs.onRemoved.addListener((id) => install(id))
  browser.tabs.onUpdated.addListener((_id, { url }) => {
    if (url !== undefined) install()
  })
}
