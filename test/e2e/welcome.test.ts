import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './harness/chromium.ts'
import { command } from './harness/fill.ts'
import { type Display, startDisplay } from './harness/display.ts'
import { launchFirefox } from './harness/firefox.ts'
import type { LaunchOptions } from './harness/launch-options.ts'
import { type StandInServer, startStandInServer } from './harness/stand-in-server.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { choose, fillIn, openOwnPage, problemAt, tabTo, textOf, valueIn } from './own-page.ts'
import { recording, welcomed } from './scene.ts'
import { storedSettings } from './seed.ts'

const BROWSERS = [
  { name: 'Chromium', launch: (options: LaunchOptions) => launchChromium(options) },
  { name: 'Firefox', launch: (options: LaunchOptions) => launchFirefox({ ...options, persistent: true }) },
]

const heading = (page: Page) => textOf(page, 'h1')

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

  test('skipping everything stores no rate and no guess, and shows no money', async () => {
    const page = await openOwnPage(browser, 'welcome.html')
    await tabTo(page, 'Save')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    expect(await browser.readDatabase('rates')).toEqual([])
    expect((await storedSettings(browser)).guess).toBeNull()
    const today = await openOwnPage(browser, 'dashboard.html#/today')
    expect(await textOf(today, '.note')).toContain('What is your hour worth?')
    expect(await textOf(today, 'data')).toBeNull()
  })

  test('a reload of the page still says what was saved', async () => {
    const page = await openOwnPage(browser, 'welcome.html')
    await tabTo(page, 'Save')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    await page.evaluate(() => {
      document.documentElement.dataset['loaded'] = 'before'
      location.reload()
    })
    await until('the page is loaded again', () =>
      page.evaluate(() => document.documentElement.dataset['loaded'] === undefined).catch(() => false),
    )
    await hasBegun(page)
    await command(browser, 'changeSettings', { pausedUntil: 'resumed' })
    await until('the page says that it is paused', async () => (await heading(page)) === 'Zeitwert – paused')
    await command(browser, 'changeSettings', { pausedUntil: null })
    await page.close()
  })

  test('a wrong amount is reported at its field and nothing is saved', async () => {
    const page = await openOwnPage(browser, 'welcome.html')
    const before = await storedSettings(browser)
    await choose(page, 'Currency', 'Euro (EUR)')
    await fillIn(page, 'Amount in €', '−3')
    await tabTo(page, 'Save')
    await page.keyboard.press('Enter')
    await until('the wrong field has the focus', () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-invalid') === 'true'),
    )
    expect(await problemAt(page, 'Amount in €')).toContain('is worth at least 0')
    expect(await browser.readDatabase('rates')).toEqual([])
    expect(await storedSettings(browser)).toEqual(before)
    await page.close()
  })

  test('a guess that is no number of minutes in a day is reported at its field', async () => {
    const page = await openOwnPage(browser, 'welcome.html')
    const guess = 'How long will you be in feeds today?'
    for (const text of ['−3', 'abc', '1441', '1e12', '2.5']) {
      await fillIn(page, guess, text)
      expect(await problemAt(page, guess)).toContain('a whole number from 0 to 1,440')
    }
    await fillIn(page, guess, '45')
    expect(await problemAt(page, guess)).toBeNull()
    await page.close()
  })

  test('clicking Save many times saves one rate', async () => {
    const page = await openOwnPage(browser, 'welcome.html')
    await choose(page, 'Currency', 'Euro (EUR)')
    await fillIn(page, 'Amount in €', '25')
    await browser.killWorker()
    await page.evaluate(() => {
      const clicking = setInterval(() => {
        const button = document.querySelector<HTMLElement>('button[type=submit]')
        if (button) button.click()
        else clearInterval(clicking)
      }, 20)
    })
    await hasBegun(page)
    const rate = { from: '1970-01-01', currency: 'EUR', hourTypes: null, amountMinor: 2500 }
    expect(await browser.readDatabase('rates')).toEqual([rate])
    await page.close()
    await command(browser, 'removeRate', { from: rate.from })
  })

  test('untouched fields keep what was set elsewhere in the meantime', async () => {
    const before = { currency: 'EUR', dayStartHour: 4 }
    await command(browser, 'changeSettings', before)
    const page = await openOwnPage(browser, 'welcome.html')
    const elsewhere = { currency: 'CHF', dayStartHour: 7 }
    await command(browser, 'changeSettings', elsewhere)
    await until('the page follows', async () => (await valueIn(page, 'Currency')) === 'CHF')
    await tabTo(page, 'Save')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    expect(await storedSettings(browser)).toMatchObject(elsewhere)
    await page.close()
    await command(browser, 'changeSettings', before)
  })

  test('4,000 € net a month at 40 h a week, typed by keyboard, make 23.08 € an hour', async () => {
    const page = await openOwnPage(browser, 'welcome.html')
    await tabTo(page, 'Currency')
    await page.keyboard.type('Euro (')
    await tabTo(page, 'Amount in €')
    await page.keyboard.type('4,000')
    await tabTo(page, 'Paid per')
    await page.keyboard.type('mo')
    await tabTo(page, 'Hours a week')
    await page.keyboard.type('40')
    expect(await textOf(page, '.net-hour .value')).toBe('€23.08')
    await tabTo(page, 'Your day starts at')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'How long will you be in feeds today?')
    await page.keyboard.type('45')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')

    const rate = { from: '1970-01-01', currency: 'EUR', hourTypes: null }
    const amountMinor = Math.round((4000 * 100 * 12) / (52 * 40))
    expect(await browser.readDatabase('rates')).toEqual([{ ...rate, amountMinor }])
    expect(await storedSettings(browser)).toMatchObject({
      currency: 'EUR',
      dayStartHour: 5,
      guess: { minutes: 45 },
    })
  })

  test('a second rate holds from today, and earlier days keep the first', async () => {
    const before = await browser.readDatabase('rates')
    const page = await openOwnPage(browser, 'welcome.html')
    await fillIn(page, 'Amount in €', '30')
    await tabTo(page, 'Save')
    await page.keyboard.press('Enter')
    await hasBegun(page)
    const added = { currency: 'EUR', hourTypes: null, amountMinor: 3000 }
    expect(await browser.readDatabase('rates')).toEqual([
      ...before,
      { ...added, from: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) },
    ])
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
