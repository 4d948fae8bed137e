import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/surface/opinion'
import { spanOf } from '../fixtures/spans'
import { plain } from '../fixtures/plain.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { command, writeRows } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { choose, click, openOwnPage, press, resize, tabTo, textOf } from './own-page.ts'
import { useScene } from './scene.ts'

const MINUTE = 60_000

/** An hour in February; in March a loss, a site that breaks even, and a profit: 3 h 15 min in all. */
const FEBRUARY = [spanOf({ surface: 'youtube.com', start: '2026-02-01T10:00Z', ms: 60 * MINUTE })]
const MARCH = [
  spanOf({ surface: 'youtube.com', start: '2026-03-02T10:00Z', ms: 90 * MINUTE }),
  spanOf({ surface: 'github.com', start: '2026-03-02T12:00Z', ms: 60 * MINUTE }),
  spanOf({ surface: 'wikipedia.org', start: '2026-03-03T10:00Z', ms: 30 * MINUTE }),
  spanOf({ surface: 'youtube.com/shorts', start: '2026-03-03T11:00Z', ms: 15 * MINUTE }),
]

/** 36 € an hour, so that a minute costs 60 cents. */
async function seed(browser: TestBrowser): Promise<void> {
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 4, weekStart: 0 })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await writeRows(browser, 'spans', [...FEBRUARY, ...MARCH])
}

const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash)

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((wanted) => {
    location.hash = wanted
  }, hash)

/** Waits until the total time of the period is this. */
const showsTime = (page: Page, iso: string): Promise<true> =>
  until(`the time is ${iso}`, () =>
    page.evaluate(
      (wanted) => document.querySelector<HTMLTimeElement>('.of-period time')?.dateTime === wanted,
      iso,
    ),
  ) as Promise<true>

/** The machine-readable figures of a row. */
const figuresIn = (page: Page, row: string): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(`${selector} :is(time, data)`)].map(
        (figure) => figure.getAttribute('datetime') ?? figure.getAttribute('value') ?? '',
      ),
    row,
  )

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

const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-line]')].map((row) => row.getAttribute('data-line') ?? ''),
  )

const isNarrow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  beforeAll(() => seed(scene.browser))
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

    test('mark the net of each day on stacked gains and losses, and say so', async () => {
      await open('#/trends/2026-03')
      expect(await textOf(page, '.legend')).not.toContain('Net')
      await press(page, 'Net', '.choices')
      await until('the legend names the mark', async () => (await textOf(page, '.legend'))?.includes('Net'))
      expect(await textOf(page, '#trend + p')).toContain('The diamond is the net of all kinds together.')
      expect(await flawsOf(page)).toEqual([])
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
    await seed(scene.browser)
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
