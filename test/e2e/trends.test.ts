/** What Trends and Sites leave to the browser: dates that are typed, widths, themes. The rest is in test/pages. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { goTo, hashOf, linesOf, seedTrends, showsTime } from '../pages/trends-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { until } from './harness/until.ts'
import { choose, click, openOwnPage, press, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'

/** Types a date digit by digit, starting at its first part. */
async function typeDate(page: Page, selector: string, digits: string): Promise<void> {
  await until('the field is there', () => page.$(selector))
  await page.focus(selector)
  await page.keyboard.type(digits)
}

/** Picks the first date in the calendar, after a key was pressed in its field. */
async function pickDate(page: Page, day: string): Promise<void> {
  await page.focus('.dates input')
  await page.keyboard.press('ArrowUp')
  await page.evaluate((wanted) => {
    const first = document.querySelector<HTMLInputElement>('.dates input') as HTMLInputElement
    first.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    first.value = wanted
    for (const event of ['input', 'change']) first.dispatchEvent(new Event(event, { bubbles: true }))
  }, day)
}

const isNarrow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  beforeAll(() => seedTrends(scene.browser))
  afterEach(() => page.close())

  const open = async (hash: string) => {
    page = await openOwnPage(scene.browser, `dashboard.html${hash}`)
  }
  const isAt = (hash: string) => until(`the hash is ${hash}`, async () => (await hashOf(page)) === hash)

  describe('trends', () => {
    test('mark the net of each day on stacked gains and losses, and say so', async () => {
      await open('#/trends/2026-03')
      expect(await textOf(page, '.legend')).not.toContain('Net')
      await press(page, 'Net', '.choices')
      await until('the legend names the mark', async () => (await textOf(page, '.legend'))?.includes('Net'))
      expect(await textOf(page, '#trend + p')).toContain('The diamond is the net of all kinds together.')
      expect(await flawsOf(page)).toEqual([])
    })

    test('accept any two picked or typed dates, each as one step in the history', async () => {
      await open('#/trends/2026-03')
      await choose(page, 'Period', 'Custom dates')
      await isAt('#/trends/2026-03-01_2026-03-31')
      await typeDate(page, '.dates input:first-child', '02022026')
      expect(await hashOf(page)).toBe('#/trends/2026-03-01_2026-03-31')
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await isAt('#/trends/2026-02-02_2026-03-31')
      await typeDate(page, '.dates input:last-child', '03022026')
      await page.keyboard.press('Enter')
      await isAt('#/trends/2026-02-02_2026-03-02')
      await page.evaluate(() => history.back())
      await isAt('#/trends/2026-02-02_2026-03-31')
      await pickDate(page, '2026-03-03')
      await showsTime(page, 'PT2700S')
      await pickDate(page, '2026-04-02')
      await isAt('#/trends/2026-03-31_2026-04-02')
      const fields = () =>
        page.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value))
      await until('the dates are in order', async () => (await fields()).join() === '2026-03-31,2026-04-02')
    })

    test('keep their dates when typing is cancelled with Escape', async () => {
      await open('#/trends/2026-03-01_2026-03-31')
      await page.focus('.dates input')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Escape')
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await showsTime(page, 'PT11700S')
      expect(await hashOf(page)).toBe('#/trends/2026-03-01_2026-03-31')
      expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('2026-03-01')
    })

    test('pass their period on to Sites and Statement, and show it in the title', async () => {
      await open('#/today/today')
      expect(await hashOf(page)).toBe('#/today/today')
      await goTo(page, '#/today/2026-02')
      await isAt('#/trends/2026-02')
      await showsTime(page, 'PT3600S')
      expect(await page.title()).toBe('Trends: February 2026 – Zeitwert')
      await click(page, 'Sites', 'nav')
      await isAt('#/sites/2026-02')
      await click(page, 'Statement', 'nav')
      await isAt('#/week/2026-02')
      await click(page, 'Today', 'nav')
      await isAt('#/today')
      await typeDate(page, '.range-control input', '02012026')
      await page.keyboard.press('Enter')
      await isAt('#/today/2026-02-01')
      await until('the title names the day', async () =>
        (await page.title()).startsWith('Sunday, February 1'),
      )
    })
  })

  describe('sites', () => {
    test('are sorted by one select where there is no room for a table', async () => {
      await open('#/sites/2026-03')
      await until('the lines are there', async () => (await linesOf(page)).length === 4)
      await resize(page, 360, 800)
      await choose(page, 'Sort by', 'Net')
      await until('the largest net comes first', async () => (await linesOf(page))[0] === 'wikipedia.org')
      await click(page, '↓', '.sort-select')
      await until('the smallest net comes first', async () => (await linesOf(page))[0] === 'youtube.com')
      expect(await page.evaluate(() => document.querySelector('.site-table thead')?.checkVisibility())).toBe(
        false,
      )
    })

    test('are a table with one line each, down to 860 px', async () => {
      await open('#/sites/2026-03')
      await until('the lines are there', async () => (await linesOf(page)).length === 4)
      for (const width of [1440, 860]) {
        await resize(page, width, 800)
        await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
        const rows = await page.evaluate(() =>
          [...document.querySelectorAll('.site-table tbody tr')].map((row) => ({
            display: getComputedStyle(row).display,
            height: row.getBoundingClientRect().height,
          })),
        )
        expect(rows.filter(({ display, height }) => display !== 'table-row' || height > 45)).toEqual([])
        expect(await isNarrow(page)).toBe(true)
      }
    })

    test('say “assumed” in each line whose worth is, also in a narrow window', async () => {
      await open('#/sites/2026-03')
      await until('the lines are there', async () => (await linesOf(page)).length === 4)
      for (const width of [1440, 768, 360]) {
        await resize(page, width, 800)
        const seen = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.site-table tbody .worth')].map((cell) => {
            const word = cell.querySelector<HTMLElement>('.source')
            const isWhole =
              word !== null &&
              word.checkVisibility() &&
              word.getBoundingClientRect().right <= cell.getBoundingClientRect().right + 1
            return isWhole ? word.textContent : 'not seen'
          }),
        )
        expect([width, seen]).toEqual([width, Array.from({ length: 4 }, () => 'assumed')])
        expect(await isNarrow(page)).toBe(true)
      }
    })
  })

  test.each(['#/trends/2026-03', '#/trends/2026', '#/sites/2026-03', '#/sites/2026-03/youtube.com'])(
    '%s passes axe in both themes and does not scroll sideways at 360 px',
    async (hash) => {
      await open(hash)
      await page.evaluate(() => document.querySelector<HTMLElement>('.as-table summary')?.click())
      for (const scheme of ['dark', 'light'] as const) {
        await setColourScheme(scene.browser, page, scheme)
        expect(await flawsOf(page)).toEqual([])
      }
      await resize(page, 360, 800)
      await until('nothing scrolls sideways', () => isNarrow(page))
      expect(await flawsOf(page)).toEqual([])
    },
  )
})

describe('Chromium in German', () => {
  const scene = useScene(BROWSERS[0].launch, { lang: 'de' })

  test('words, numbers and dates are German', async () => {
    await seedTrends(scene.browser)
    const page = await openOwnPage(scene.browser, 'dashboard.html#/trends/2026-03')
    await showsTime(page, 'PT11700S')
    expect(await textOf(page, '.of-period')).toMatch(/2.h.15.min mehr/)
    expect(await textOf(page, '.comparison tbody')).toMatch(/^Zeit1.h.0.min\+225.%/)
    expect(await textOf(page, '#trend + p')).toContain(
      'Zeit, gestapelt nach Art. Am höchsten: Mo., 2. März 2026',
    )
    await goTo(page, '#/sites/2026-03')
    await until('the lines are there', async () => (await linesOf(page)).length === 4)
    expect(await textOf(page, '.site-table thead')).toContain('Änderung')
    expect(await textOf(page, '.site-table tfoot')).toContain('−54,00')
    await resize(page, 360, 800)
    await until('nothing scrolls sideways', () => isNarrow(page))
    await page.close()
  })
})
