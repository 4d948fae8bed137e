import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { closed, closedSpans, openSpan, pass, recording, secondsOf, useScene } from './scene.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  test('a page in front is recorded until a single-page navigation leads to another surface', async () => {
    const { browser } = scene
    page = await browser.newPage()
    await browser.goto(page, 'https://www.youtube.com/watch?v=1')
    const { start } = await recording(browser, 'youtube.com/watch')
    await pass(2)
    const moved = Date.now()
    await page.evaluate(() => history.pushState({}, '', '/shorts/1'))
    await recording(browser, 'youtube.com/shorts')
    const span = await closed(browser, 'youtube.com/watch')
    expect(span.start).toBe(start)
    expect(Math.abs(span.end - moved)).toBeLessThan(1000)
  })

  test('switching tabs ends one span and starts the next at the same instant', async () => {
    const { browser } = scene
    const other = await browser.newPage()
    await browser.goto(other, 'https://news.spiegel.de/')
    await recording(browser, 'spiegel.de')
    await pass(1)
    await page.bringToFront()
    await recording(browser, 'youtube.com/shorts')
    const spans = await closedSpans(browser)
    const [first, second] = spans.filter(({ surface }) => surface !== 'youtube.com/watch')
    expect([first?.surface, second?.surface]).toEqual(['youtube.com/shorts', 'spiegel.de'])
    expect(second?.end).toBe((await openSpan(browser))?.start)
    await other.close()
  })

  test('killing the worker during a span loses nothing', async () => {
    const { browser } = scene
    await browser.goto(page, 'https://www.coursera.org/')
    const { start } = await recording(browser, 'coursera.org')
    await pass(1)
    await browser.killWorker()
    await pass(2)
    const left = Date.now()
    await browser.goto(page, 'https://www.example.org/')
    const span = await closed(browser, 'coursera.org')
    expect(span.start).toBe(start)
    expect(Math.abs(span.end - left)).toBeLessThan(1000)
  })

  test('the event that wakes the worker is handled', async () => {
    const { browser } = scene
    await recording(browser, 'example.org')
    await browser.killWorker()
    await page.evaluate(() => history.pushState({}, '', '/deeper'))
    await browser.goto(page, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
  })

  test('a closed tab ends its span', async () => {
    const { browser } = scene
    const before = Date.now()
    const blank = await browser.newPage()
    await page.close()
    const span = await closed(browser, 'zeit.de')
    expect(span.end - before).toBeLessThan(1500)
    expect(await openSpan(browser)).toBeUndefined()
    await blank.close()
  })

  test('a page of the browser or of the extension is not recorded', async () => {
    const { browser } = scene
    const own = await browser.openExtensionPage('popup.html')
    await pass(1)
    expect(await openSpan(browser)).toBeUndefined()
    await own.close()
    expect((await closedSpans(browser)).map(({ site }) => site)).not.toContain('popup.html')
  })

  test('neither path nor query of an address is stored', async () => {
    const { browser } = scene
    const stores = await Promise.all(
      ['spans', 'state', 'surfaces', 'log'].map((store) => browser.readDatabase(store)),
    )
    expect(JSON.stringify(stores)).not.toMatch(/v=1|deeper|https?:/)
  })

  test('spans never overlap, and every span is longer than zero', async () => {
    const spans = await closedSpans(scene.browser)
    expect(spans.filter((span) => secondsOf(span) <= 0)).toEqual([])
    expect(spans.filter((span, i) => span.start < (spans[i - 1]?.end ?? 0))).toEqual([])
  })
})
