/** Takes the pictures: `take.ts chromium|firefox [--width=N] [--only=NAME] [--language=en|de]`. */
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { launchChromium } from '../../test/e2e/harness/chromium.ts'
import { command } from '../../test/e2e/harness/fill.ts'
import { launchFirefox } from '../../test/e2e/harness/firefox.ts'
import { type StandInServer, startStandInServer } from '../../test/e2e/harness/stand-in-server.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings.ts'
import { until } from '../../test/e2e/harness/until.ts'
import { welcomed } from '../../test/e2e/welcomed.ts'
import { zoneOfEvening } from '../demo/evening.ts'
import { type Language, POPUP, readyForPictures, type Size, take } from '../demo/pictures.ts'
import { reasonOf } from '../demo/reason.ts'
import { say } from '../demo/say.ts'
import { PAGES } from '../demo/visits.ts'
import { STAGES, type State } from './stages.ts'

// The browser inherits this time zone, so that the day is nearly complete.
process.env['TZ'] = zoneOfEvening(Date.now())

const [browserName, ...options] = process.argv.slice(2)

const option = (name: string): string | undefined =>
  options.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)

const LANGUAGES: readonly Language[] = ['en', 'de']
const languages = LANGUAGES.filter((language) => language === (option('language') ?? language))
const widths = option('width')?.split(',').map(Number) ?? [360, 768, 1440]
const isWanted = ({ name }: State): boolean => name.includes(option('only') ?? '')

const isPopup = ({ name }: State): boolean => name.startsWith('popup')

/** A popup is never wider than its own size. */
const sizesOf = (state: State): Size[] =>
  isPopup(state)
    ? [...new Set(widths.map((width) => Math.min(width, POPUP.width)))].map((width) => ({ ...POPUP, width }))
    : widths.map((width) => ({ width, height: 800, deviceScaleFactor: 1 }))

/** Waits until nothing is added to the page any more: parts of it load after its figures. */
async function settled(page: Page): Promise<void> {
  let before: string[] = []
  await until('the page is complete', async () => {
    const length = await page.evaluate(() => String(document.body.innerHTML.length))
    before = [...before, length].slice(-8)
    return before.length === 8 && new Set(before).size === 1
  })
}

async function click(page: Page, selector: string): Promise<void> {
  await until(`there is ${selector}`, () =>
    page.evaluate((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted)
      found?.click()
      return found !== null
    }, selector),
  )
  await settled(page)
}

/** Makes the window as high as a part of the page and scrolls to it. */
async function showPart(page: Page, part: string, size: Size): Promise<void> {
  const heightOf = () =>
    page.evaluate(
      (wanted) => Math.ceil(document.querySelector(wanted)?.getBoundingClientRect().height ?? 0),
      part,
    )
  const height = await until(`there is ${part}`, heightOf)
  await page.setViewport({ ...size, height })
  await settled(page)
  await page.evaluate((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'start' }), part)
}

const fileFor =
  (language: Language, name: string, { width }: Size) =>
  (scheme: string) =>
    join('.output', 'pictures', `${language}-${scheme}`, `${name}-${width}.png`)

async function takePage(browser: TestBrowser, page: Page, language: Language, state: State): Promise<void> {
  const { name, clicks, part } = state
  const isWhole = part === null && !isPopup(state)
  await settled(page)
  for (const selector of clicks) await click(page, selector)
  for (const size of sizesOf(state)) {
    await page.setViewport(size)
    await settled(page)
    if (part !== null) await showPart(page, part, size)
    await take(browser, page, fileFor(language, name, size), isWhole ? size : null, (file) =>
      say(`  ${file}`),
    )
  }
}

/** Takes one state with its settings, which are then as before. */
async function takeState(browser: TestBrowser, language: Language, state: State): Promise<void> {
  await command(browser, 'changeSettings', state.settings)
  try {
    const page = await state.open(browser)
    await takePage(browser, page, language, state).finally(() => page.close())
  } finally {
    const before = Object.keys(state.settings).map((key) => [key, DEFAULT_SETTINGS[key as keyof Settings]])
    await command(browser, 'changeSettings', Object.fromEntries(before))
  }
}

/** Takes every wanted state. Returns the number of those that failed. */
async function takeAll(browser: TestBrowser, language: Language): Promise<number> {
  await welcomed(browser)
  await readyForPictures(browser)
  const last = STAGES.findLastIndex(({ states }) => states.some(isWanted))
  let failed = 0
  for (const { prepare, states } of STAGES.slice(0, last + 1)) {
    await prepare(browser)
    for (const state of states.filter(isWanted)) {
      const attempt = () => takeState(browser, language, state)
      // Once more, because the driver of Firefox sometimes misses a new tab.
      await attempt()
        .catch(attempt)
        .catch((error: unknown) => {
          failed += 1
          say(`  ✗ ${state.name}: ${reasonOf(error)}`)
        })
    }
  }
  return failed
}

async function inLanguage(language: Language, server: StandInServer): Promise<number> {
  const isFirefox = browserName === 'firefox'
  const launch = isFirefox ? launchFirefox : launchChromium
  const args = isFirefox ? [] : [`--accept-lang=${language}`]
  const browser = await launch({ port: server.port, lang: language, args })
  try {
    const spoken = await browser.evaluate(() => chrome.i18n.getUILanguage())
    if (spoken.startsWith(language)) return await takeAll(browser, language)
    say(`  no pictures in ${language}: this browser has no language pack for it`)
    return 0
  } finally {
    await browser.close()
  }
}

const server = await startStandInServer(PAGES)
try {
  say('Pictures:')
  for (const language of languages) if ((await inLanguage(language, server)) > 0) process.exitCode = 1
} catch (error) {
  console.error(`\nThe pictures stopped: ${reasonOf(error)}`)
  process.exitCode = 1
} finally {
  await server.close()
}
