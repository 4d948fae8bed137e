import { describe, expect, test } from 'vitest'
import type { Span } from '../../domain/record/span'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import type { Popup } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { closedSpans, openSpan, pass, recording, useScene } from './scene.ts'

interface Shown {
  seconds: number
  cost: number | null
  returned: number | null
  net: number | null
  rows: Record<string, number>
}

/** Today's machine-readable figures in the popup. */
const shown = (popup: Popup): Promise<Shown> =>
  popup.evaluate((view) => {
    const seconds = (element: Element | null) =>
      Number(element?.getAttribute('datetime')?.match(/^PT(\d+)S$/)?.[1])
    const amount = (id: string) => {
      const element = view.document.getElementById(id)
      return element ? Number(element.getAttribute('value')) : null
    }
    const rows = [...view.document.querySelectorAll('li[data-surface]')]
    return {
      seconds: seconds(view.document.getElementById('today-time')),
      cost: amount('today-cost'),
      returned: amount('today-return'),
      net: amount('today-net'),
      rows: Object.fromEntries(
        rows.map((row) => [row.getAttribute('data-surface'), seconds(row.querySelector('time'))]),
      ),
    }
  })

const isReady = (popup: Popup) =>
  until('the popup’s figures are on screen', () =>
    popup.evaluate((view) => view.performance.getEntriesByName('ready').length > 0),
  )

const ms = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('the popup says that it is recording while the first minute is not over', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.youtube.com/shorts/1')
    await recording(browser, 'youtube.com/shorts')
    const popup = await browser.openPopup()
    await isReady(popup)
    expect(Object.keys((await shown(popup)).rows)).toEqual(['youtube.com/shorts'])
    expect((await shown(popup)).cost).toBeNull()
    const words = await popup.evaluate((view) => view.document.querySelector('main')?.textContent)
    expect(words).toContain('Recording. The first figures appear after a minute.')
    await popup.close()
  })

  test('an open popup does not end the span of the page beneath, and its figures update', async () => {
    const { browser } = scene
    const { id } = await recording(browser, 'youtube.com/shorts')
    const popup = await browser.openPopup()
    await isReady(popup)
    const first = await shown(popup)
    await pass(10)
    const second = await shown(popup)
    expect(second.seconds - first.seconds).toBeGreaterThanOrEqual(9)
    expect(second.rows['youtube.com/shorts']! - first.rows['youtube.com/shorts']!).toBeGreaterThanOrEqual(9)
    await popup.close()
    expect((await openSpan(browser))?.id).toBe(id)
  })

  test('the figures in the popup match the spans in the database', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { currency: 'EUR' })
    const rate = { from: '1970-01-01', amountMinor: 7_200_000, currency: 'EUR', hourTypes: null }
    await command(browser, 'putRate', { rate, replaces: null })
    await command(browser, 'changeSurface', { surface: 'coursera.org', change: { worthQuarters: 8 } })
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.coursera.org/')
    await recording(browser, 'coursera.org')
    await pass(3)
    const blank = await browser.newPage()
    await until('nothing is open', async () => !(await openSpan(browser)))
    const spans = await closedSpans(browser)
    const popup = await browser.openPopup()
    await isReady(popup)
    const figures = await shown(popup)
    // 72,000 € an hour are 20 € a second. Feeds return nothing, an investment returns twice its cost.
    const invested = ms(spans.filter(({ site }) => site === 'coursera.org'))
    expect(figures.seconds).toBe(Math.floor(ms(spans) / 1000))
    expect(figures.cost).toBeCloseTo((ms(spans) / 1000) * 20, 1)
    expect(figures.returned).toBeCloseTo((invested / 1000) * 40, 1)
    expect(figures.net).toBeCloseTo(figures.returned! - figures.cost!, 5)
    await popup.close()
    await blank.close()
  })

  test('a pause stops recording, shows on the icon, and ends with a click', async () => {
    const { browser } = scene
    const title = () => browser.evaluate(() => chrome.action.getTitle({}))
    await command(browser, 'changeSettings', { pausedUntil: 'resumed' })
    await until('the icon says that it is paused', async () => (await title()).includes('paused'))
    await until('nothing is open', async () => !(await openSpan(browser)))
    const popup = await browser.openPopup()
    await isReady(popup)
    await popup.evaluate((view) => view.document.querySelector<HTMLButtonElement>('header .paused')?.click())
    await popup.close()
    await until('the icon is back to normal', async () => !(await title()).includes('paused'))
    await recording(browser, 'coursera.org')
  })

  test('a timed pause ends on its own even if the worker was killed', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { pausedUntil: Date.now() + 31_000 }) // the shortest alarm in browsers is 30 s
    await until('nothing is open', async () => !(await openSpan(browser)))
    await browser.killWorker()
    await until(
      'the page is recorded again',
      async () => (await openSpan(browser))?.site === 'coursera.org',
      45_000,
    )
    await until('the icon is back to normal', async () => {
      const title = await browser.evaluate(() => chrome.action.getTitle({}))
      return title === 'Zeitwert'
    })
  })
})
