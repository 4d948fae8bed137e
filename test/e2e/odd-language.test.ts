/** A browser whose preferred language is no language. */
import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { click, openOwnPage, textOf } from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { setRate } from './seed.ts'
import { CLOSED, FEED, putRule, tryToGo, wallPage, wallsAre } from './wall-scene.ts'

const FREE = 'https://www.coursera.org/'
const PAGES = ['today', 'week', 'trends', 'sites', 'firewall', 'insights', 'settings']

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch, { acceptLanguages: 'C' })

  test('with the preferred language C a rule is kept, its wall answers, and every page has its figures', async () => {
    const { browser } = scene
    await setRate(browser)
    const page = await browser.newPage()
    await browser.goto(page, FREE)
    await recording(browser, 'coursera.org')
    expect(await page.evaluate(() => navigator.languages)).toEqual(['C'])

    await putRule(browser, CLOSED)
    await tryToGo(browser, page, FEED)
    await wallsAre(browser, 1)
    const wall = await wallPage(browser)
    expect(await textOf(wall, 'h1')).toBe('Closed for now.')
    await click(wall, 'Leave')
    await wallsAre(browser, 0)

    for (const path of ['popup.html', 'welcome.html', ...PAGES.map((name) => `dashboard.html#/${name}`)]) {
      const own = await openOwnPage(browser, path)
      expect(await textOf(own, 'h1')).not.toBe('')
      await own.close()
    }
  })
})
