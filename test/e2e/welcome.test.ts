import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { flawsOf } from './axe.ts'
import { launchChromium } from './harness/chromium.ts'
import { command } from './harness/fill.ts'
import { type Display, startDisplay } from './harness/display.ts'
import { launchFirefox } from './harness/firefox.ts'
import type { LaunchOptions } from './harness/launch-options.ts'
import { type StandInServer, startStandInServer } from './harness/stand-in-server.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import {
  choose,
  click,
  field,
  fillIn,
  openOwnPage,
  problemAt,
  resize,
  tabTo,
  textOf,
  valueIn,
} from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { storedSettings } from './seed.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { putRule, ruleOf } from './wall-scene.ts'
import { welcomed } from './welcomed.ts'
import { plain } from '../fixtures/plain.ts'

const BROWSERS = [
  { name: 'Chromium', launch: (options: LaunchOptions) => launchChromium(options) },
  { name: 'Firefox', launch: (options: LaunchOptions) => launchFirefox({ ...options, persistent: true }) },
]

const heading = (page: Page) => textOf(page, 'h1')

/** Types into a field without leaving it. */
async function typeIn(page: Page, label: string, text: string): Promise<void> {
  const control = await field(page, label)
  await control.evaluate((input) => input.focus())
  await page.keyboard.type(text)
}

/** Chooses a ready-made limit by the name on it. */
const chooseLimit = (page: Page, name: string) =>
  page.evaluate((words) => {
    const choices = [...document.querySelectorAll<HTMLElement>('.limit-choice')]
    choices.find(({ textContent }) => textContent.startsWith(words))?.click()
  }, name)

const hasBegun = (page: Page) =>
  until('the page says that it is recording', async () => (await heading(page)) === 'Zeitwert is recording')

