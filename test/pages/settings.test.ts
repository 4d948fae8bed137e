/** The settings: rates, sites and what a person chooses, and what their figures show at once. */
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { choose, click, field, fillIn, openOwnPage, problemAt, textOf, valueIn } from '../e2e/own-page.ts'
import { seedVisits, setRate, storedSettings, storeSettings } from '../e2e/seed.ts'
import { PLACES } from './harness/page-scene.ts'
import {
  EDITOR,
  openSite,
  opinionOn as storedOpinion,
  putTwoRates,
  removeTwoRates,
  seedSites,
} from './settings-page.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  const opinionOn = (surface: string) => storedOpinion(scene.browser, surface)

  /** Seconds, cost and return of the surfaces in today's statement, by surface. Opens the page again. */
  const statement = async (): Promise<Record<string, unknown>> => {
    const hash = await page.evaluate(() => location.hash)
    await page.close()
    const today = await openOwnPage(scene.browser, 'dashboard.html#/today')
    const lines = await today.evaluate(() =>
      [...document.querySelectorAll('tr[data-surface]')].map((line) => {
        const amount = (column: string) =>
          Number(line.querySelector(`.${column} data`)?.getAttribute('value') ?? NaN)
        const seconds = Number(line.querySelector('time')?.dateTime.slice(2, -1))
        return [
          line.getAttribute('data-surface'),
          {
            name: line.querySelector('.name')?.textContent.trim(),
            seconds,
            cost: amount('cost'),
            returned: amount('returned'),
          },
        ]
      }),
    )
    await today.close()
    page = await openOwnPage(scene.browser, `dashboard.html${hash}`)
    return Object.fromEntries(lines)
  }

  describe('a typed value', () => {
    beforeEach(async () => {
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterEach(() => page.close())

    test('of a rate is stored if it is valid; otherwise the field says what is wrong', async () => {
      const { browser } = scene
      const save = () => click(page, 'Save', '.rate-form')
      await choose(page, 'Amounts are in', 'Euro (EUR)')
      await until('the currency is stored', async () => (await storedSettings(browser)).currency === 'EUR')
      await click(page, 'Set your hourly rate', '#rate')
      const wrong = [
        ['−3', 'at least 0'],
        ['1e12', 'too many zeros'],
        ['abc', 'not an amount'],
        ['', 'Type an amount, such as 25.00'],
        ['25.505', '2 decimals'],
      ] as const
      for (const [text, sentence] of wrong) {
        await fillIn(page, 'Amount in €', text)
        await save()
        await until(`the field says what is wrong with “${text}”`, async () =>
          (await problemAt(page, 'Amount in €'))?.includes(sentence),
        )
      }
      expect(await browser.readDatabase('rates')).toEqual([])
      await fillIn(page, 'Amount in €', '25.50')
      expect(await problemAt(page, 'Amount in €')).toBeNull()
      await save()
      await until('the rate is in the list', async () => (await textOf(page, '.rates'))?.includes('€25.50'))
      const rate = { from: '1970-01-01', amountMinor: 2550, currency: 'EUR', hourTypes: null }
      expect(await browser.readDatabase('rates')).toEqual([rate])
    })

    test('of the idle time is stored if it is valid; otherwise the field says what is wrong', async () => {
      const idleSeconds = async () => (await storedSettings(scene.browser)).idleSeconds
      await fillIn(page, 'Away after', '300')
      await until('300 s are stored', async () => (await idleSeconds()) === 300)
      for (const text of ['−3', '1e12', 'abc', '', '14', '601', '60.5']) {
        await fillIn(page, 'Away after', text)
        await until(`the field says what is wrong with “${text}”`, async () =>
          (await problemAt(page, 'Away after'))?.includes('a whole number from 15 to 600'),
        )
        expect(await idleSeconds()).toBe(300)
      }
      await fillIn(page, 'Away after', '600')
      await until('600 s are stored', async () => (await idleSeconds()) === 600)
      expect(await problemAt(page, 'Away after')).toBeNull()
    })
  })

  describe('an invalid value', () => {
    const rates = () => scene.browser.readDatabase('rates')

    beforeAll(async () => {
      await setRate(scene.browser)
      const later = { from: '2026-01-02', amountMinor: 4000, currency: 'EUR', hourTypes: null }
      await command(scene.browser, 'putRate', { rate: later, replaces: null })
      await seedVisits(scene.browser, [{ surface: 'duolingo.com', minutesAgo: 60, seconds: 60 }])
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterAll(async () => {
      await page.close()
      for (const from of ['1970-01-01', '2026-01-02']) await command(scene.browser, 'removeRate', { from })
      await command(scene.browser, 'changeSettings', { dayStartHour: 4 })
    })

    const said = (label: string, words: string, within?: string) =>
      until(`“${label}” says “${words}”`, async () => (await problemAt(page, label, within))?.includes(words))

    test('for a percentage or for the first day of a rate is reported at its field', async () => {
      const before = await rates()
      await click(page, 'Add a rate', '#rate')
      await fillIn(page, 'Amount in €', '30')
      const differ = await field(page, 'Different prices by hour')
      await differ.evaluate((box) => box.click())
      for (const text of ['−3', 'abc', '', '1e12']) {
        await fillIn(page, 'Free hours', text)
        await said('Free hours', 'a whole number from 0 to 500')
      }
      await fillIn(page, 'Free hours', '50 %')
      expect(await problemAt(page, 'Free hours')).toBeNull()
      const day = await field(page, 'Valid from')
      await day.evaluate((input) => {
        input.value = '2026-01-02'
        input.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await click(page, 'Save', '.rate-form')
      await said('Valid from', 'There is already a rate from Jan 2, 2026')
      expect(await rates()).toEqual(before)
      await click(page, 'Cancel', '.rate-form')
    })

    test('for a name, a site to join or a part to split off is reported at its field', async () => {
      const within = EDITOR
      await openSite(page, 'duolingo.com')
      await fillIn(page, 'Your name for it', 'x'.repeat(61), within)
      await said('Your name for it', 'at most 60 characters', within)
      for (const [typed, words] of [
        ['', 'Type or choose the site'],
        ['nowhere.example', 'not in your list'],
        ['duolingo.com', 'the site itself'],
      ] as const) {
        await fillIn(page, 'Count it as another site', typed, within)
        await click(page, 'Merge', within)
        await said('Count it as another site', words, within)
      }
      for (const typed of ['', 'other.example/blog', 'duolingo.com']) {
        await fillIn(page, 'Make a part a site of its own', typed, within)
        await click(page, 'Split off', within)
        await said('Make a part a site of its own', 'not a part of duolingo.com', within)
      }
      expect(await opinionOn('duolingo.com')).toBeUndefined()
    })
  })

  describe('a rate', () => {
    const stored = () => scene.browser.readDatabase('rates')

    beforeEach(async () => {
      await putTwoRates(scene.browser)
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterEach(async () => {
      await page.close()
      await removeTwoRates(scene.browser)
    })

    test('stays open in its form while the form of another rate ends its saving', async () => {
      await click(page, 'Change from the beginning', '.rates')
      await fillIn(page, 'Amount in €', '40')
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('.rate-form [type=submit]')?.click()
        document.querySelector<HTMLElement>('.rates .text-button')?.click()
      })
      await until('the first is saved', async () => (await textOf(page, '.rates'))?.includes('€40.00'))
      await fillIn(page, 'Amount in €', '50')
      await click(page, 'Save', '.rate-form')
      await until('the second is saved', async () => (await textOf(page, '.rates'))?.includes('€50.00'))
      expect(await stored()).toMatchObject([{ amountMinor: 4000 }, { amountMinor: 5000 }])
    })
  })

  test('a first day before 1970 is reported at its field', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    await setRate(scene.browser)
    await until('the rate is in the list', async () => (await textOf(page, '.rates'))?.includes('36.00'))
    await click(page, 'Add a rate', '#rate')
    await fillIn(page, 'Amount in €', '30')
    const day = await field(page, 'Valid from')
    await day.evaluate((input) => {
      input.value = '1900-01-01'
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await click(page, 'Save', '.rate-form')
    await until('the field says what is wrong', async () =>
      (await problemAt(page, 'Valid from'))?.includes('Choose a day after Jan 1, 1970.'),
    )
    await command(scene.browser, 'removeRate', { from: '1970-01-01' })
    await command(scene.browser, 'changeSettings', { dayStartHour: 4 })
    await page.close()
  })

  test('hiding money and the second screen are stored at once', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    for (const isOn of [true, false])
      for (const [label, key] of [
        ['Hide money', 'moneyHidden'],
        ['Count a page with sound behind another program', 'secondScreen'],
      ] as const) {
        const box = await field(page, label)
        await box.evaluate((element) => element.click())
        await until(
          `${key} is stored as ${isOn}`,
          async () => (await storedSettings(scene.browser))[key] === isOn,
        )
      }
    await page.close()
  })

  describe('the settings page', () => {
    beforeEach(async () => {
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterEach(() => page.close())

    test('goes to a section each time its link is clicked', async () => {
      for (let time = 0; time < 2; time += 1) {
        await click(page, 'Recording', '.sections')
        await until('the heading of the section has the focus', () =>
          page.evaluate(() => document.activeElement?.id === 'recording-title'),
        )
        await page.evaluate(() => {
          scrollTo(0, 0)
          document.querySelector<HTMLElement>('.sections a')?.focus()
        })
      }
    })
  })

  test('each corrupt setting falls back to its default alone, and the next change repairs the rest', async () => {
    const { browser } = scene
    const good = await storedSettings(browser)
    await storeSettings(browser, {
      ...good,
      currency: 'euros',
      dayStartHour: 99,
      idleSeconds: 'abc',
      secondScreen: true,
      badge: 'none',
      moneyHidden: 'perhaps',
      pausedUntil: {},
      guess: [5],
    })
    page = await openOwnPage(browser, 'dashboard.html#/settings')
    expect({
      currency: await valueIn(page, 'Amounts are in'),
      dayStartHour: await valueIn(page, 'Your day starts at'),
      idleSeconds: await valueIn(page, 'Away after'),
      secondScreen: await valueIn(page, 'Count a page with sound behind another program'),
      badge: await valueIn(page, 'On the icon'),
      moneyHidden: await valueIn(page, 'Hide money'),
    }).toEqual({
      currency: '',
      dayStartHour: '4',
      idleSeconds: '120',
      secondScreen: true,
      badge: 'none',
      moneyHidden: false,
    })
    await choose(page, 'On the icon', 'What that time cost')
    await until('the change is stored', async () => (await storedSettings(browser)).badge === 'cost')
    const repaired = { currency: null, dayStartHour: 4, idleSeconds: 120, secondScreen: true }
    expect(await storedSettings(browser)).toMatchObject({
      ...repaired,
      moneyHidden: false,
      pausedUntil: null,
    })

    await storeSettings(browser, 'garbage')
    await until('the page falls back', async () => (await valueIn(page, 'On the icon')) === 'time')
    await page.close()
    await storeSettings(browser, good)
  })

  describe('the opinion on a site', () => {
    beforeAll(async () => {
      await seedSites(scene.browser)
      page = await openOwnPage(scene.browser, 'dashboard.html#/sites')
    })
    afterAll(() => page.close())

    test('changes the statement by kind, worth and name, and can be undone', async () => {
      const shorts = EDITOR
      const before = await statement()
      expect(before['youtube.com/shorts']).toMatchObject({ seconds: 300, cost: 3, returned: 0 })
      await openSite(page, 'youtube.com/shorts')
      await choose(page, 'Kind', 'Learning', shorts)
      await until(
        'the kind is stored',
        async () => (await opinionOn('youtube.com/shorts'))?.kind === 'learning',
      )
      await until('the page follows', async () =>
        (await textOf(page, shorts))?.includes('assumed to return 150%'),
      )
      // Learning is assumed to return one and a half times its cost.
      expect((await statement())['youtube.com/shorts']).toMatchObject({ cost: 3, returned: 4.5 })
      await choose(page, 'An hour here is', 'an investment (200%)', shorts)
      await fillIn(page, 'Your name for it', 'Kurzes', shorts)
      await until(
        'the name is stored',
        async () => (await opinionOn('youtube.com/shorts'))?.name === 'Kurzes',
      )
      const said = { name: 'Kurzes', seconds: 300, cost: 3, returned: 6 }
      expect((await statement())['youtube.com/shorts']).toEqual(said)

      await fillIn(page, 'Your name for it', '', shorts)
      await choose(page, 'An hour here is', 'assumed to return 150%', shorts)
      await choose(page, 'Kind', 'Feeds, as listed', shorts)
      await until('no opinion is left', async () => !(await opinionOn('youtube.com/shorts')))
      expect(await statement()).toEqual(before)
    })

    test('can make a surface count as another one, for the past too, and can be undone', async () => {
      await openSite(page, 'youtube.com/shorts')
      const before = await statement()
      await fillIn(page, 'Count it as another site', 'coursera.org', EDITOR)
      await click(page, 'Merge', EDITOR)
      await until('the surfaces are joined', async () => (await opinionOn('youtube.com/shorts'))?.joined)
      const joined = await statement()
      expect(joined['coursera.org']).toMatchObject({ seconds: 900, cost: 9, returned: 13.5 })
      expect(joined).not.toHaveProperty('youtube.com/shorts')
      await click(page, 'Count on its own again', EDITOR)
      await until('the join is gone', async () => !(await opinionOn('youtube.com/shorts')))
      expect(await statement()).toEqual(before)
    })

    test('accepts a pasted address as the site to count it as', async () => {
      await openSite(page, 'youtube.com/shorts')
      const shorts = EDITOR
      await fillIn(page, 'Count it as another site', 'https://www.coursera.org/learn/x', shorts)
      await click(page, 'Merge', shorts)
      await until('the surfaces are joined', async () => {
        const { joined } = (await opinionOn('youtube.com/shorts')) ?? {}
        return joined === 'coursera.org'
      })
      await click(page, 'Count on its own again', shorts)
      await until('the join is gone', async () => !(await opinionOn('youtube.com/shorts')))
    })
  })
})
