/** How the popup describes a site, which needs its size, and a site that is excluded. The rest is in test/pages. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/surface/opinion'
import type { StoredRule } from '../../domain/firewall/rule'
import { seedSites } from '../pages/correcting-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { focused, openOwnPage, press, resize, tabTo } from './own-page.ts'
import { openSpan, recording, useScene } from './scene.ts'

const row = (surface: string) => `li[data-surface="${surface}"]`

/** How far the focused element is hidden by the footer or outside the window, px. */
const hiddenPart = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { top, bottom } = (document.activeElement as Element).getBoundingClientRect()
    const footer = document.querySelector('footer') as Element
    return Math.max(0, bottom - footer.getBoundingClientRect().top, -top)
  })

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  beforeAll(() => seedSites(scene.browser))

  test('the popup describes a site by keyboard alone, and the footer never covers the focus', async () => {
    const { browser } = scene
    const page = await openOwnPage(browser, 'popup.html')
    await resize(page, 360, 600)
    await until('the last row is there', () =>
      page.evaluate((last) => document.querySelector(last) !== null, row('example.org')),
    )
    await press(page, /Reddit/)
    await until('the row is unfolded', () =>
      page.evaluate(() => document.querySelector('.describe') !== null),
    )
    const isAboveFooter = () =>
      page.evaluate(() => {
        const { bottom } = (document.querySelector('.describe') as Element).getBoundingClientRect()
        return bottom <= (document.querySelector('footer') as Element).getBoundingClientRect().top
      })
    await until('the unfolded row is above the footer', isAboveFooter)
    await tabTo(page, 'wasted 0%')
    for (let step = 1; step < 23; step += 1) {
      await page.keyboard.press('Tab')
      expect([await focused(page), await hiddenPart(page)]).toEqual([expect.any(String), 0])
    }
    expect(await focused(page)).toBe('Other')
    await press(page, '30 min', row('reddit.com/r'))
    await until('the limit is set', async () => {
      const [stored] = (await browser.readDatabase('limits')) as StoredRule[]
      return stored?.rule.targets.some(
        (target) => target.type === 'surface' && target.surface === 'reddit.com/r',
      )
    })
    await press(page, 'worth it 150%', row('reddit.com/r'))
    await until('the worth is stored', async () => {
      const opinions = (await browser.readDatabase('surfaces')) as Opinion[]
      return opinions.find(({ surface }) => surface === 'reddit.com/r')?.worthQuarters === 6
    })
    await page.close()
  })

  test('on an excluded site the popup says that it is not recording, and links to the sites', async () => {
    const { browser } = scene
    scene.display.input()
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.coursera.org/')
    await recording(browser, 'coursera.org')
    const popupSays = async () => {
      const popup = await browser.openPopup()
      const words = await until('the figures are on screen', () =>
        popup.evaluate(
          (view) =>
            view.performance.getEntriesByName('ready').length > 0 && {
              status: view.document.querySelector('[role=status]')?.textContent ?? null,
              link: view.document.querySelector('[role=status] a')?.getAttribute('href') ?? null,
            },
        ),
      )
      await popup.close()
      return words
    }
    expect((await popupSays()).status).toBeNull()
    await command(browser, 'changeSurface', { surface: 'coursera.org', change: { excluded: Date.now() } })
    await until('nothing is open', async () => !(await openSpan(browser)))
    const { status, link } = await popupSays()
    expect(status).toContain('Not recording right now')
    expect(link).toBe('/dashboard.html#/sites')
    await command(browser, 'changeSettings', { pausedUntil: 'resumed' })
    expect((await popupSays()).status).toBe('Paused. Nothing is recorded.')
    await command(browser, 'changeSettings', { pausedUntil: null })
    await page.close()
  })
})
