/** Trends and Sites: their figures, their periods and how they are sorted. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/surface/opinion'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { click, openOwnPage, press, tabTo, textOf } from '../e2e/own-page.ts'
import { plain } from '../fixtures/plain.ts'
import { PLACES } from './harness/page-scene.ts'
import { figuresIn, goTo, hashOf, linesOf, seedTrends, showsTime } from './trends-page.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  beforeAll(() => seedTrends(scene.browser))
  afterEach(() => page.close())

  const open = async (hash: string) => {
    page = await openOwnPage(scene.browser, `dashboard.html${hash}`)
  }
  const isAt = (hash: string) => until(`the hash is ${hash}`, async () => (await hashOf(page)) === hash)

  describe('trends', () => {
    test('show the period in the URL compared with the period before', async () => {
      await open('#/trends/2026-03')
      await showsTime(page, 'PT11700S')
      expect(await figuresIn(page, '.of-period')).toEqual(['PT11700S', '117.00', '63.00', '-54.00', '19.38'])
      expect(await textOf(page, '.of-period')).toMatch(/2.h.15.min more/)
      expect(await textOf(page, '.compared')).toBe('Before: February 2026')
      expect(await textOf(page, '.lead')).toMatch(
        /^3.h.15.min, which is 2.h.15.min more than before, mainly from Work \(\+1.h.0.min\)\.$/,
      )
      expect(await textOf(page, '.changes')).toMatch(/Feeds: 45.min more. Now 1.h.45.min, before 1.h.0.min\./)
    })

    test('show the figures of the chart as a table that adds up, for every measure', async () => {
      await open('#/trends/2026-03')
      await press(page, 'Net', '.choices')
      await until('the chart shows the net', async () =>
        (await textOf(page, '#trend + p'))?.startsWith('Net, stacked'),
      )
      await page.evaluate(() => document.querySelector<HTMLElement>('.as-table summary')?.click())
      expect(await figuresIn(page, '[data-step="2026-03-02"]')).toEqual(['-54.00', '-54.00', '0.00'])
      expect(await figuresIn(page, '[data-step="2026-03-03"]')).toEqual(['0.00', '-9.00', '9.00'])
      expect(await figuresIn(page, '.steps tfoot')).toEqual(['-54.00', '-63.00', '9.00', '0.00'])
      expect(await page.evaluate(() => document.querySelector('canvas')?.ariaLabel)).toContain(
        'Lowest: Mon, Mar 2, 2026',
      )
    })

    describe('of a year', () => {
      const CHOSEN = '.day-calendar [tabindex="0"]'
      const chosen = () => page.evaluate((cell) => document.querySelector(cell)?.ariaLabel, CHOSEN)
      const walk = async (key: 'ArrowLeft' | 'ArrowDown' | 'PageUp' | 'Home' | 'End', words: RegExp) => {
        await page.keyboard.press(key)
        await until(`the calendar says ${words}`, async () => words.test((await chosen()) ?? ''))
      }

      test('are a calendar of its days, from the highest on by keyboard', async () => {
        await open('#/trends/2026')
        await until('the calendar is there', () => page.$('.day-calendar'))
        // From the first record on: the page says so in place of empty months.
        expect(await textOf(page, '.legend-words')).toContain('Your record begins on Feb 1, 2026.')
        expect(await page.evaluate(() => document.querySelectorAll('.day-calendar [data-day]').length)).toBe(
          334,
        )
        expect(await page.evaluate(() => document.querySelectorAll('.day-calendar table').length)).toBe(11)
        expect(plain(await chosen())).toBe('Mon, Mar 2, 2026: 2 h 30 min')
        await page.focus(CHOSEN)
        await walk('ArrowDown', /^Mon, Mar 9, 2026: nothing recorded$/)
        await walk('ArrowLeft', /^Sun, Mar 8, 2026/)
        await walk('End', /^Thu, Dec 31, 2026/)
        await walk('Home', /^Sun, Feb 1, 2026/)
        await page.evaluate(() => document.querySelector<HTMLElement>('[data-day="2026-02-01"]')?.click())
        await until('the day that was clicked is shown', async () =>
          /^Sun, Feb 1, 2026: 1.h.0.min/.test((await textOf(page, '.calendar-readout')) ?? ''),
        )
        await page.focus(CHOSEN)
        await page.keyboard.press('Enter')
        await isAt('#/today/2026-02-01')
      })

      test('tell a profit and a loss by word and place, and have all figures as a table', async () => {
        await open('#/trends/2026')
        await press(page, 'Net', '.choices')
        await until('the net is shown', async () =>
          (await textOf(page, '#trend + p'))?.startsWith('Net, day by day.'),
        )
        const classes = await page.evaluate(() =>
          [...document.querySelectorAll('.day-calendar [data-day]')].flatMap(({ className, ariaLabel }) =>
            className === 'empty-day' ? [] : [`${className} ${ariaLabel?.split(': ')[1]}`],
          ),
        )
        expect(classes.map(plain)).toEqual(['lost −€36.00', 'lost −€54.00', ' ±€0.00'])
        await page.evaluate(() => document.querySelector<HTMLElement>('.as-table summary')?.click())
        await until('the table is there', () => page.$('[data-step="2026-03-02"]'))
        expect(await figuresIn(page, '[data-step="2026-03-02"]')).toEqual(['-54.00', '-54.00', '0.00'])
      })
    })

    test('change their period with the range control, Back and Forward', async () => {
      await open('#/trends/2026-03')
      await click(page, '‹Earlier', '.range-control')
      await showsTime(page, 'PT3600S')
      expect(await hashOf(page)).toBe('#/trends/2026-02')
      await page.evaluate(() => history.back())
      await showsTime(page, 'PT11700S')
      expect(await hashOf(page)).toBe('#/trends/2026-03')
      await page.evaluate(() => history.forward())
      await showsTime(page, 'PT3600S')
      await click(page, '›Later', '.range-control')
      await showsTime(page, 'PT11700S')
      await goTo(page, '#/sites/2026-04')
      await until('the page says that nothing is recorded', async () =>
        (await textOf(page, '.empty'))?.includes('Nothing is recorded'),
      )
      expect(await textOf(page, '.assumption')).toBeNull()
      await goTo(page, '#/trends/2020')
      await until('the page says that nothing is recorded', async () =>
        (await textOf(page, '.empty'))?.includes('Nothing is recorded'),
      )
    })

    test('change their steps by keyboard', async () => {
      await open('#/trends/2026-03')
      await tabTo(page, 'Weeks')
      await page.keyboard.press('Enter')
      await until('weeks are shown', async () => (await textOf(page, '#trend')) === 'Week by week')
      expect(await figuresIn(page, '[data-step="2026-03-02"]')).toEqual([
        'PT11700S',
        'PT6300S',
        'PT1800S',
        'PT3600S',
      ])
    })

    test('show the time by hour of the week', async () => {
      await open('#/trends/2026-03-02')
      await showsTime(page, 'PT9000S')
      expect(await figuresIn(page, '.heat')).toEqual(['PT3600S', 'PT1800S', 'PT3600S'])
    })

    test('show only time when money is hidden', async () => {
      await command(scene.browser, 'changeSettings', { moneyHidden: true })
      await open('#/trends/2026-03')
      await showsTime(page, 'PT11700S')
      expect(await textOf(page, 'main')).not.toContain('€')
      await goTo(page, '#/sites/2026-03')
      await until('the lines are there', async () => (await linesOf(page)).length === 4)
      expect(await textOf(page, 'main')).not.toContain('€')
      await command(scene.browser, 'changeSettings', { moneyHidden: false })
    })
  })

  describe('sites', () => {
    test('are sorted by the clicked column, and in reverse after a second click', async () => {
      await open('#/sites/2026-03')
      await until('the lines are there', async () => (await linesOf(page)).length === 4)
      const sorted = () =>
        page.evaluate(() => document.querySelector('.site-table th.net')?.getAttribute('aria-sort'))
      await press(page, /^Net/, '.site-table')
      await until('the largest net comes first', async () => (await sorted()) === 'descending')
      expect(await linesOf(page)).toEqual([
        'wikipedia.org',
        'github.com',
        'youtube.com/shorts',
        'youtube.com',
      ])
      await press(page, /^Net/, '.site-table')
      await until('the smallest net comes first', async () => (await sorted()) === 'ascending')
      expect((await linesOf(page))[0]).toBe('youtube.com')
    })

    test('have no chart of one bar for a single day', async () => {
      await open('#/sites/2026-03/youtube.com')
      await until('the days are drawn', () => page.$('#trend'))
      await page.evaluate(() => (location.hash = '#/sites/2026-03-02/youtube.com'))
      await until('the day is left alone', async () => (await page.$('#trend')) === null)
      await showsTime(page, 'PT5400S')
    })

    test('have a label for a change only where there is one', async () => {
      const labelled = () =>
        page.evaluate(() => document.querySelectorAll('.site-table td.change[data-label]').length)
      await open('#/sites/2026-03')
      await until('the changes are there', async () => (await labelled()) > 0)
      await page.evaluate(() => (location.hash = '#/sites/2026-02'))
      await until('only the lines before are there', async () => (await linesOf(page)).length === 1)
      await until('nothing is labelled', async () => (await labelled()) === 0)
    })

    test('are found by name, and grouped by surface, kind and owner', async () => {
      await open('#/sites/2026-03')
      await page.type('input[type=search]', 'short')
      await until('the surface is found', async () => (await linesOf(page)).join() === 'youtube.com/shorts')
      await click(page, 'Kinds')
      await until('the kinds are listed', async () => (await linesOf(page)).join() === 'feed,work,learning')
      await click(page, 'Owners')
      await until(
        'the owners are listed',
        async () => (await linesOf(page)).join() === 'Alphabet,Microsoft,Wikimedia',
      )
      const letters = await page.evaluate(() =>
        [...document.querySelectorAll('.site-table tbody .tile')].map(({ textContent }) => textContent),
      )
      expect(letters).toEqual(['A', 'M', 'W'])
      expect(await figuresIn(page, '.site-table tfoot')).toEqual([
        'PT11700S',
        '4',
        '117.00',
        '63.00',
        '-54.00',
      ])
    })

    test('change their figures at once with the kind and worth of a site', async () => {
      await open('#/sites/2026-03')
      const net = () => figuresIn(page, '.site-table tfoot .net')
      const pick = (label: string, words: string) =>
        page.evaluate(
          (name, wanted) => {
            const choice = document.querySelector(`select[aria-label="${name}"]`)
            if (!(choice instanceof HTMLSelectElement)) throw new Error(`There is no select “${name}”.`)
            const option = [...choice.options].find(({ textContent }) => textContent.startsWith(wanted))
            choice.value = option?.value ?? ''
            choice.dispatchEvent(new Event('change', { bubbles: true }))
          },
          label,
          words,
        )
      const say = (words: string) => pick('What an hour on YouTube is worth', words)
      await until('the lines are there', async () => (await net()).join() === '-54.00')
      await say('a fair')
      await until('the net follows', async () => (await net()).join() === '0.00')
      const said = (await scene.browser.readDatabase('surfaces')) as Opinion[]
      expect(said.find(({ surface }) => surface === 'youtube.com')?.worthQuarters).toBe(4)
      await say('assumed')
      await until('the net is as before', async () => (await net()).join() === '-54.00')
      await pick('Kind of YouTube', 'Work')
      await until('work is assumed to break even', async () => (await net()).join() === '0.00')
      await pick('Kind of YouTube', 'Feeds')
      await until('the net is as before again', async () => (await net()).join() === '-54.00')
    })

    test('say in a sentence what changed, and how many ran at a profit and at a loss', async () => {
      await open('#/sites/2026-03')
      await until('the lines are there', async () => (await linesOf(page)).length === 4)
      const said = async () => plain(await textOf(page, '.lead'))
      const change = '(2 h 15 min more than before)'
      expect(await said()).toBe(
        `4 sites in 3 h 15 min ${change}, 2 of them at a loss, together €63.00, assumed.`,
      )
      await click(page, 'Kinds')
      await until(
        'the kinds are counted',
        async () =>
          (await said()) === `3 kinds in 3 h 15 min ${change}, 1 of them at a loss of €63.00, assumed.`,
      )
      await click(page, 'Owners')
      await until('the owners are counted', async () => (await said()).startsWith('3 owners in 3 h 15 min ('))
      await goTo(page, '#/sites/2026-03/youtube.com/shorts')
      await until(
        'the page of a site begins with its time and net',
        async () => (await said()) === '15 min, at a loss of €9.00, assumed.',
      )
    })

    test('lead to their own page and back to the same list', async () => {
      await open('#/sites/2026-03')
      await page.type('input[type=search]', 'you')
      await until('two surfaces are found', async () => (await linesOf(page)).length === 2)
      await click(page, 'YouTube Shorts', '.site-table')
      await showsTime(page, 'PT900S')
      expect(await hashOf(page)).toBe('#/sites/2026-03/youtube.com/shorts')
      expect(await textOf(page, 'h1')).toBe('YouTube Shorts')
      await until(
        'the title names it',
        async () => (await page.title()) === 'YouTube Shorts: March 2026 – Zeitwert',
      )
      expect(await figuresIn(page, '.of-period')).toEqual(['PT900S', '1', '9.00', '0.00', '-9.00', '0.00'])
      await click(page, '‹ All sites')
      await until('the same surfaces are listed again', async () => (await linesOf(page)).length === 2)
      expect(await hashOf(page)).toBe('#/sites/2026-03')
    })
  })
})