describe.each(BROWSERS)('$name', ({ launch }) => {
  let display: Display
  let server: StandInServer
  let userDataDir: string
  let browser: TestBrowser

  const start = () => launch({ port: server.port, headless: false, env: display.env, userDataDir })

  const welcomeTabs = () =>
    browser.evaluate(
      async (url) => (await chrome.tabs.query({})).filter((tab) => tab.url === url).length,
      browser.extensionUrl('welcome.html'),
    )

  beforeAll(async () => {
    display = await startDisplay()
    server = await startStandInServer()
    userDataDir = await temporaryDirectory('welcome')
    browser = await start()
    await welcomed(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await display?.stop()
    await removeDirectory(userDataDir)
  })

  /** Opens the page at its question. */
  const open = () => openOwnPage(browser, 'welcome.html')

  /** Clears what the tests before have set. */
  const fresh = async () => {
    for (const { from } of (await browser.readDatabase('rates')) as { from: string }[])
      await command(browser, 'removeRate', { from })
    for (const { id } of (await browser.readDatabase('limits')) as { id: string }[])
      await command(browser, 'removeRule', { id, pin: null })
    await command(browser, 'changeSettings', { currency: 'EUR', guess: null })
    expect(await browser.readDatabase('limits')).toEqual([])
  }
  beforeEach(fresh)

  const isAtLimits = (page: Page) =>
    until('the page offers a limit', async () => (await heading(page)) === 'A limit, if you like')

  test('skipping everything by keyboard stores no rate, no rule and no guess', async () => {
    const page = await open()
    expect(await page.title()).toBe('Welcome to Zeitwert')
    expect(await heading(page)).toBe('What is your hour worth?')
    await tabTo(page, 'Skip')
    await page.keyboard.press('Enter')
    await isAtLimits(page)
    await tabTo(page, 'Continue')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    expect(await browser.readDatabase('rates')).toEqual([])
    expect(await browser.readDatabase('limits')).toEqual([])
    expect((await storedSettings(browser)).guess).toBeNull()
    expect(await textOf(page, '.what-was-set')).toMatch(/Your hour\s*Not set.*Your limit\s*Not set/)
    const today = await openOwnPage(browser, 'dashboard.html#/today')
    expect(await textOf(today, '.note')).toContain('What is your hour worth?')
    expect(await textOf(today, 'data')).toBeNull()
  })

  test('an amount and a limit in four clicks; the last step repeats both and says where to change them', async () => {
    const page = await open()
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
    expect(await browser.readDatabase('rates')).toEqual([rate])
    const rules = (await browser.readDatabase('limits')) as StoredRule[]
    expect(rules.map(({ rule }) => [rule.bound.type, rule.strictness])).toEqual(
      expect.arrayContaining([
        ['time', 'wall'],
        ['cutoff', 'wall'],
      ]),
    )
    expect(rules).toHaveLength(2)

    await page.evaluate(() => {
      document.documentElement.dataset['loaded'] = 'before'
      location.reload()
    })
    await until('the page is loaded again', () =>
      page.evaluate(() => document.documentElement.dataset['loaded'] === undefined).catch(() => false),
    )
    await hasBegun(page)
    expect(plain(await textOf(page, '.what-was-set'))).toContain('€14.00 an hour')
    await command(browser, 'changeSettings', { pausedUntil: 'resumed' })
    await until('the page says that it is paused', async () => (await heading(page)) === 'Zeitwert – paused')
    await command(browser, 'changeSettings', { pausedUntil: null })
    await page.close()
  })

  test('the example is marked, follows what is typed, and cannot be used', async () => {
    const page = await open()
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
    await page.close()
  })

  test('the amounts to choose from are those of the currency, and there are none for one without figures', async () => {
    const page = await open()
    const chips = () =>
      page.evaluate(() => [...document.querySelectorAll('.chips button')].map((chip) => chip.textContent))
    expect(await chips()).toHaveLength(5)
    await choose(page, 'Currency', 'Japanese Yen (JPY)')
    await until('there are none', async () => (await chips()).length === 0)
    await fillIn(page, 'Another amount in ¥', '2000')
    await click(page, 'Continue')
    await isAtLimits(page)
    expect(await browser.readDatabase('rates')).toMatchObject([{ amountMinor: 2000, currency: 'JPY' }])
    await page.close()
  })

  test('a wrong amount is reported at its field and nothing is saved', async () => {
    const page = await open()
    const before = await storedSettings(browser)
    await fillIn(page, 'Another amount in €', '−3')
    await tabTo(page, 'Continue')
    await page.keyboard.press('Enter')
    await until('the wrong field has the focus', () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-invalid') === 'true'),
    )
    expect(await problemAt(page, 'Another amount in €')).toContain('is worth at least 0')
    expect(await browser.readDatabase('rates')).toEqual([])
    expect(await storedSettings(browser)).toEqual(before)
    await page.close()
  })

  test('going back and changing the amount changes the same rate', async () => {
    const page = await open()
    await fillIn(page, 'Another amount in €', '25')
    await click(page, 'Continue')
    await isAtLimits(page)
    await click(page, 'Back')
    await until('the question is back', async () => (await heading(page)) === 'What is your hour worth?')
    expect(await valueIn(page, 'Another amount in €')).toBe('25')
    await fillIn(page, 'Another amount in €', '30')
    await click(page, 'Continue')
    await isAtLimits(page)
    expect(await browser.readDatabase('rates')).toMatchObject([{ from: '1970-01-01', amountMinor: 3000 }])
    await page.close()
  })

  test('clicking Continue many times saves one rate', async () => {
    const page = await open()
    await fillIn(page, 'Another amount in €', '25')
    await browser.killWorker()
    await page.evaluate(() => {
      const clicking = setInterval(() => {
        const button = document.querySelector<HTMLElement>('.beside button[type=submit]')
        if (button) button.click()
        else clearInterval(clicking)
      }, 20)
    })
    await isAtLimits(page)
    const rate = { from: '1970-01-01', currency: 'EUR', hourTypes: null, amountMinor: 2500 }
    expect(await browser.readDatabase('rates')).toEqual([rate])
    await page.close()
  })

  test('untouched fields keep what was set elsewhere in the meantime', async () => {
    const page = await open()
    await command(browser, 'changeSettings', { currency: 'CHF' })
    await until('the page follows', async () => (await valueIn(page, 'Currency')) === 'CHF')
    await click(page, 'Continue')
    await isAtLimits(page)
    expect(await storedSettings(browser)).toMatchObject({ currency: 'CHF' })
    await page.close()
  })

  test('4,000 € net a month at 40 h a week, typed by keyboard, make 23.08 € an hour', async () => {
    const page = await open()
    await tabTo(page, 'Work it out from monthly or yearly pay')
    await page.keyboard.press('Enter')
    await until('there are fields for pay', () => page.$('.pay'))
    await tabTo(page, 'Amount in €')
    await page.keyboard.type('4,000')
    await tabTo(page, 'Paid per')
    await page.keyboard.type('mo')
    await tabTo(page, 'Hours per week')
    await page.keyboard.type('40')
    expect(await textOf(page, '.net-hour .value')).toBe('€23.08')
    await page.keyboard.press('Enter')
    await isAtLimits(page)
    const rate = { from: '1970-01-01', currency: 'EUR', hourTypes: null }
    const amountMinor = Math.round((4000 * 100 * 12) / (52 * 40))
    expect(await browser.readDatabase('rates')).toEqual([{ ...rate, amountMinor }])
    await page.close()
  })

  test('a second rate holds from today, and earlier days keep the first', async () => {
    const first = { from: '1970-01-01', currency: 'EUR', hourTypes: null, amountMinor: 2000 }
    await command(browser, 'putRate', { rate: first, replaces: null })
    const page = await open()
    await fillIn(page, 'Another amount in €', '30')
    await click(page, 'Continue')
    await isAtLimits(page)
    const added = { currency: 'EUR', hourTypes: null, amountMinor: 3000 }
    expect(await browser.readDatabase('rates')).toEqual([
      first,
      { ...added, from: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) },
    ])
    await page.close()
  })

  test('who has a rule already is not asked for a limit', async () => {
    await putRule(browser, ruleOf({}))
    const page = await open()
    await click(page, 'Skip')
    await hasBegun(page)
    await page.close()
  })

  test('the limit is chosen with the arrow keys and set with Enter', async () => {
    const page = await openOwnPage(browser, 'welcome.html#limit')
    await tabTo(page, 'No limit for now')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    expect(await browser.readDatabase('limits')).toMatchObject([{ rule: { strictness: 'notice' } }])
    await page.close()
  })

  test('a guess is one click on the last step', async () => {
    const page = await openOwnPage(browser, 'welcome.html#saved')
    await click(page, '30\u202fmin')
    await until('the guess is stored', async () => (await storedSettings(browser)).guess?.minutes === 30)
    await until('it is shown', () => page.$('.guess [aria-pressed=true]'))
    await page.close()
  })

  test.each(['welcome.html', 'welcome.html#saved'])('Tab reaches every control of %s', async (path) => {
    const page = await openOwnPage(browser, path)
    const { all, seen } = await tabThrough(page)
    expect(seen.toSorted()).toEqual(all.toSorted())
    await page.close()
  })

  test('every step passes axe and has hit areas of 44 px, at 360, 720 and 1440 px', async () => {
    const page = await open()
    const isFlawless = async () => {
      expect(await flawsOf(page)).toEqual([])
      for (const width of [360, 720, 1440]) {
        await resize(page, width, 900)
        await until('the window has that width', () => page.evaluate((w) => innerWidth === w, width))
        expect(await tooWide(page)).toEqual([])
        expect(await tooSmall(page)).toEqual([])
      }
    }
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''))
    await isFlawless()
    await fillIn(page, 'Another amount in €', '25')
    await click(page, 'Continue')
    await isAtLimits(page)
    await isFlawless()
    await click(page, 'Continue')
    await hasBegun(page)
    await isFlawless()
    await page.close()
  })

  test('the welcome opens once, not again when the worker or the browser restarts', async () => {
    const opened = await welcomeTabs()
    expect(opened).toBeGreaterThan(0)
    await browser.killWorker()
    const visit = async (address: string, surface: string) => {
      await browser.goto(await browser.newPage(), address)
      await recording(browser, surface)
    }
    await visit('https://www.zeit.de/', 'zeit.de')
    expect(await welcomeTabs()).toBe(opened)
    await browser.kill()
    browser = await start()
    await visit('https://www.coursera.org/', 'coursera.org')
    expect(await welcomeTabs()).toBe(0)
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene((options) => launch(options), { lang: 'de' })

  test('every step is in German, offers amounts of the region, and does not scroll sideways at 360 px', async () => {
    const page = await openOwnPage(scene.browser, 'welcome.html')
    await resize(page, 360, 640)
    await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
    const isGerman = async (title: string) => {
      await until(title, async () => (await heading(page)) === title)
      expect(await tooWide(page)).toEqual([])
    }
    await isGerman('Was ist deine Stunde wert?')
    expect(plain(await textOf(page, '.chips + .hint'))).toMatch(
      /^Typisch, \p{L}+.*: \d\d € pro Stunde nach Steuern, berechnet aus dem Durchschnittslohn \(Eurostat 2024\)\.$/u,
    )
    await page.evaluate(() => document.querySelector<HTMLElement>('.chips button')?.click())
    await click(page, 'Weiter')
    await isGerman('Ein Limit, wenn du magst')
    await chooseLimit(page, 'Feierabend')
    await click(page, 'Weiter')
    await isGerman('Die Erfassung läuft')
    expect(plain(await textOf(page, '.what-was-set'))).toMatch(/\d\d,00 € pro Stunde.*22:30.*6:00/)
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
