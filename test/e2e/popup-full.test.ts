/** The popup with everything that it can show at once. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from '../../domain/surface/kind.ts'
import { minutes } from '../fixtures/rules.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { openOwnPage, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { unseenIn } from './visible-marks.ts'
import { putRule, ruleOf } from './wall-scene.ts'

/** How many rows of sites stand above the question. */
const ROWS_FIRST = 5

/** What can be used, in the order of the page. */
const CONTROLS = [
  'Hide money',
  'Focus hour',
  'Pause',
  'Settings',
  'partly assumed',
  /^\d+ more$/,
  '1 more limit',
  'Your sites',
  ...Array.from({ length: ROWS_FIRST }, () => /\.example$/),
  'wasted',
  'worth a little',
  'a fair trade',
  'worth it',
  'an investment',
  'Skip this question',
]

/** What draws or says a figure. */
const MARKS = [
  '.popup .swatch',
  '.popup .bar > *',
  '.limits .share-bar > *',
  '.surfaces .share-bar',
  '.surfaces .share-bar > *',
  '.popup :is(time, data)',
]

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const scene = useScene(launch)
  let page: Page

  beforeAll(async () => {
    const { browser } = scene
    await setRate(browser)
    for (const kind of KINDS)
      await command(browser, 'changeSurface', { surface: `${kind}.example`, change: { kind } })
    await command(browser, 'changeSurface', { surface: 'learning.example', change: { worthQuarters: 8 } })
    await command(browser, 'changeSettings', {
      asksWorth: true,
      cleanings: { 'facebook.com': { interval: 'quarterly', done: ['2025-01-01'] } },
    })
    await seedVisits(
      browser,
      KINDS.map((kind, index) => ({
        surface: `${kind}.example`,
        seconds: 600,
        minutesAgo: 170 - 12 * index,
      })),
    )
    for (const limit of [20, 30, 40, 50]) await putRule(browser, ruleOf({ bound: minutes(limit) }))
    page = await openOwnPage(browser, 'popup.html')
    await until('the limits are there', () => textOf(page, '.limits li'))
    await until('the question is there', () => textOf(page, '.question legend'))
  })
  afterAll(() => page.close())

  const widen = async (width: number) => {
    await resize(page, width, 600)
    await until(`the window is ${width} px wide`, () => page.evaluate((px) => innerWidth === px, width))
  }

  test('everything that can be used is there, in order, and Tab reaches it and shows the focus', async () => {
    const { all, seen } = await tabThrough(page)
    expect(seen).toEqual(all)
    const names = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a, button')].map(
        ({ ariaLabel, textContent, title }) => ariaLabel ?? (textContent.trim() || title),
      ),
    )
    expect(names.slice(0, CONTROLS.length)).toEqual(
      CONTROLS.map((control) => (typeof control === 'string' ? control : expect.stringMatching(control))),
    )
    expect(names.slice(-2)).toEqual([expect.stringMatching(/^Clean your Facebook feed/), 'Today in detail'])
    expect(names).toHaveLength(CONTROLS.length + KINDS.length - ROWS_FIRST + 2)
  })

  test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (scheme) => {
    await setColourScheme(scene.browser, page, scheme)
    expect(await flawsOf(page)).toEqual([])
  })

  test.each([360, 180])('at %d px, which is 100 % and 200 %, nothing scrolls sideways', async (width) => {
    await widen(width)
    expect(await tooWide(page)).toEqual([])
    await widen(360)
  })

  // Chromium only: the driver of Firefox cannot force colours.
  test.runIf(name === 'Chromium')('with forced colours every bar and figure stays visible', async () => {
    const session = await page.createCDPSession()
    const force = (value: 'active' | 'none') =>
      session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
    await force('active')
    await until('colours are forced', () =>
      page.evaluate(() => matchMedia('(forced-colors: active)').matches),
    )
    const { checked, unseen } = await unseenIn(page, MARKS)
    expect(unseen).toEqual([])
    expect(checked).toEqual(MARKS)
    await force('none')
    await session.detach()
  })

  test('the kinds that do not fit are shown by a button, and every hit area has 44 px', async () => {
    await widen(360)
    expect(await tooSmall(page)).toEqual([])
    await page.$eval('.kind-bar button', (button) => (button as HTMLElement).click())
    await until('all kinds are there', () =>
      page.evaluate((count) => document.querySelectorAll('.kind-bar li').length === count, KINDS.length),
    )
  })
})
