/** The welcome: what an hour is worth, a limit if the person likes, and what is set in the end. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import {
  choose,
  click,
  field,
  fillIn,
  openOwnPage,
  problemAt,
  tabTo,
  textOf,
  valueIn,
} from '../e2e/own-page.ts'
import { storedSettings } from '../e2e/seed.ts'
import { putRule, ruleOf } from '../e2e/wall-scene.ts'
import { plain } from '../fixtures/plain.ts'
import { PLACES } from './harness/page-scene.ts'
import { chooseLimit, clearWhatWasSet, hasBegun, heading, isAtLimits } from './welcome-page.ts'

/** Types into a field without leaving it. */
async function typeIn(page: Page, label: string, text: string): Promise<void> {
  const control = await field(page, label)
  await control.evaluate((input) => input.focus())
  await page.keyboard.type(text)
}

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  beforeEach(() => clearWhatWasSet(scene.browser))
  afterEach(() => page.close())

  const openAt = async (path: string) => {
    page = await openOwnPage(scene.browser, path)
  }
  /** Opens the page at its question. */
  const open = () => openAt('welcome.html')

  test('skipping everything by keyboard stores no rate, no rule and no guess', async () => {
    await open()
    expect(await page.title()).toBe('Welcome to Zeitwert')
    expect(await heading(page)).toBe('What is your hour worth?')
    await tabTo(page, 'Skip')
    await page.keyboard.press('Enter')
    await isAtLimits(page)
    await tabTo(page, 'Continue')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    expect(await scene.browser.readDatabase('rates')).toEqual([])
    expect(await scene.browser.readDatabase('limits')).toEqual([])
    expect((await storedSettings(scene.browser)).guess).toBeNull()
    expect(await textOf(page, '.what-was-set')).toMatch(/Your hour\s*Not set.*Your limit\s*Not set/)
    await page.close()
    await openAt('dashboard.html#/today')
    expect(await textOf(page, '.note')).toContain('What is your hour worth?')
    expect(await textOf(page, 'data')).toBeNull()
  })

  test('an amount and a limit in four clicks; the last step repeats both and says where to change them', async () => {
    await open()
    await click(page, '€14')
    expect(await valueIn(page, 'Another amount in €')).toBe('14.00')
    await click(page, 'Continue')
    await isAtLimits(page)
    await chooseLimit(page, 'Both')
    await click(page, 'Continue')
    await hasBegun(page)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    const set = plain(await textOf(page, '.what-was-set'))
    expect(set).toContain('€14.00 an hour')
    expect(set).toContain('Feeds: 40 min a day')
    expect(set).toContain('10:30 PM – 6:00 AM')
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('.what-was-set a')].map((link) => link.getAttribute('href')),
    )
    expect(links).toEqual(['/dashboard.html#/settings/rate', '/dashboard.html#/firewall'])
    expect(await textOf(page, '.done')).toContain('in Settings and your limits under Firewall')

    const rate = { from: '1970-01-01', currency: 'EUR', hourTypes: null, amountMinor: 1400 }
    expect(await scene.browser.readDatabase('rates')).toEqual([rate])
    const rules = (await scene.browser.readDatabase('limits')) as StoredRule[]
    expect(rules.map(({ rule }) => [rule.bound.type, rule.strictness])).toEqual(
      expect.arrayContaining([
        ['time', 'wall'],
        ['cutoff', 'wall'],
      ]),
    )
    expect(rules).toHaveLength(2)

    // In place of a reload, which keeps the address, too.
    const hash = await page.evaluate(() => location.hash)
    await page.close()
    await openAt(`welcome.html${hash}`)
    await hasBegun(page)
    expect(plain(await textOf(page, '.what-was-set'))).toContain('€14.00 an hour')
    await command(scene.browser, 'changeSettings', { pausedUntil: 'resumed' })
    await until('the page says that it is paused', async () => (await heading(page)) === 'Zeitwert – paused')
    await command(scene.browser, 'changeSettings', { pausedUntil: null })
  })

  test('the example is marked, follows what is typed, and cannot be used', async () => {
    await open()
    expect(await textOf(page, '.example figcaption')).toBe('Example with invented figures')
    const cost = () => textOf(page, '.example #today-cost')
    expect(await cost()).toBe('€50.17')
    await typeIn(page, 'Another amount in €', '60')
    await until('the example follows', async () => (await cost()) === '€215.00')
    expect(plain(await textOf(page, '.example > .only-read'))).toContain('At €60.00 an hour, 3 h 35 min')
    await choose(page, 'Currency', 'Swiss Franc (CHF)')
    await until('the example follows', async () => (await cost())?.startsWith('CHF'))
    expect(await page.evaluate(() => document.querySelector('.example .popup')?.hasAttribute('inert'))).toBe(
      true,
    )
  })

  test('the amounts to choose from are those of the currency, and there are none for one without figures', async () => {
    await open()
    const chips = () =>
      page.evaluate(() => [...document.querySelectorAll('.chips button')].map((chip) => chip.textContent))
    expect(await chips()).toHaveLength(5)
    await choose(page, 'Currency', 'Japanese Yen (JPY)')
    await until('there are none', async () => (await chips()).length === 0)
    await fillIn(page, 'Another amount in ¥', '2000')
    await click(page, 'Continue')
    await isAtLimits(page)
    expect(await scene.browser.readDatabase('rates')).toMatchObject([{ amountMinor: 2000, currency: 'JPY' }])
  })

  test('a wrong amount is reported at its field and nothing is saved', async () => {
    await open()
    const before = await storedSettings(scene.browser)
    await fillIn(page, 'Another amount in €', '−3')
    await tabTo(page, 'Continue')
    await page.keyboard.press('Enter')
    await until('the wrong field has the focus', () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-invalid') === 'true'),
    )
    expect(await problemAt(page, 'Another amount in €')).toContain('is worth at least 0')
    expect(await scene.browser.readDatabase('rates')).toEqual([])
    expect(await storedSettings(scene.browser)).toEqual(before)
  })

  test('going back and changing the amount changes the same rate', async () => {
    await open()
    await fillIn(page, 'Another amount in €', '25')
    await click(page, 'Continue')
    await isAtLimits(page)
    await click(page, 'Back')
    await until('the question is back', async () => (await heading(page)) === 'What is your hour worth?')
    expect(await valueIn(page, 'Another amount in €')).toBe('25')
    await fillIn(page, 'Another amount in €', '30')
    await click(page, 'Continue')
    await isAtLimits(page)
    expect(await scene.browser.readDatabase('rates')).toMatchObject([
      { from: '1970-01-01', amountMinor: 3000 },
    ])
  })

  test('untouched fields keep what was set elsewhere in the meantime', async () => {
    await open()
    await command(scene.browser, 'changeSettings', { currency: 'CHF' })
    await until('the page follows', async () => (await valueIn(page, 'Currency')) === 'CHF')
    await click(page, 'Continue')
    await isAtLimits(page)
    expect(await storedSettings(scene.browser)).toMatchObject({ currency: 'CHF' })
  })

  test('a second rate holds from today, and earlier days keep the first', async () => {
    const first = { from: '1970-01-01', currency: 'EUR', hourTypes: null, amountMinor: 2000 }
    await command(scene.browser, 'putRate', { rate: first, replaces: null })
    await open()
    await fillIn(page, 'Another amount in €', '30')
    await click(page, 'Continue')
    await isAtLimits(page)
    const added = { currency: 'EUR', hourTypes: null, amountMinor: 3000 }
    expect(await scene.browser.readDatabase('rates')).toEqual([
      first,
      { ...added, from: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) },
    ])
  })

  test('who has a rule already is not asked for a limit', async () => {
    await putRule(scene.browser, ruleOf({}))
    await open()
    await click(page, 'Skip')
    await hasBegun(page)
  })

  test('the limit is chosen with the arrow keys and set with Enter', async () => {
    await openAt('welcome.html#limit')
    await tabTo(page, 'No limit for now')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    expect(await scene.browser.readDatabase('limits')).toMatchObject([{ rule: { strictness: 'notice' } }])
  })

  test('a guess is one click on the last step', async () => {
    await openAt('welcome.html#saved')
    await click(page, '30\u202fmin')
    await until(
      'the guess is stored',
      async () => (await storedSettings(scene.browser)).guess?.minutes === 30,
    )
    await until('it is shown', () => page.$('.guess [aria-pressed=true]'))
  })
})
