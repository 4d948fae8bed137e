/** The wall in each of its states, as people with other eyes, fingers and languages meet it. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { until } from './harness/until.ts'
import { openOwnPage, textOf } from './own-page.ts'
import { type Scene, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { FEED, putRule, ruleOf, tryToGo, wallPage } from './wall-scene.ts'

const LOCK = ruleOf({ strictness: 'lock', targets: [{ type: 'kind', kind: 'video' }] })

/** A rule that is used up by what was recorded, and the wall before a page of it. */
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

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  beforeAll(() => useUp(scene))

  describe('with passes', () => {
    beforeAll(async () => {
      page = await wallOf(scene, FEED)
    })
    afterAll(() => page.close())

    test('says what was used in time and money, and what a pass costs', async () => {
      const words = (await textOf(page, 'main'))?.replace(/\s+/g, ' ')
      expect(words).toContain('20 min · €12.00')
      expect(words).toContain('€9.00')
    })

    test('with keys alone every element can be reached, and its focus is seen', async () => {
      const { all, seen } = await tabThrough(page)
      expect(all.length).toBeGreaterThan(3)
      expect(seen).toEqual(all)
    })

    test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (scheme) => {
      await setColourScheme(scene.browser, page, scheme)
      expect(await flawsOf(page)).toEqual([])
    })

    test('every button is hit within 44 px, and at 360 px nothing scrolls sideways', async () => {
      expect(await tooSmall(page)).toEqual([])
      await page.setViewport({ width: 360, height: 640 })
      await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
      expect(await tooWide(page)).toEqual([])
    })
  })

  test('of a lock, the wait for the emergency passage has no flaw', async () => {
    page = await wallOf(scene, 'https://www.netflix.com/')
    await until('there is an emergency passage', () =>
      page.evaluate(() => {
        const passage = document.querySelector<HTMLElement>('button.pass')
        passage?.click()
        return passage?.textContent.includes('Emergency pass')
      }),
    )
    await until('it has to be waited for', async () =>
      (await textOf(page, 'main'))?.includes('You can go on in'),
    )
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })

  test('that stands for nothing says so, and has no flaw', async () => {
    page = await openOwnPage(scene.browser, 'wall.html')
    expect(await textOf(page, 'h1')).toBe('Nothing stands here any more.')
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the wall speaks German, and so do its figures', async () => {
    await useUp(scene)
    const page = await wallOf(scene, FEED)
    const words = (await textOf(page, 'main'))?.replace(/\s+/g, ' ')
    expect(words).toContain('Heute waren es 20 min.')
    expect(words).toContain('Heute verbraucht')
    expect(words).toContain('20 min · 12,00 €')
    expect(await flawsOf(page)).toEqual([])
  })
})
