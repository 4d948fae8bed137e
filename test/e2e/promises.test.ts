/** Promises about a week: made and changed by keyboard, settled once, shown with their balance. */
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import type { Commitment } from '../../domain/statement/commitment'
import { addDays, calendarDay, HOUR_MS } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { localOffset } from '../../platform/local-offset'
import { promiseOf } from '../fixtures/commitments'
import { spanOf } from '../fixtures/spans'
import { plain } from '../fixtures/plain.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { field, fillIn, openOwnPage, press, problemAt, textOf } from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { setRate } from './seed.ts'
import { tooWide } from './usable.ts'

const CARD = '#promises'
const LIMIT = 'Also make each “at most” a weekly limit, from now on'
const DAY_START = 0

const today = () => calendarDay(Date.now(), localOffset(Date.now()))
const thisWeek = () => firstDayOfWeek(today(), 0)
const lastWeek = () => addDays(thisWeek(), -7)

const promises = async (browser: TestBrowser) =>
  ((await browser.readDatabase('commitments')) as Commitment[]).toSorted((a, b) => (a.id < b.id ? -1 : 1))

const words = async (page: Page, selector = CARD): Promise<string> => plain(await textOf(page, selector))

const says = (page: Page, text: string) =>
  until(`the card says “${text}”`, async () => (await words(page)).includes(text))

/** Last week: 12 h of feeds, of which 10 h were promised, and 3 h of learning, of which 4 h were. */
async function seed(browser: TestBrowser): Promise<void> {
  await setRate(browser)
  const spans = [0, 1, 2].flatMap((day) => {
    const start = Date.parse(`${addDays(lastWeek(), day)}T09:00:00Z`)
    return [
      spanOf({ surface: 'reddit.com', start, ms: 4 * HOUR_MS, utcOffsetMinutes: 0 }),
      spanOf({ surface: 'coursera.org', start: start + 6 * HOUR_MS, ms: HOUR_MS, utcOffsetMinutes: 0 }),
    ]
  })
  await writeRows(browser, 'spans', spans)
  const of = { week: lastWeek(), dayStartHour: DAY_START }
  await writeRows(browser, 'commitments', [
    promiseOf(of),
    promiseOf({ ...of, kind: 'learning', type: 'least', minutes: 240 }),
    promiseOf({ ...of, week: thisWeek(), kind: 'learning', type: 'least', minutes: 60 }),
  ])
  // The worker reads anew after a change.
  await command(browser, 'changeSettings', { dayStartHour: DAY_START, weekStart: 0 })
}

async function visit(browser: TestBrowser, site: string): Promise<void> {
  const page = await browser.newPage()
  await browser.goto(page, `https://www.${site}/`)
  await recording(browser, site)
}

