/** One comparison a figure, which never wraps. The finding that each page begins with is in test/pages. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedComparisons } from '../pages/comparisons-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { openOwnPage, press, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { tooSmall, tooWide } from './usable.ts'

const PATHS = ['#/today', '#/week', '#/trends/last-week', '#/sites/last-week/instagram.com'] as const

/** A phone, a tablet, a window of 1440 px at 200 %, and a phone at 200 %. */
const WIDTHS = [360, 768, 720, 180]

/** Comparisons that take more than one line, leave their column or lie over a figure. */
const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxesOf = (element: Element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return [...range.getClientRects()]
    }
    return [...document.querySelectorAll('.difference')].flatMap((element) => {
      const boxes = boxesOf(element)
      const edge = (element.parentElement as Element).getBoundingClientRect().right
      const value = (element.parentElement as Element).querySelector('.value :is(time, data)') as Element
      const isOver = boxes.some((box) =>
        boxesOf(value).some(
          (other) =>
            box.left < other.right &&
            box.right > other.left &&
            box.top < other.bottom &&
            box.bottom > other.top,
        ),
      )
      const isBroken = boxes.length !== 1 || boxes.some(({ right }) => right > edge + 0.5) || isOver
      return isBroken ? [`${element.textContent}: ${boxes.length} lines, edge ${edge}`] : []
    })
  })

/** How many lines a text takes. */
const linesOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const range = document.createRange()
    range.selectNodeContents(document.querySelector(wanted) as Element)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  }, selector)

describe.each(
  BROWSERS.flatMap(({ name, launch }) => (['en', 'de'] as const).map((lang) => ({ name, launch, lang }))),
)('$name in $lang', ({ launch, lang }) => {
  const scene = useScene(launch, { lang })

  beforeAll(() => seedComparisons(scene.browser))

  test.each(PATHS)('%s has one comparison a figure, on one line at every width', async (path) => {
    const page = await openOwnPage(scene.browser, `dashboard.html${path}`)
    await until('the figures are compared', () => textOf(page, '.difference'))
    const most = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('.figures-row > div')].map(
          (figure) => figure.querySelectorAll('.difference').length,
        ),
      ),
    )
    expect(most).toBe(1)
    for (const width of WIDTHS) {
      await resize(page, width, 800)
      await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
      expect(await broken(page)).toEqual([])
      if (width >= 360) expect(await linesOf(page, '.compared')).toBe(1)
      if (width >= 360) expect(await tooWide(page)).toEqual([])
    }
    await page.close()
  })

  test('the word “assumed” and the other comparisons unfold by keyboard', async () => {
    const page = await openOwnPage(scene.browser, 'dashboard.html#/week')
    await until('the figures are compared', () => textOf(page, '.difference'))
    expect(await textOf(page, '.assumption')).toBeNull()
    await press(page, lang === 'en' ? 'partly assumed' : 'teils geschätzt')
    await until('the paragraph is there', () => textOf(page, '.assumption'))
    await page.evaluate(() => document.querySelector<HTMLElement>('.comparison summary')?.focus())
    await page.keyboard.press('Enter')
    await until('the table is unfolded', () =>
      page.evaluate(() => document.querySelector('.comparison table')?.checkVisibility()),
    )
    expect(await textOf(page, '.comparison thead')).toMatch(lang === 'en' ? /median of \d/ : /Median von \d/)
    expect(await flawsOf(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    await page.close()
  })
})
