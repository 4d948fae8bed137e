/** Sites for adults and for gambling are named to the person, and to nobody else. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import { localOffset } from '../../platform/local-offset'
import { spanOf } from '../fixtures/spans'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, field, openOwnPage, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { personToday } from './seed.ts'

const LAST_WEEK = shiftPeriod(periodOf('week', personToday(), 0), -1)
const TICK = 'Name adult and gambling sites too'

const spanAt = (hour: number, surface: string) => {
  const start = Date.parse(`${LAST_WEEK.first}T${hour}:00Z`)
  return spanOf({ surface, start, ms: 30 * 60_000, utcOffsetMinutes: localOffset(start) })
}

/** The texts that the page has put on the clipboard. */
async function copy(page: Page): Promise<string> {
  await page.evaluate(() => {
    const written: string[] = []
    Object.assign(globalThis, { written })
    navigator.clipboard.writeText = async (text) => void written.push(text)
  })
  await click(page, 'Copy as Markdown')
  return until('the text is copied', () =>
    page.evaluate(() => (globalThis as unknown as { written: string[] }).written[0]),
  )
}

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const scene = useScene(launch)
  let page: Page
  beforeAll(async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 4, weekStart: 0 })
    const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
    await command(browser, 'putRate', { rate, replaces: null })
    await writeRows(browser, 'spans', [
      spanAt(10, 'pornhub.com'),
      spanAt(12, 'bet365.com'),
      spanAt(14, 'reddit.com'),
      spanAt(16, 'github.com'),
    ])
    page = await openOwnPage(browser, 'dashboard.html#/week')
    await field(page, TICK)
  })
  afterAll(() => page.close())

  test('the page names them, the Markdown has only their kinds', async () => {
    expect(await textOf(page, '.on-screen')).toContain('Pornhub')
    const text = await copy(page)
    expect(text).toContain('| Adult |')
    expect(text).toContain('| Gambling |')
    expect(text).toContain('Reddit')
    expect(text).not.toMatch(/pornhub|bet365/i)
    expect(await flawsOf(page)).toEqual([])
  })

  // Chromium only: the driver of Firefox cannot show a page as printed.
  test.runIf(name === 'Chromium')('paper has only their kinds', async () => {
    const printed = () => page.evaluate(() => document.body.innerText)
    expect(await printed()).toContain('bet365')
    await page.emulateMediaType('print')
    expect(await printed()).toContain('Adult')
    expect(await printed()).toContain('Reddit')
    expect(await printed()).not.toMatch(/pornhub|bet365/i)
    await page.emulateMediaType('screen')
  })

  test('after a tick the Markdown names them, and the next visit of the page does not remember it', async () => {
    await (await field(page, TICK)).evaluate((input) => input.click())
    expect(await copy(page)).toContain('Pornhub')
    // Firefox never reports the end of a reload of our own pages.
    await page.evaluate(() => {
      Object.assign(globalThis, { isOld: true })
      setTimeout(() => location.reload())
    })
    await until('the page is loaded again', () =>
      page.evaluate(() => !('isOld' in globalThis)).catch(() => false),
    )
    const tick = await field(page, TICK)
    expect(await tick.evaluate((input) => (input as HTMLInputElement).checked)).toBe(false)
  })
})