const settledOf = async (browser: TestBrowser) =>
  (await promises(browser)).flatMap(({ settled }) => (settled ? [settled] : []))

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('a week that is over is settled once, even if the worker dies', async () => {
    const { browser } = scene
    await seed(browser)
    await visit(browser, 'zeit.de')
    const settled = await until('last week is settled', async () => {
      const all = await settledOf(browser)
      return all.length === 2 && all
    })
    expect(
      settled.map(({ amountMinor, actualMs, isEarly }) => [amountMinor, actualMs / HOUR_MS, isEarly]),
    ).toEqual([
      [-5000, 12, false],
      [-2500, 3, false],
    ])
    await browser.killWorker()
    await visit(browser, 'heise.de')
    expect(await settledOf(browser)).toEqual(settled)
  })

  test('next week is promised, changed and taken back by keyboard', async () => {
    const { browser } = scene
    const page = await openOwnPage(browser, 'dashboard.html#/insights/last-week/promises')
    await says(page, 'Promise next week now. It is fixed on Monday')
    // Not kept: what the weeks kept, never less than was promised. No price is suggested.
    await fillIn(page, 'Price of each hour off (€)', '', CARD)
    await press(page, 'Promise', CARD)
    await until(
      'the price is missing',
      async () => (await problemAt(page, 'Price of each hour off (€)', CARD)) !== null,
    )
    await fillIn(page, 'Feeds, at most', '9.5', CARD)
    await fillIn(page, 'Learning, at least', '4', CARD)
    await fillIn(page, 'Price of each hour off (€)', '25', CARD)
    await says(page, 'Next week can end between −€337.50 and +€337.50. No money moves.')
    await press(page, 'Promise', CARD)
    await says(page, 'Next week is promised.')
    const week = addDays(thisWeek(), 7)
    const made = async () =>
      (await promises(browser)).flatMap((one) =>
        one.week === week ? [[one.kind, one.type, one.minutes, one.priceMinor]] : [],
      )
    expect(await made()).toEqual([
      ['feed', 'most', 570, 2500],
      ['learning', 'least', 240, 2500],
    ])
    await fillIn(page, 'Feeds, at most', '8', CARD)
    await (await field(page, LIMIT, CARD)).press(' ')
    await press(page, 'Save', CARD)
    await until('it is changed', async () => (await made())[0]?.[2] === 480)
    const rules = await until('there is a limit', async () => {
      const all = (await browser.readDatabase('limits')) as StoredRule[]
      return all.length > 0 && all
    })
    expect(rules.map(({ rule }) => [rule.targets, rule.bound])).toEqual([
      [[{ type: 'kind', kind: 'feed' }], { type: 'time', allowance: { per: 'week', of: 480 } }],
    ])
    await press(page, 'Take back: Feeds, at most', CARD)
    await until('it is taken back', async () => (await made()).length === 1)
    await page.close()
  })

  test('the card shows this week, the history and its balance, and offers four weeks more', async () => {
    const { browser } = scene
    const page = await openOwnPage(browser, 'dashboard.html#/insights/last-week/promises')
    await says(page, 'Learning: at least 1 h')
    await says(page, 'today')
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLTableRowElement>('.promise-settled tbody tr')].map((row) =>
        [...row.cells].slice(1).map(({ textContent }) => textContent),
      ),
    )
    expect(rows.map((row) => row.map(plain))).toEqual([
      ['−€25.00', '−€75.00'],
      ['−€50.00', '−€50.00'],
    ])
    expect(await flawsOf(page)).toEqual([])
    for (const width of [360, 768, 1440]) {
      await page.setViewport({ width, height: 900 })
      await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
      expect(await tooWide(page)).toEqual([])
    }
    await press(page, 'Settle now', CARD)
    await says(page, 'cannot be undone')
    await press(page, 'Cancel', CARD)
    await press(page, 'The same again for four weeks', CARD)
    await until('four weeks are promised', async () => (await promises(browser)).length === 3 + 4 + 4)
    await page.close()
  })

  test('the statement of the week says how its promises ended', async () => {
    const page = await openOwnPage(scene.browser, 'dashboard.html#/week')
    await until('the promises are there', async () =>
      (await words(page, '#promises-kept ~ ul')).includes('Feeds: at most 10 h'),
    )
    expect(await words(page, '#promises-kept ~ ul')).toBe(
      'Feeds: at most 10 h12 h 0 min, not kept, −€50.00Learning: at least 4 h3 h 0 min, not kept, −€25.00',
    )
    await page.close()
  })

  test('the popup shows the goal of this week beside the limits', async () => {
    const popup = await scene.browser.openPopup()
    const line = await until('the goal is there', () =>
      popup.evaluate((view) =>
        view.document.querySelector('.limits [data-goal]')?.textContent.replace(/\s+/g, ' '),
      ),
    )
    expect(line).toBe('Learning: at least 1 h1 h to go')
    await popup.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('with hidden money, promises are hours alone', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { moneyHidden: true, weekStart: 0, dayStartHour: DAY_START })
    const page = await openOwnPage(browser, 'dashboard.html#/insights/last-week/promises')
    await says(page, 'Am Montag steht sie fest')
    await fillIn(page, 'Feeds, höchstens', '7,5', CARD)
    await press(page, 'Versprechen', CARD)
    await says(page, 'Die nächste Woche ist versprochen.')
    expect((await promises(browser)).map(({ minutes, priceMinor }) => [minutes, priceMinor])).toEqual([
      [450, 0],
    ])
    expect(await words(page)).not.toContain('€')
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
