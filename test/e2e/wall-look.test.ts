/** Accessibility, touch and language of the wall in each of its states. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBeside } from '../../scripts/demo/pictures.ts'
import { plain } from '../fixtures/plain.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { until } from './harness/until.ts'
import { resize, textOf } from './own-page.ts'
import { type Scene, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { FEED, putRule, ruleOf, tryToGo, wallPage } from './wall-scene.ts'

const LOCK = ruleOf({ strictness: 'lock', targets: [{ type: 'kind', kind: 'video' }] })

/** Visits a limited page and returns the page of its wall. */
async function wallOf({ browser }: Scene, address: string): Promise<Page> {
  const page = await browser.newPage()
  await tryToGo(browser, page, address)
  return wallPage(browser)
}

async function useUp({ browser }: Scene): Promise<void> {
  await setRate(browser)
  await seedVisits(browser, [
    { surface: 'reddit.com', minutesAgo: 90, seconds: 1200 },
    { surface: 'netflix.com', minutesAgo: 60, seconds: 1200 },
  ])
  await putRule(browser, ruleOf())
  await putRule(browser, LOCK)
}

/**
 * The words of a wall, once this amount is among them: money is shown as soon as the settings are read. Each second
 * until the wall comes costs a cent.
 */
function wordsWithMoney(page: Page, amount: RegExp): Promise<string> {
  const words = async () => plain(await textOf(page, 'main')) ?? ''
  const wordsIfThere = async () => {
    const all = await words()
    return amount.test(all) && all
  }
  return until(`the wall says ${amount}`, wordsIfThere, 10_000, words)
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  beforeAll(() => useUp(scene))

  describe('a wall with passes', () => {
    beforeAll(async () => {
      page = await wallOf(scene, FEED)
    })
    afterAll(() => page.close())

    test('shows the used time and money, and the price of a pass', async () => {
      const words = await wordsWithMoney(page, /20 min · €12\.0\d/)
      expect(words).toContain('€9.00')
    })

    test('has no element that the keyboard cannot reach, and each shows its focus', async () => {
      await until('the wall takes keys', () =>
        page.evaluate(() => performance.now() > performance.getEntriesByName('ready')[0]!.startTime + 600),
      )
      const { all, seen } = await tabThrough(page)
      expect(all.length).toBeGreaterThan(3)
      expect(seen).toEqual(all)
    })

    test.each(['light', 'dark'] as const)('passes axe in the %s theme', async (scheme) => {
      await setColourScheme(scene.browser, page, scheme)
      expect(await flawsOf(page)).toEqual([])
    })

    test('has hit areas of 44 px and does not scroll sideways at 360 px', async () => {
      expect(await tooSmall(page)).toEqual([])
      await resize(page, 360, 640)
      await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
      expect(await tooWide(page)).toEqual([])
    })
  })

  test('a lock with the wait for the emergency pass passes axe', async () => {
    page = await wallOf(scene, 'https://www.netflix.com/')
    await until('there is an emergency pass', () =>
      page.evaluate(() => {
        const pass = document.querySelector<HTMLElement>('button.pass')
        pass?.click()
        return pass?.textContent.includes('Emergency pass')
      }),
    )
    await until('the wait is shown', async () => (await textOf(page, 'main'))?.includes('You can go on in'))
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })

  test('an inert wall says so and passes axe', async () => {
    // In a tab of its own: with a page before it, the wall would go back to that.
    page = await openBeside(scene.browser, 'wall.html', true)
    expect(await textOf(page, 'h1')).toBe('Nothing is in the way here any more.')
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the wall has German words and figures', async () => {
    await useUp(scene)
    const page = await wallOf(scene, FEED)
    const words = await wordsWithMoney(page, /20 min · 12,0\d €/)
    expect(words).toContain('Heute waren es 20 min.')
    expect(words).toContain('Heute verbraucht')
    expect(await flawsOf(page)).toEqual([])
  })
})
