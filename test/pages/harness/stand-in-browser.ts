/** The extension without a browser: its worker and one page at a time, in this process. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import type { Page } from 'puppeteer-core'
import { vi } from 'vitest'
import { type Downloads, filesIn } from '../../e2e/harness/downloads.ts'
import { readStore } from '../../e2e/harness/extension-database.ts'
import type { PageHost } from '../../e2e/harness/page-host.ts'
import { temporaryDirectory } from '../../e2e/harness/temporary-directory.ts'
import { until } from '../../e2e/harness/until.ts'
import { createExtensionApi, ORIGIN } from './extension-api.ts'
import type { Download } from './page-elements.ts'
import { restoreGlobals } from './page-window.ts'
import { lookWith, openStandInPage, type StandInPage } from './stand-in-page.ts'

/** Keeps the timers that are set from now on. Returns a function that ends them, as when a browser ends. */
function ownTimers(): () => void {
  const set = new Set<NodeJS.Timeout>()
  const kept =
    (start: (...all: unknown[]) => NodeJS.Timeout) =>
    (...all: unknown[]) => {
      const timer = start(...all)
      set.add(timer)
      return timer
    }
  vi.stubGlobal('setTimeout', kept(globalThis.setTimeout as never))
  vi.stubGlobal('setInterval', kept(globalThis.setInterval as never))
  return () => {
    for (const timer of set) clearTimeout(timer)
  }
}

/** Gives the process the names that a worker uses, and an empty database. */
function stubProcess(preferred: string): void {
  const { userAgent, locks } = navigator
  const languages = preferred.split(',')
  const [language] = languages
  vi.stubGlobal('navigator', { language, languages, userAgent, locks })
  vi.stubGlobal('location', new URL(ORIGIN))
  globalThis.indexedDB = new IDBFactory()
}

/** Where downloads go once a test collects them; earlier ones are dropped. */
function downloadsOfInstallation() {
  let directory: string | undefined
  return {
    async collectDownloads(): Promise<Downloads> {
      directory = join(await temporaryDirectory('downloads'), 'files')
      mkdirSync(directory)
      return filesIn(directory)
    },
    async save({ name, content }: Download): Promise<void> {
      const bytes = new Uint8Array(await content.arrayBuffer())
      // Fails if the name is taken: a browser would choose another.
      if (directory) writeFileSync(join(directory, name), bytes, { flag: 'wx' })
    },
  }
}

export interface StandIn {
  browser: PageHost
  collectDownloads: () => Promise<Downloads>
  end: () => Promise<void>
}

/** Installs the extension, with its messages in a language, for a person who prefers others, and starts its worker. */
export async function installStandIn(lang: string, preferred: string): Promise<StandIn> {
  restoreGlobals()
  vi.unstubAllGlobals()
  stubProcess(preferred)
  const endTimers = ownTimers()
  const api = createExtensionApi(lang)
  globalThis.chrome = api as never
  vi.resetModules()
  const { default: worker } = await import('../../../entrypoints/background/index')
  worker.main()
  api.runtime.onInstalled.fire({ reason: 'install' })

  const { collectDownloads, save } = downloadsOfInstallation()
  let page: StandInPage | undefined
  const browser: PageHost = {
    evaluate: lookWith as PageHost['evaluate'],
    extensionUrl: (path) => ORIGIN + path,
    async openExtensionPage(path) {
      if (page && !page.isClosed()) throw new Error('Close the page before you open another one.')
      page = await openStandInPage(api, path, save)
      return page as unknown as Page
    },
    readDatabase: (store) => readStore({ evaluate: lookWith } as unknown as Page, store),
  }
  const end = async () => {
    await page?.close()
    const free = () =>
      until('the worker holds no lock', async () => (await navigator.locks.query()).held?.length === 0)
    await free()
    endTimers()
    // What was on its way when the timers ended.
    await free()
  }
  return { browser, collectDownloads, end }
}
