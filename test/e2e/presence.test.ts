/** Presence in Chromium only: on a real display its idle time is real; Firefox reports none without a desktop. */
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { BEAT_MS } from '../../domain/record/attention'
import type { Settings } from '../../domain/settings/settings'
import { launchChromium } from './harness/chromium.ts'
import { command } from './harness/fill.ts'
import { SOUND } from './harness/sound.ts'
import { until } from './harness/until.ts'
import { closed, closedSpans, openSpan, pass, recording, secondsOf, useScene } from './scene.ts'

declare global {
  /** The number of messages and connections that a page of the extension has received. */
  var heard: number
}

describe('Chromium on a desktop', () => {
  const scene = useScene(launchChromium, { pages: { 'www.youtube.com/watch': SOUND } })
  let page: Page

  const change = (input: Partial<Settings>) => command(scene.browser, 'changeSettings', input)

  test('time without input is taken back, and input starts a new span', async () => {
    const { browser, display } = scene
    await change({ idleSeconds: 15 })
    page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    display.input()
    await recording(browser, 'zeit.de')
    await pass(3)
    display.input()
    const lastInput = Date.now()
    const span = await closed(browser, 'zeit.de', 25_000)
    expect(Math.abs(span.end - lastInput)).toBeLessThan(1500)
    expect(await openSpan(browser)).toBeUndefined()
    display.input()
    const again = await recording(browser, 'zeit.de')
    expect(again.start - span.end).toBeGreaterThan(10_000)
  })

  test('a page with sound keeps counting without input', async () => {
    const { browser, display } = scene
    await browser.goto(page, 'https://www.youtube.com/watch?v=1')
    display.input()
    const { start } = await recording(browser, 'youtube.com/watch')
    await pass(18)
    const presence = await browser.evaluate(() => chrome.idle.queryState(15))
    expect(presence).toBe('idle')
    // A busy browser may report the page twice, and then its first second is a span of its own.
    const open = await openSpan(browser)
    expect(open?.surface).toBe('youtube.com/watch')
    expect(open!.start - start).toBeLessThan(1500)
    display.input()
  })

  /** Visits a page and clicks into it. After a click, Chromium sends no event when another program takes the focus. */
  const use = async (address: string, surface: string) => {
    await scene.browser.goto(page, address)
    await page.mouse.click(200, 200)
    scene.display.input()
    await recording(scene.browser, surface)
  }

  test('a program in front ends the span within a beat, and returning starts a new one', async () => {
    const { browser, display } = scene
    await use('https://www.coursera.org/', 'coursera.org')
    await pass(7)
    const left = Date.now()
    await display.focusOtherProgram()
    await until('nothing is open', async () => !(await openSpan(browser)))
    const span = await closed(browser, 'coursera.org')
    expect(span.end).toBeLessThanOrEqual(left + 500)
    expect(left - span.end).toBeLessThan(6000)
    const back = Date.now()
    await display.focusBrowser()
    display.input()
    const next = await recording(browser, 'coursera.org')
    expect(next.start - back).toBeLessThan(6500)
  })

  test('with the second screen on, only a page with sound counts behind another program', async () => {
    const { browser, display } = scene
    await change({ secondScreen: true })
    await use('https://www.youtube.com/watch?v=2', 'youtube.com/watch')
    await until('the tab is audible', () =>
      browser.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.audible),
    )
    await display.focusOtherProgram()
    await pass(2)
    expect((await openSpan(browser))?.surface).toBe('youtube.com/watch')
    await display.focusBrowser()
    await use('https://www.zeit.de/', 'zeit.de')
    await display.focusOtherProgram()
    await until('nothing is open', async () => !(await openSpan(browser)))
    await display.focusBrowser()
    await change({ secondScreen: false })
  })

  test('the time of a sleeping computer is not counted', async () => {
    const { browser, display } = scene
    await change({ idleSeconds: 600 })
    await browser.goto(page, 'https://www.example.org/')
    display.input()
    await recording(browser, 'example.org')
    await pass(6)
    const asleep = Date.now()
    browser.suspend()
    await pass(20)
    const awake = Date.now()
    browser.resume()
    display.input()
    const span = await closedByNewSpan('example.org')
    expect(span.end).toBeLessThanOrEqual(asleep + 500)
    expect((await recording(browser, 'example.org')).start).toBeGreaterThanOrEqual(awake)
  })

  test('the worker and the pages exchange no messages while one page is in front', async () => {
    const { browser } = scene
    const { end } = await recording(browser, 'example.org')
    await browser.evaluate(() => {
      globalThis.heard = 0
      chrome.runtime.onMessage.addListener(() => void (globalThis.heard += 1))
      chrome.runtime.onConnect.addListener(() => void (globalThis.heard += 1))
    })
    const heard = () => browser.evaluate(() => globalThis.heard)
    await until(
      'three beats have passed',
      async () => (await openSpan(browser))!.end - end >= 3 * BEAT_MS,
      20_000,
    )
    expect(await heard()).toBe(0)
    const popup = await browser.openPopup()
    await popup.close()
    await until('the popup is heard, which shows that messages are noticed', async () => (await heard()) > 0)
  })

  /** The last closed span of a surface once a later one is open on it. */
  const closedByNewSpan = (surface: string) =>
    until(`a new span on ${surface} is open`, async () => {
      const open = await openSpan(scene.browser)
      const last = (await closedSpans(scene.browser)).findLast((span) => span.surface === surface)
      return open && last && open.start > last.end ? last : undefined
    })

  test('spans do not overlap, and their sum is not longer than the test', async () => {
    const spans = await closedSpans(scene.browser)
    const seconds = spans.reduce((sum, span) => sum + secondsOf(span), 0)
    const first = spans[0]!
    expect(seconds).toBeLessThanOrEqual((Date.now() - first.start) / 1000)
    expect(spans.filter((span, i) => span.start < (spans[i - 1]?.end ?? 0))).toEqual([])
  })
})
