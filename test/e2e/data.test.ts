/** What the Data section exports for other tools, which depends on the browser. The rest is in test/pages. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportBy, openDataPage, says as saysIn, VISITS } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads, type Downloads } from './harness/downloads.ts'
import { command } from './harness/fill.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  let downloads: Downloads

  const says = (words: string) => saysIn(page, words)

  beforeAll(async () => {
    const { browser } = scene
    await setRate(browser)
    await command(browser, 'changeSurface', { surface: 'instagram.com', change: { name: '<b>Insta</b>' } })
    await seedVisits(browser, VISITS)
    downloads = await collectDownloads(browser)
    page = await openDataPage(browser)
  })
  afterAll(() => page.close())

  test('days are exported for Time Tracker and ActivityWatch', async () => {
    const fileOf = async (kind: string) => {
      await page.select('#data select', kind)
      return JSON.parse((await exportBy(page, downloads, 'Export these days', kind)).text) as unknown
    }
    const seconds = VISITS.reduce((sum, visit) => sum + visit.seconds, 0)
    const { __stat__: rows } = (await fileOf('time-tracker.json')) as {
      __stat__: { host: string; focus: number }[]
    }
    await says('Where Time Tracker already has a time')
    expect(new Set(rows.map(({ host }) => host))).toEqual(
      new Set(['instagram.com', 'youtube.com', 'duolingo.com']),
    )
    expect(rows.reduce((sum, { focus }) => sum + focus, 0)).toBe(seconds * 1000)

    const { buckets } = (await fileOf('activitywatch.json')) as {
      buckets: Record<string, { type: string; events: { duration: number; data: { url?: string } }[] }>
    }
    const tabs = Object.values(buckets).find(({ type }) => type === 'web.tab.current')?.events ?? []
    expect(new Set(tabs.map(({ data }) => data.url))).toEqual(
      new Set(['https://instagram.com/', 'https://youtube.com/shorts', 'https://duolingo.com/']),
    )
    for (const { events } of Object.values(buckets))
      expect(events.reduce((sum, { duration }) => sum + duration, 0)).toBeCloseTo(seconds, 3)
    const browser = scene.browser.name === 'firefox' ? 'firefox' : 'chrome'
    expect(Object.keys(buckets)).toContainEqual(expect.stringContaining(`aw-watcher-web-${browser}_`))
  })
})
