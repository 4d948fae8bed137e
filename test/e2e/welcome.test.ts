/** What the welcome leaves to the browser: selects by keyboard, widths, restarts, German. The rest: test/pages. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../fixtures/plain.ts'
import { chooseLimit, clearWhatWasSet, hasBegun, heading, isAtLimits } from '../pages/welcome-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS, LASTING_BROWSERS } from './harness/browsers.ts'
import { type Display, startDisplay } from './harness/display.ts'
import { type StandInServer, startStandInServer } from './harness/stand-in-server.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, fillIn, openOwnPage, resize, tabTo, textOf } from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { welcomed } from './welcomed.ts'

describe.each(LASTING_BROWSERS)('$name', ({ launch }) => {
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

  beforeEach(() => clearWhatWasSet(browser))

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
  const scene = useScene(launch, { lang: 'de' })

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
