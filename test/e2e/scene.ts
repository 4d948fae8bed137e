/** A browser on its own display, with stand-ins for all web sites, and access to what it has recorded. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import type { Span } from '../../domain/record/span'
import type { LaunchOptions } from './harness/launch-options.ts'
import { launchChromium } from './harness/chromium.ts'
import { launchFirefox } from './harness/firefox.ts'
import type { PageHost } from './harness/page-host.ts'
import {
  borrowPlace,
  closePlace,
  givePlaceBack,
  type Launch,
  onScreen,
  openPlace,
  type Place,
} from './harness/place.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { openSpan } from './open-span.ts'
import { welcomed } from './welcomed.ts'

export { openSpan }

export type Scene = Place

type SceneOptions = Partial<LaunchOptions> & { pages?: Record<string, string> }

/** Browsers that start in the same way in many files, so that one file can keep its browser for the next. */
const KEPT = new Map<Launch, string>([
  [launchChromium, 'Chromium'],
  [launchFirefox, 'Firefox'],
])

/** Starts a scene before all tests of a file or group, and stops it after them. */
export function useScene(launch: Launch, { pages = {}, ...options }: SceneOptions = {}): Scene {
  const { lang, ...special } = options
  const known = KEPT.get(launch)
  const key = known && Object.keys(special).length === 0 ? `${known} ${lang ?? 'en'}` : null
  const scene = {} as Scene
  beforeAll(async () => {
    const place = key === null ? openPlace(launch, pages, options) : borrowPlace(key, launch, pages, lang)
    Object.assign(scene, await place)
    await welcomed(scene.browser)
  })
  afterAll(async () => {
    // Without a browser, the place was closed when it could not be opened.
    if (scene.browser) await (key === null ? closePlace(scene) : givePlaceBack(key, scene))
  })
  return scene
}

interface LastingScene extends Scene {
  /** Starts the browser again with the same profile after it was killed. */
  startAgain(): Promise<void>
  userDataDir(): string
}

/** A scene whose profile outlives the browser. */
export function useLastingScene(launch: Launch): LastingScene {
  let userDataDir: string
  beforeAll(async () => {
    userDataDir = await temporaryDirectory('lasting')
  })
  afterAll(() => removeDirectory(userDataDir)) // hooks run in reverse order: the browser is closed by then
  const start: Launch = (options) => launch({ ...options, userDataDir })
  const scene = useScene(start)
  return Object.assign(scene, {
    async startAgain() {
      scene.browser = await start(onScreen(scene))
    },
    userDataDir: () => userDataDir,
  })
}

/** Waits. Only for tests about time itself, which have no other condition to wait for. */
export const pass = (seconds: number): Promise<void> => sleep(seconds * 1000)

export const closedSpans = async (browser: PageHost): Promise<Span[]> =>
  ((await browser.readDatabase('spans')) as Span[]).sort((a, b) => a.start - b.start)

/** Waits until the surface is being recorded. */
export const recording = (browser: TestBrowser, surface: string): Promise<Span> =>
  until(`${surface} is being recorded`, async () => {
    const open = await openSpan(browser)
    return open?.surface === surface && open
  })

/** Waits until the last span on a surface is closed. */
export const closed = (browser: TestBrowser, surface: string, timeoutMs?: number): Promise<Span> =>
  until(
    `a span on ${surface} is closed`,
    async () => {
      const open = await openSpan(browser)
      const spans = await closedSpans(browser)
      return open?.surface === surface ? undefined : spans.findLast((span) => span.surface === surface)
    },
    timeoutMs,
  )

export const secondsOf = ({ start, end }: Span): number => (end - start) / 1000
