/**
 * Takes pictures of the extension's pages. They open without focus: the last visited page is still recorded, so
 * that the popup, opened as a page, shows the same as the real popup.
 */
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { type ColourScheme, setColourScheme } from '../../test/e2e/harness/colour-scheme.ts'
import { setFirefoxPreferences } from '../../test/e2e/harness/firefox-preferences.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { until } from '../../test/e2e/harness/until.ts'
import { wallPage } from '../../test/e2e/wall-scene.ts'

/** Languages that Zeitwert speaks. */
export type Language = 'en' | 'de'

/** Reported file names are relative to this folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const FOLDER = join('.output', 'demo')

export interface Size {
  width: number
  height: number
  deviceScaleFactor: number
}

interface Subject {
  name: string
  path: string
  viewport: Size
  /** Whether to show the whole page. The viewport then becomes as high, so that sticky elements cover nothing. */
  isWhole: boolean
  /** What comes after the figures, with a part of the page that is loaded later. */
  later?: string
  /** Whether Firefox must show it in front, because it loads its figures only while visible. It must come last. */
  isInFront?: boolean
}

/** Browsers limit a popup to 600 px in height. */
export const POPUP: Size = { width: 360, height: 600, deviceScaleFactor: 2 }
const WINDOW: Size = { width: 1280, height: 800, deviceScaleFactor: 1 }

const SUBJECTS: readonly Subject[] = [
  { name: 'popup', path: 'popup.html', viewport: POPUP, isWhole: false, later: '.limits li' },
  { name: 'today', path: 'dashboard.html#/today', viewport: WINDOW, isWhole: true, later: '.day-strip' },
  { name: 'statement', path: 'dashboard.html#/week', viewport: WINDOW, isWhole: true },
  { name: 'trends', path: 'dashboard.html#/trends', viewport: WINDOW, isWhole: true },
  { name: 'sites', path: 'dashboard.html#/sites', viewport: WINDOW, isWhole: true },
  {
    name: 'surface',
    path: 'dashboard.html#/sites/this-month/youtube.com/shorts',
    viewport: WINDOW,
    isWhole: true,
  },
  { name: 'insights', path: 'dashboard.html#/insights', viewport: WINDOW, isWhole: true },
  { name: 'settings', path: 'dashboard.html#/settings', viewport: WINDOW, isWhole: true },
  { name: 'welcome', path: 'welcome.html', viewport: WINDOW, isWhole: true },
  { name: 'firewall', path: 'dashboard.html#/firewall', viewport: WINDOW, isWhole: true, isInFront: true },
]

/** No slower timers in background tabs, and scrollbars above the page, so that it is as wide as its window. */
const FOR_PICTURES = {
  'dom.min_background_timeout_value_without_budget_throttling': 0,
  'ui.useOverlayScrollbars': 1,
}

/** Must be called once before the first page is opened behind: Firefox lets its timers come once a second, or less. */
export async function readyForPictures(browser: TestBrowser): Promise<void> {
  if (browser.name === 'firefox') await setFirefoxPreferences(browser.driver, FOR_PICTURES)
}

const fileOf = (name: string, language: Language) => (scheme: ColourScheme) =>
  join(FOLDER, `${name}-${scheme}-${language}.png`)

/** Takes every page in light and dark. Reports each file when it is written, relative to the root. */
export async function takePictures(
  browser: TestBrowser,
  language: Language,
  onWritten: (file: string) => void,
): Promise<void> {
  for (const { name, path, viewport, isWhole, later, isInFront } of SUBJECTS) {
    const page = await openBeside(browser, path, isInFront)
    await page.setViewport(viewport)
    if (later !== undefined)
      await until(`${later} is there`, () =>
        page.evaluate((selector) => document.querySelector(selector) !== null, later),
      )
    await take(browser, page, fileOf(name, language), isWhole ? viewport : null, onWritten)
    await page.close()
  }
}

/** Takes the wall that is open in a tab. */
export async function takeWall(
  browser: TestBrowser,
  language: Language,
  onWritten: (file: string) => void,
): Promise<void> {
  const page = await wallPage(browser)
  await page.setViewport(WINDOW)
  await take(browser, page, fileOf('wall', language), null, onWritten)
}

const lengthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)

/** The chart's pixels as a data URL; empty if the page has none. */
const chartOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLCanvasElement>('.bar-chart canvas')?.toDataURL() ?? '')

/** Switches the page and its chart to a colour scheme. Firefox may not notify background tabs, so they reload. */
async function colour(browser: TestBrowser, page: Page, scheme: ColourScheme): Promise<void> {
  const isAlready = await page.evaluate(
    (name) => matchMedia(`(prefers-color-scheme: ${name})`).matches,
    scheme,
  )
  const before = await chartOf(page)
  await setColourScheme(browser, page, scheme)
  if (browser.name === 'firefox')
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), scheme)
  if (before === '') return
  if (browser.name === 'firefox') await reload(page)
  else if (!isAlready) await until(`the chart is ${scheme}`, async () => (await chartOf(page)) !== before)
}

async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    performance.clearMarks('ready')
    setTimeout(() => location.reload())
  })
  await until(
    'the figures and the chart are there again',
    () =>
      page
        .evaluate(
          () =>
            performance.getEntriesByName('ready').length > 0 &&
            document.querySelector<HTMLCanvasElement>('.bar-chart canvas') !== null,
        )
        .catch(() => false), // the page is reloading
  )
}

/** Takes an open page in light and dark. */
export async function take(
  browser: TestBrowser,
  page: Page,
  /** Relative to the root. */
  fileIn: (scheme: ColourScheme) => string,
  /** The viewport of a page taken at full length; null for the visible part only. */
  whole: Size | null,
  onWritten: (file: string) => void,
): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await colour(browser, page, scheme)
    if (whole) await page.setViewport({ ...whole, height: await lengthOf(page) })
    const file = fileIn(scheme)
    await mkdir(join(ROOT, dirname(file)), { recursive: true })
    await page.screenshot({ path: join(ROOT, file) as `${string}.png`, fullPage: whole !== null })
    onWritten(file)
  }
}

/**
 * Opens one of the extension's pages without taking focus and waits for its figures. Chromium draws only visible
 * pages, so it gets a new window. Firefox cannot open a window without focus, but draws background tabs.
 */
export async function openBeside(browser: TestBrowser, path: string, isInFront = false): Promise<Page> {
  const url = browser.extensionUrl(path)
  const known = new Set(await browser.driver.pages())
  if (browser.name === 'chromium')
    await browser.evaluate((address) => chrome.windows.create({ url: address, focused: false }), url)
  else
    await browser.evaluate((address, active) => chrome.tabs.create({ url: address, active }), url, isInFront)
  const page = await until(`${path} is open`, async () =>
    (await browser.driver.pages()).find((candidate) => !known.has(candidate)),
  )
  await until(
    `the figures of ${path} are on screen`,
    () => page.evaluate(isReady, url).catch(() => false), // the page may still be navigating
    undefined,
    () => page.evaluate(() => `${location.href}, ${document.visibilityState}: ${document.body.innerText}`),
  )
  return page
}

const isReady = (url: string) => location.href === url && performance.getEntriesByName('ready').length > 0
