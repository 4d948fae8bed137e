/** The theme that the person chose shows on every page, before anything is painted. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { until } from './harness/until.ts'
import { choose, openOwnPage } from './own-page.ts'
import { useScene } from './scene.ts'
import { storedSettings } from './seed.ts'

const DARK = 'rgb(22, 23, 26)'
const LIGHT = 'rgb(251, 250, 247)'
const PAGES = ['popup.html', 'dashboard.html#/trends', 'welcome.html']

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const paperIs = (page: Page, colour: string) =>
  until(`the page is ${colour}`, async () => (await paper(page)) === colour)

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let settings: Page

  beforeAll(async () => {
    settings = await openOwnPage(scene.browser, 'dashboard.html#/settings')
  })
  afterAll(() => settings.close())

  test('without a choice, a page follows the system at once', async () => {
    await setColourScheme(scene.browser, settings, 'dark')
    await paperIs(settings, DARK)
    await setColourScheme(scene.browser, settings, 'light')
    await paperIs(settings, LIGHT)
  })

  test('a chosen theme shows at once, on every open page', async () => {
    const other = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await settings.bringToFront()
    await choose(settings, 'Theme', 'Dark')
    await paperIs(settings, DARK)
    await paperIs(other, DARK)
    expect((await storedSettings(scene.browser)).theme).toBe('dark')
    await other.close()
  })

  test.each(PAGES)('%s is dark from its first line on, whatever the system says', async (path) => {
    const page = await scene.browser.openExtensionPage(path)
    await setColourScheme(scene.browser, page, 'light')
    expect(await paper(page)).toBe(DARK)
    // A script in the head without `async`, `defer` or `type=module` runs before the page is painted.
    const first = await page.evaluate(() => {
      const [script] = document.scripts
      return { path: new URL(script!.src).pathname, attributes: script!.getAttributeNames() }
    })
    expect(first).toEqual({ path: '/theme.js', attributes: ['src'] })
    await page.close()
  })

  test('the system’s theme can be chosen again', async () => {
    await choose(settings, 'Theme', 'Same as the system')
    await setColourScheme(scene.browser, settings, 'light')
    await paperIs(settings, LIGHT)
    expect((await storedSettings(scene.browser)).theme).toBe('system')
  })
})
