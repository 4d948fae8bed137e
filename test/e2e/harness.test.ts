/** What every other end-to-end test takes for granted about the browsers that it drives. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { dismissWelcome } from './harness/dismiss-welcome.ts'
import { startDisplay, type Display } from './harness/display.ts'
import { SOUND } from './harness/sound.ts'
import { startStandInServer, type StandInServer } from './harness/stand-in-server.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  let display: Display
  let server: StandInServer
  let browser: TestBrowser
  let page: Page

  beforeAll(async () => {
    display = await startDisplay()
    server = await startStandInServer({ 'www.youtube.com/watch': SOUND })
    browser = await launch({ port: server.port, headless: false, env: display.env })
    await dismissWelcome(browser)
    page = await browser.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await display?.stop()
  })

  const activeTab = async () => {
    const [tab] = await browser.evaluate(() => chrome.tabs.query({ active: true }))
    return tab
  }
  const hasFocus = async () => (await browser.evaluate(() => chrome.windows.getLastFocused())).focused

  test('a page is visited under its real host name', async () => {
    await browser.goto(page, 'https://www.youtube.com/watch?v=1')
    expect(new URL((await activeTab())?.url ?? '').hostname).toBe('www.youtube.com')
    expect(server.requests('www.youtube.com')).toContainEqual({ host: 'www.youtube.com', path: '/watch' })
  })

  test('a page that plays a sound is audible, another is not', async () => {
    await until('the tab is audible', async () => (await activeTab())?.audible)
    await browser.goto(page, 'https://www.youtube.com/shorts/1')
    await until('the tab is silent', async () => (await activeTab())?.audible === false)
  })

  test('the real popup opens over the page, and closes', async () => {
    const popup = await browser.openPopup()
    expect(await popup.evaluate((view) => view.location.pathname)).toBe('/popup.html')
    expect(new URL((await activeTab())?.url ?? '').hostname).toBe('www.youtube.com')
    await popup.close()
  })

  test('a killed worker comes back with the next event', async () => {
    await browser.killWorker()
    await page.evaluate(() => history.pushState({}, '', '/shorts/2'))
    await until('the worker is awake', () => browser.isWorkerAwake())
  })

  test('another program takes the focus and gives it back', async () => {
    await until('the browser has the focus', hasFocus)
    await display.focusOtherProgram()
    await until('the browser has lost it', async () => !(await hasFocus()))
    await display.focusBrowser()
    await until('the browser has it again', hasFocus)
  })

  test('a suspended browser stands still, then goes on', async () => {
    browser.suspend()
    const answer = activeTab()
    expect(await Promise.race([answer, sleep(500, 'no answer')])).toBe('no answer')
    browser.resume()
    expect(await answer).toBeDefined()
  })
})
