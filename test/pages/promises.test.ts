/** Promises about a week: made and changed by keyboard, and shown with their balance. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { addDays, HOUR_MS } from '../../domain/time/local-time'
import { writeRows } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { field, fillIn, openOwnPage, press, problemAt } from '../e2e/own-page.ts'
import { SETTLED } from '../fixtures/commitments'
import { plain } from '../fixtures/plain.ts'
import { PLACES } from './harness/page-scene.ts'
import { CARD, promises, says, seedPromises, thisWeek, words } from './promises-page.ts'

const LIMIT = 'Also make each “at most” a weekly limit, from now on'

const FEEDS_ENDED = { ...SETTLED, at: Date.now() }
const LEARNING_ENDED = { ...FEEDS_ENDED, actualMs: 3 * HOUR_MS, amountMinor: -2500 }

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  beforeAll(async () => {
    const { browser } = scene
    await seedPromises(browser)
    // As the worker settles them, once somebody is there.
    const due = (await promises(browser)).filter(({ week }) => week < thisWeek())
    const ended = due.map((one) => ({ ...one, settled: one.kind === 'feed' ? FEEDS_ENDED : LEARNING_ENDED }))
    await writeRows(browser, 'commitments', ended)
  })
  afterEach(() => page.close())

  test('next week is promised, changed and taken back by keyboard', async () => {
    const { browser } = scene
    page = await openOwnPage(browser, 'dashboard.html#/insights/last-week/promises')
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
    await (await field(page, LIMIT, CARD)).evaluate((box) => box.focus())
    await page.keyboard.press(' ')
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
  })

  test('the card shows this week, the history and its balance, and offers four weeks more', async () => {
    const { browser } = scene
    page = await openOwnPage(browser, 'dashboard.html#/insights/last-week/promises')
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
    await press(page, 'Settle now', CARD)
    await says(page, 'cannot be undone')
    await press(page, 'Cancel', CARD)
    await press(page, 'The same again for four weeks', CARD)
    await until('four weeks are promised', async () => (await promises(browser)).length === 3 + 4 + 4)
  })

  test('the statement of the week says how its promises ended', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/week')
    await until('the promises are there', async () =>
      (await words(page, '#promises-kept ~ ul')).includes('Feeds: at most 10 h'),
    )
    expect(await words(page, '#promises-kept ~ ul')).toBe(
      'Feeds: at most 10 h12 h 0 min, not kept, −€50.00Learning: at least 4 h3 h 0 min, not kept, −€25.00',
    )
  })
})
