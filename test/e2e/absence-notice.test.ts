/** A browser that never says that the person is away. */
import { describe, expect, test } from 'vitest'
import { addDays, calendarDay, type Day, HOUR_MS } from '../../domain/time/local-time.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { spanOf } from '../fixtures/spans.ts'
import { BROWSERS } from './harness/browsers.ts'
import { writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'
import { recording, useScene } from './scene.ts'

const DAYS = 6

describe.each([
  ['en', 'never once reported', 'Got it'],
  ['de', 'nicht ein einziges Mal', 'Verstanden'],
] as const)('in %s', (lang, words, read) => {
  describe.each(BROWSERS)('$name', ({ launch }) => {
    const scene = useScene(launch, { lang })

    test('after five long days without an absence is named once, on the popup and the dashboard', async () => {
      const { browser } = scene
      const dashboard = await openOwnPage(browser, 'dashboard.html#/today')
      expect(await textOf(dashboard, '.notice')).toBeNull()

      const today = calendarDay(Date.now(), localOffset(Date.now()))
      const since = addDays(today, -DAYS - 2)
      await browser.evaluate(
        (day) => chrome.storage.local.set({ absence: { since: day, state: 'watching' } }),
        since,
      )
      // Time of other devices says nothing about this browser.
      const { device } = (await browser.evaluate(() => chrome.storage.local.get('device'))) as {
        device: string
      }
      const days = Array.from({ length: DAYS }, (_, index) => addDays(today, -1 - index))
      const longDay = (day: Day) =>
        spanOf({ surface: 'coursera.org', start: Date.parse(`${day}T08:00Z`), ms: 4 * HOUR_MS, device })
      await writeRows(browser, 'spans', days.map(longDay))

      if (await browser.isWorkerAwake()) await browser.killWorker()
      await browser.goto(await browser.newPage(), 'https://www.zeit.de/')
      await recording(browser, 'zeit.de')
      await until('the dashboard says so', async () => (await textOf(dashboard, '.notice'))?.includes(words))
      const popup = await browser.openPopup()
      const told = () => popup.evaluate((view) => view.document.querySelector('.notice')?.textContent)
      await until('the popup says so', async () => (await told())?.includes(words))
      await popup.close()

      await click(dashboard, read, '.notice')
      await until('the notice is gone', async () => (await textOf(dashboard, '.notice')) === null)
      if (await browser.isWorkerAwake()) await browser.killWorker()
      await browser.goto(await browser.newPage(), 'https://www.coursera.org/')
      await recording(browser, 'coursera.org')
      expect(await textOf(dashboard, '.notice')).toBeNull()
    })
  })
})
