import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/surface/opinion'
import { SUGGESTED_HOUR_TYPES } from '../../domain/value/suggested-hour-types'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { choose, click, field, fillIn, openOwnPage, problemAt, textOf, valueIn } from './own-page.ts'
import { closedSpans, openSpan, recording, useScene } from './scene.ts'
import { command, writeRows } from './harness/fill.ts'
import { seedVisits, setRate, storedSettings, storeSettings } from './seed.ts'

const EDITOR = '.site-editor'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  const opinions = async () => (await scene.browser.readDatabase('surfaces')) as Opinion[]
  const opinionOn = async (surface: string) =>
    (await opinions()).find((opinion) => opinion.surface === surface)

  /** Goes to the page of a surface. */
  const openSite = async (surface: string) => {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/sites/this-month/${surface}`)
    await until(`the page of ${surface} is there`, () =>
      page.evaluate(
        (address) => document.querySelector('.site-editor .facts dd')?.textContent === address,
        surface,
      ),
    )
  }

  /** Seconds, cost, return and kind of the surfaces in today's statement, by surface. */
  const statement = async (): Promise<Record<string, unknown>> => {
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
    await page.bringToFront()
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
      await openSite('duolingo.com')
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

  describe('a rate that another tab changes', () => {
    const first = { from: '1970-01-01', amountMinor: 1788, currency: 'EUR', hourTypes: null }
    const later = { from: '2027-01-01', amountMinor: 3000, currency: 'EUR', hourTypes: SUGGESTED_HOUR_TYPES }
    const stored = () => scene.browser.readDatabase('rates')

    beforeEach(async () => {
      await command(scene.browser, 'changeSettings', { currency: 'EUR' })
      for (const rate of [first, later])
        await command(scene.browser, 'putRate', { rate, replaces: rate.from })
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterEach(async () => {
      await page.close()
      for (const { from } of [first, later]) await command(scene.browser, 'removeRate', { from })
    })

    /** Deletes the first rate in another tab; the later one then holds from the beginning. */
    const deleteFirstElsewhere = async () => {
      const elsewhere = await openOwnPage(scene.browser, 'dashboard.html#/settings')
      await click(elsewhere, 'Delete from the beginning', '.rates')
      await click(elsewhere, 'Delete', '.rates .sure')
      await until('the rate is deleted', async () => (await stored()).length === 1)
      await elsewhere.close()
      await page.bringToFront()
      await until('the page follows', async () => !(await textOf(page, '.rates'))?.includes('2027'))
    }
    const heir = { ...later, from: '1970-01-01' }

    test('is not overwritten by a form that was already open, and the form says why', async () => {
      await click(page, 'Change from the beginning', '.rates')
      await deleteFirstElsewhere()
      await fillIn(page, 'Amount in €', '40')
      await click(page, 'Save', '.rate-form')
      await until('the form says why', async () =>
        (await textOf(page, '.rate-form [role=alert]'))?.includes('changed elsewhere'),
      )
      expect(await stored()).toEqual([heir])
      await click(page, 'Close', '.rate-form')
      await click(page, 'Change from the beginning', '.rates')
      await fillIn(page, 'Amount in €', '40')
      await click(page, 'Save', '.rate-form')
      await until('the rate is saved', async () => (await textOf(page, '.rates'))?.includes('€40.00'))
      expect(await stored()).toEqual([{ ...heir, amountMinor: 4000 }])
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

    test('is not deleted by a confirmation that was opened for another rate', async () => {
      await click(page, 'Delete from the beginning', '.rates')
      await deleteFirstElsewhere()
      expect(await textOf(page, '.rates .sure')).toBeNull()
      expect(await stored()).toEqual([heir])
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

    test('saves quick choices by keyboard and never jumps back, even if the worker was killed', async () => {
      const { browser } = scene
      await command(browser, 'changeSettings', { dayStartHour: 4 })
      const label = 'Your day starts at'
      await until('the page follows', async () => (await valueIn(page, label)) === '4')
      await browser.killWorker()
      const hours = await field(page, label)
      await hours.evaluate((select) => {
        const seen: number[] = []
        const look = () => {
          const hour = Number(select.value)
          if (seen.at(-1) !== hour) seen.push(hour)
          select.dataset['seen'] = seen.join()
          requestAnimationFrame(look)
        }
        select.focus()
        look()
      })
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown')
      await until('the last choice is stored', async () => (await storedSettings(browser)).dayStartHour === 7)
      await until('the page says that it is saved', () => textOf(page, '#recording .save-note.saved'))
      const seen = (await hours.evaluate(({ dataset }) => dataset['seen'] ?? '')).split(',')
      expect(seen.at(-1)).toBe('7')
      expect(seen).toEqual(seen.toSorted())
      await command(browser, 'changeSettings', { dayStartHour: 4 })
    })

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
    const visited = await browser.newPage()
    await browser.goto(visited, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    await visited.close()
    await storeSettings(browser, good)
  })

  describe('the opinion on a site', () => {
    beforeAll(async () => {
      await setRate(scene.browser)
      await seedVisits(scene.browser, [
        { surface: 'coursera.org', minutesAgo: 100, seconds: 600 },
        { surface: 'youtube.com/shorts', minutesAgo: 80, seconds: 300 },
        { surface: 'example.com', minutesAgo: 60, seconds: 100 },
      ])
      page = await openOwnPage(scene.browser, 'dashboard.html#/sites')
    })

    test('changes the statement by kind, worth and name, and can be undone', async () => {
      const shorts = EDITOR
      const before = await statement()
      expect(before['youtube.com/shorts']).toMatchObject({ seconds: 300, cost: 3, returned: 0 })
      await openSite('youtube.com/shorts')
      await choose(page, 'Kind', 'Learning', shorts)
      await until(
        'the kind is stored',
        async () => (await opinionOn('youtube.com/shorts'))?.kind === 'learning',
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
      await openSite('youtube.com/shorts')
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
      await openSite('youtube.com/shorts')
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

    test('can split off a subdomain, which is recorded on its own from then on', async () => {
      const { browser } = scene
      await openSite('example.com')
      await fillIn(page, 'Make a part a site of its own', 'blog.example.com', EDITOR)
      await click(page, 'Split off', EDITOR)
      await until('the split is stored', async () => (await opinionOn('example.com/blog.'))?.split)
      const visited = await browser.newPage()
      await browser.goto(visited, 'https://blog.example.com/2026/11/')
      expect(await recording(browser, 'example.com/blog.')).toMatchObject({ site: 'example.com' })
      await browser.goto(visited, 'https://www.example.com/')
      await recording(browser, 'example.com')
      await visited.close()
      await page.bringToFront()
      await until('the site links to its part', async () =>
        (await textOf(page, '.part-links'))?.includes('blog'),
      )
      await page.close()
    })
  })

  describe('the history of a site', () => {
    test('stays empty if the site is excluded before its first visit, until it is included again', async () => {
      const { browser } = scene
      const search = 'Search by name or address'
      page = await openOwnPage(browser, 'dashboard.html#/sites')
      await fillIn(page, search, 'mybank')
      await until('nothing is found', async () => (await textOf(page, '.count'))?.startsWith('No other site'))
      expect(await textOf(page, '.offer')).toBeNull()
      await fillIn(page, search, 'https://login.mybank.com/account?id=7')
      await click(page, 'Never record mybank.com', '.other-sites')
      const notes = await until('the site is in the list', () =>
        textOf(page, '.other-sites [data-surface="mybank.com"] .notes'),
      )
      expect(notes).toContain('recorded')
      expect(await opinionOn('mybank.com')).toEqual({ surface: 'mybank.com', excluded: expect.any(Number) })
      await until('the search has the focus', () =>
        page.evaluate(() => document.activeElement?.matches('.search input')),
      )

      const visited = await browser.newPage()
      await browser.goto(visited, 'https://www.mybank.com/')
      await command(browser, 'recordChanged', null)
      expect(await openSpan(browser)).toBeUndefined()
      await page.bringToFront()
      await openSite('mybank.com')
      await click(page, 'Record again', EDITOR)
      await until('no opinion on it is left', async () => !(await opinionOn('mybank.com')))
      await visited.bringToFront()
      await recording(browser, 'mybank.com')
      await visited.close()
      await page.close()
    })

    test('ends when the site is excluded and is deleted only if the person confirms', async () => {
      const { browser } = scene
      const site = EDITOR
      const visited = await browser.newPage()
      await browser.goto(visited, 'https://www.zeit.de/')
      await recording(browser, 'zeit.de')
      page = await openOwnPage(browser, 'dashboard.html#/sites')
      await visited.bringToFront()
      const { id } = await recording(browser, 'zeit.de')
      await openSite('zeit.de')
      const clickedAt = Date.now()
      await click(page, 'Never record', site)
      await until('the running span has ended', async () => !(await openSpan(browser)))
      const last = (await closedSpans(browser)).find((span) => span.id === id)
      expect(last?.end).toBeGreaterThan(clickedAt - 6000)
      const asked = await until('the page asks what to do with the history', () =>
        textOf(page, `${site} .sure p`),
      )
      expect(asked).toMatch(/zeit\.de is no longer recorded\. .* in \d+ time span/)

      await browser.goto(visited, 'https://www.zeit.de/politik')
      await command(browser, 'recordChanged', null)
      expect(await openSpan(browser)).toBeUndefined()
      await click(page, 'Delete its history', `${site} .sure`)
      await until(
        'the history is gone',
        async () => !(await closedSpans(browser)).some((span) => span.site === 'zeit.de'),
      )
      await browser.goto(visited, 'https://www.zeit.de/wissen')
      await browser.goto(visited, 'https://www.coursera.org/')
      await recording(browser, 'coursera.org')
      expect((await closedSpans(browser)).map((span) => span.site)).not.toContain('zeit.de')
      expect(await opinionOn('zeit.de')).toHaveProperty('excluded')
      await visited.close()
      await page.close()
    })

    test('leaves no trace in any store after the site is forgotten', async () => {
      const { browser } = scene
      const site = 'spiegel.de'
      await seedVisits(browser, [
        { surface: site, minutesAgo: 5 * 24 * 60, seconds: 60 },
        { surface: 'coursera.org', minutesAgo: 5 * 24 * 60 - 2, seconds: 60 },
        { surface: site, minutesAgo: 30, seconds: 60 },
      ])
      await writeRows(browser, 'ratings', [{ surface: site, at: Date.now(), worthQuarters: 2 }])
      await command(browser, 'changeSurface', {
        surface: site,
        change: { kind: 'work', worthQuarters: 4, name: 'Der SPIEGEL' },
      })
      await command(browser, 'changeSurface', { surface: 'example.com', change: { joined: site } })
      await browser.killWorker()
      const visited = await browser.newPage()
      await browser.goto(visited, 'https://www.spiegel.de/')
      await recording(browser, site)
      await until('the old day is sealed', async () => JSON.stringify(await stores('days')).includes(site))
      await browser.goto(visited, 'https://www.coursera.org/')
      await recording(browser, 'coursera.org')
      const everywhere = ['days', 'spans', 'state', 'surfaces', 'ratings']
      expect(await storesThatName(site)).toEqual(everywhere.toSorted())

      page = await openOwnPage(browser, 'dashboard.html#/sites')
      await openSite(site)
      await click(page, 'Forget everywhere', EDITOR)
      const asked = await until('the page asks for confirmation', () => textOf(page, `${EDITOR} .sure p`))
      expect(asked).toMatch(
        /^Forget spiegel\.de\? This deletes 2\smin in \d time spans and .* cannot be undone\.$/,
      )
      await click(page, 'Forget everywhere', `${EDITOR} .sure`)
      await until('the list of sites is back', async () => (await textOf(page, EDITOR)) === null)
      expect(await storesThatName(site)).toEqual([])
      expect(await storesThatName('SPIEGEL')).toEqual([])
      expect(await storesThatName('coursera.org')).toEqual(expect.arrayContaining(['days', 'spans']))
    })
  })

  const stores = (...names: string[]) =>
    Promise.all(names.map((name) => scene.browser.readDatabase(name))).then((rows) => rows.flat())

  /** Every store of the database and area of extension storage with these words in any row. */
  const storesThatName = async (words: string): Promise<string[]> => {
    const { names, areas } = await scene.browser.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('zeitwert')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => resolve(opening.result))
      })
      const objectStores = [...database.objectStoreNames]
      database.close()
      const { local, session } = chrome.storage
      return { names: objectStores, areas: { local: await local.get(), session: await session.get() } }
    })
    const contents = await Promise.all(names.map(async (name) => [name, await stores(name)] as const))
    return [...contents, ...Object.entries(areas)]
      .filter(([, content]) => JSON.stringify(content).includes(words))
      .map(([name]) => name)
      .sort()
  }
})
