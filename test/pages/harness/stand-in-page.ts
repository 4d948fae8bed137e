/** A page of the extension without a browser, with the part of Puppeteer’s `Page` that tests of pages use. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { runInThisContext } from 'node:vm'
import { userEvent } from '@testing-library/user-event'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { vi } from 'vitest'
import { contextOf, type ExtensionApi, ORIGIN } from './extension-api.ts'
import { HIDDEN } from './page-elements.ts'
import { endThreads } from './page-thread.ts'
import { openWindow, type Save } from './page-window.ts'

/** A function that a test runs in the page. */
export type Look = (...parameters: never[]) => unknown

type User = ReturnType<typeof userEvent.setup>

/** The code with which a page begins. */
const BEGIN: Record<string, () => Promise<unknown>> = {
  dashboard: () => import('../../../entrypoints/dashboard/main'),
  popup: () => import('../../../entrypoints/popup/main'),
  welcome: () => import('../../../entrypoints/welcome/main'),
}

function found(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`There is no element ${selector}.`)
  return element
}

/** Clicks as Puppeteer does, which scrolls to the element and refuses one without a place on the page. */
async function clickWith(user: User, element: HTMLElement): Promise<void> {
  if (element.closest(HIDDEN)) throw new Error('Node is either not clickable or not an Element')
  await user.click(element)
}

/** Runs a function as a browser gets it: without what is around it in the test. */
export const lookWith = async (look: Look, ...parameters: unknown[]): Promise<unknown> =>
  (runInThisContext(`(${String(look)})`) as Look)(...(parameters as never[]))

const fileAt = async (path: string): Promise<File> => new File([await readFile(path)], basename(path))

const handlesFor = (user: User) => {
  const handleOf = (value: unknown) => ({
    asElement: () => (value instanceof Element ? elementOf(value as HTMLElement) : null),
    evaluate: (look: Look, ...parameters: unknown[]) => lookWith(look, value, ...parameters),
  })
  const elementOf = (element: HTMLElement) => ({
    ...handleOf(element),
    asElement: () => elementOf(element),
    click: () => clickWith(user, element),
    async press(key: string) {
      element.focus()
      await keyboardOf(user).press(key)
    },
    uploadFile: async (...paths: string[]) => user.upload(element, await Promise.all(paths.map(fileAt))),
  })
  return handleOf
}

/** Types and presses keys where the focus is. user-event takes `{` and `[` for the beginning of a key's name. */
function keyboardOf({ keyboard }: User) {
  return {
    press: (key: string) => keyboard(`{${key}}`),
    down: (key: string) => keyboard(`{${key}>}`),
    up: (key: string) => keyboard(`{/${key}}`),
    type: (text: string) => keyboard(text.replaceAll(/[[{]/g, '$&$&')),
  }
}

/** Opens a page in front, such as `dashboard.html#/sites`, with its own modules. */
export async function openStandInPage(api: ExtensionApi, path: string, save: Save) {
  const begin = BEGIN[path.split('.html')[0] ?? '']
  if (!begin) throw new Error(`${path} needs a browser.`)
  const window = openWindow(ORIGIN + path, save)
  const ofWorker = globalThis.chrome
  const context = contextOf(api)
  globalThis.chrome = context.api as never
  performance.clearMarks()
  vi.resetModules()
  const { default: theme } = await import('../../../entrypoints/theme')
  await theme.main()
  await begin()
  const user = userEvent.setup({ document, delay: null, pointerEventsCheck: 0, applyAccept: false })
  const handleOf = handlesFor(user)
  const keyboard = keyboardOf(user)
  let isClosed = false
  return {
    evaluate: lookWith,
    evaluateHandle: async (look: Look, ...parameters: unknown[]) =>
      handleOf(await lookWith(look, ...parameters)),
    $: async (selector: string) => handleOf(document.querySelector(selector)).asElement(),
    $$: async (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => handleOf(element).asElement()),
    $eval: (selector: string, look: Look, ...parameters: unknown[]) =>
      lookWith(look, found(selector), ...parameters),
    $$eval: (selector: string, look: Look, ...parameters: unknown[]) =>
      lookWith(look, [...document.querySelectorAll(selector)], ...parameters),
    focus: async (selector: string) => found(selector).focus(),
    click: (selector: string) => clickWith(user, found(selector)),
    select: (selector: string, ...values: string[]) => user.selectOptions(found(selector), values),
    async type(selector: string, text: string) {
      found(selector).focus()
      await keyboard.type(text)
    },
    keyboard,
    title: async () => document.title,
    url: () => location.href,
    isClosed: () => isClosed,
    async close() {
      if (isClosed) return
      isClosed = true
      // A part that is still loading must not find the next page or none.
      await vi.dynamicImportSettled()
      await act(() => render(null, found('#app')))
      // Effects run in the next frame. Wait for it while the window's names are still there.
      await new Promise(requestAnimationFrame)
      await endThreads()
      context.end()
      globalThis.chrome = ofWorker
      await window.happyDOM.abort()
    },
  }
}

export type StandInPage = Awaited<ReturnType<typeof openStandInPage>>
