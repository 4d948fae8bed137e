import type { Page } from 'puppeteer-core'
import { until } from './until.ts'

export interface Popup {
  /** Runs a function inside the browser with the popup's window. The function must be self-contained. */
  evaluate<T>(look: (view: Window) => T): Promise<Awaited<T>>
  close(): Promise<void>
}

/** Opens the popup and controls it from another page of the extension. */
export async function openPopup(origin: Page): Promise<Popup> {
  await origin.evaluate(() => chrome.action.openPopup())
  await until('the popup is there', () => origin.evaluate(`${POPUP}?.document.readyState === 'complete'`))
  return {
    evaluate: (look) => origin.evaluate(`(${look})(${POPUP})`) as Promise<never>,
    async close() {
      await origin.evaluate(`${POPUP}.close()`)
      await until('the popup is closed', () => origin.evaluate(`${POPUP} === undefined`))
    },
  }
}

const POPUP = `chrome.extension.getViews({ type: 'popup' })[0]`
