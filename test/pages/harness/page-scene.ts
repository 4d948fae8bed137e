/** Where the tests of pages run: without a browser, or in both browsers, which is slower but complete. */
import { afterAll, beforeAll } from 'vitest'
import { BROWSERS } from '../../e2e/harness/browsers.ts'
import { collectDownloads, type Downloads } from '../../e2e/harness/downloads.ts'
import type { LaunchOptions } from '../../e2e/harness/launch-options.ts'
import type { PageHost } from '../../e2e/harness/page-host.ts'
import type { Launch } from '../../e2e/harness/place.ts'
import { useScene } from '../../e2e/scene.ts'
import { installStandIn, type StandIn } from './stand-in-browser.ts'

interface PageScene {
  browser: PageHost
  /** Ends the worker, so that it does not write over what a test then changes in the database. The stand-in records nothing. */
  stopWorker: () => Promise<void>
  /** Sends all downloads from now on to a new directory. */
  collectDownloads: () => Promise<Downloads>
}

type UsePages = (options?: Pick<LaunchOptions, 'lang' | 'acceptLanguages'>) => PageScene

const useStandIn: UsePages = ({ lang = 'en', acceptLanguages = lang } = {}) => {
  const scene = {} as StandIn & PageScene
  beforeAll(async () => {
    Object.assign(scene, await installStandIn(lang, acceptLanguages), { stopWorker: async () => {} })
  })
  afterAll(async () => {
    if (scene.browser) await scene.end()
  })
  return scene
}

function useBrowser(launch: Launch, options: Parameters<UsePages>[0]): PageScene {
  const scene = useScene(launch, options)
  return Object.assign(scene, {
    stopWorker: () => scene.browser.killWorker(),
    collectDownloads: () => collectDownloads(scene.browser),
  })
}

const isInBrowsers = process.env['PAGES_IN'] === 'browsers'

/** For `describe.each`. `usePages` installs the extension before the tests of a group, and removes it after them. */
export const PLACES: readonly { name: string; usePages: UsePages }[] = isInBrowsers
  ? BROWSERS.map(({ name, launch }) => ({ name, usePages: (options) => useBrowser(launch, options) }))
  : [{ name: 'without a browser', usePages: useStandIn }]
