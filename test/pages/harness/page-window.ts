/** The window of a page without a browser, and its names as globals, where the page's code finds them. */
import { GlobalWindow } from 'happy-dom'
import { populateGlobal } from 'vitest/runtime'
import { type Download, DOWNLOAD, dropFocus, HIDDEN, patchElements } from './page-elements.ts'
import { PageThread } from './page-thread.ts'

/** What a page hands to the process: Node's own database and threads do not take those of happy-dom. */
const OF_THE_PROCESS = ['Blob', 'File', 'navigator'] as const

let restore: (() => void) | null = null

/** Takes back the globals that the last page set. */
export function restoreGlobals(): void {
  restore?.()
  restore = null
}

export type Save = (download: Download) => unknown

/** Opens an empty page of the extension at a URL. Its names stay globals until the next page is opened. */
export function openWindow(url: string, save: Save): GlobalWindow {
  restoreGlobals()
  const before = Object.getOwnPropertyDescriptors(globalThis) as Record<PropertyKey, PropertyDescriptor>
  const window = new GlobalWindow({ url, width: 1440, height: 900 })
  patchElements(window)
  dropFocus(window)
  window.document.head.innerHTML = `<style>${HIDDEN} { display: none }</style>`
  window.document.body.innerHTML = '<div id="app"></div>'
  Object.assign(window, { Worker: PageThread })
  const { keys } = populateGlobal(globalThis, window, { bindFunctions: true })
  for (const name of OF_THE_PROCESS)
    Object.defineProperty(globalThis, name, before[name] as PropertyDescriptor)
  globalThis.window.addEventListener(DOWNLOAD, (event) => save((event as CustomEvent<Download>).detail))
  restore = () => {
    for (const key of [...keys, 'window', 'self', 'top', 'parent']) {
      if (before[key]) Object.defineProperty(globalThis, key, before[key])
      else Reflect.deleteProperty(globalThis, key)
    }
  }
  return window
}
