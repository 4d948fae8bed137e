/** With forced colours, which take away backgrounds, bars, swatches and the lines of limits stay visible. */
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { ruleOf } from '../fixtures/rules'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { openOwnPage, resize } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { unseenIn } from './visible-marks.ts'
import { putRule } from './wall-scene.ts'

const PAGES: readonly [path: string, marks: readonly string[]][] = [
  ['popup.html', ['.kind-bar .bar span', '.swatch', '.share-bar span']],
  ['dashboard.html#/today', ['.kind-bar .bar span', '.swatch']],
  ['dashboard.html#/firewall', ['.rule-bar span']],
]

async function forceColours(page: Page): Promise<void> {
  await resize(page, 900, 800)
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
  await until('colours are forced', () => page.evaluate(() => matchMedia('(forced-colors: active)').matches))
}

// Chromium only: the driver of Firefox cannot force colours.
describe.each(BROWSERS.filter(({ name }) => name === 'Chromium'))('$name', ({ launch }) => {
  const scene = useScene(launch)

  test.each(PAGES)('every mark of %s stays visible', async (path, marks) => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, [
      { surface: 'reddit.com', seconds: 300, minutesAgo: 50 },
      { surface: 'github.com', seconds: 600, minutesAgo: 40 },
      { surface: 'bet365.com', seconds: 600, minutesAgo: 25 },
    ])
    await putRule(browser, ruleOf({ strictness: 'notice' }))
    const page = await openOwnPage(browser, path)
    await until('the marks are there', () =>
      page.evaluate((wanted) => wanted.every((mark) => document.querySelector(mark)), marks),
    )
    await forceColours(page)
    const { checked, unseen } = await unseenIn(page, marks)
    expect(unseen).toEqual([])
    expect(checked).toEqual(marks)
    await page.close()
  })
})
