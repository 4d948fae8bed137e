/** The worker sees a loosened limit when it looks; the card of it passes axe and fits. The rest is in test/pages. */
import { describe, expect, test } from 'vitest'
import type { RuleEntry } from '../../domain/firewall/rule-history'
import { minutesADay } from '../../domain/firewall/rule'
import { CARD, finds, history, oneRule, plain, rows, seedPromisesKept } from '../pages/promises-kept-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { openOwnPage, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { tooSmall, tooWide } from './usable.ts'

const seed = (browser: TestBrowser) => seedPromisesKept(browser, () => browser.killWorker())

/** Waits until the loosening holds. The worker sees it when it looks. */
async function loosened(browser: TestBrowser): Promise<RuleEntry[]> {
  const page = await browser.newPage()
  const kept = await until('the loosening is kept', async () => {
    await browser.goto(page, `https://www.zeit.de/${Date.now()}`)
    const all = await history(browser)
    return all.length > 2 && all
  })
  await page.close()
  return kept.toSorted((a, b) => a.at - b.at)
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('a change of a limit is kept once it holds, with the instant', async () => {
    await seed(scene.browser)
    const kept = await loosened(scene.browser)
    expect(kept.map(({ rule }) => rule?.bound)).toEqual([minutesADay(30), minutesADay(30), minutesADay(60)])
    expect((await oneRule(scene.browser)).heals?.since).toBe(kept[2]?.at)
  })

  test('the card of last week has the figure, its parts by week, and why', async () => {
    const page = await openOwnPage(scene.browser, 'dashboard.html#/insights/last-week/integrity')
    await finds(page, 'In 2 weeks you kept 9 of 14 promises. 1 pass cost €2.00.')
    expect(await rows(page)).toEqual([
      'Feeds: 30 min a day | 7 of 7 | 2 of 7 | 9 of 14',
      'Passes | 0 | 1 €2.00 | 1 €2.00',
    ])
    await page.evaluate((card) => document.querySelector<HTMLElement>(`${card} summary`)?.click(), CARD)
    await until('why is open', async () =>
      plain(await textOf(page, `${CARD} .why-body`)).includes('Limits: 9 of 14.'),
    )
    expect(await flawsOf(page)).toEqual([])
    for (const width of [345, 360, 768, 1440]) {
      await resize(page, width, 800)
      await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
      expect(await tooWide(page), `at ${width} px`).toEqual([])
      expect(await tooSmall(page), `at ${width} px`).toEqual([])
    }
    await page.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the card says the same, and no amount while money is hidden', async () => {
    await seed(scene.browser)
    await loosened(scene.browser)
    const page = await openOwnPage(scene.browser, 'dashboard.html#/insights/last-week/integrity')
    await finds(page, 'In 2 Wochen hast du 9 von 14 Versprechen gehalten. 1 Freigabe kostete 2,00 €.')
    expect(await flawsOf(page)).toEqual([])
    await command(scene.browser, 'changeSettings', { moneyHidden: true })
    await finds(page, 'In 2 Wochen hast du 9 von 14 Versprechen gehalten. Du hast 1 Freigabe genutzt.')
    expect(plain(await textOf(page, CARD))).not.toContain('€')
    await page.close()
  })
})
