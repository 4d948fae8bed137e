/** Forms that take the name of a site, sent before the known names are read. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { calendarDay, DAY_MS } from '../../domain/time/local-time.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { until } from '../e2e/harness/until.ts'
import { click, field, fillIn, openOwnPage, press } from '../e2e/own-page.ts'
import { seedVisits, setRate } from '../e2e/seed.ts'
import { clockAgo, holdStore } from './day-page.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  beforeAll(async () => {
    await setRate(scene.browser)
    await seedVisits(scene.browser, [{ surface: 'github.com', minutesAgo: 60, seconds: 600 }])
  })
  afterEach(() => page.close())

  /** Sends a form while the names cannot be read. */
  const sent = async (open: () => Promise<unknown>, fill: () => Promise<void>, send: () => Promise<void>) => {
    const release = await holdStore(page, 'ratings')
    await open()
    await fill()
    await send()
    expect(await page.$('datalist option')).toBeNull()
    await release()
  }
  const stored = (store: string, surface: string, count: number) =>
    until(`${count} rows of ${surface} are stored`, async () => {
      const rows = (await scene.browser.readDatabase(store)) as { surface: string }[]
      return rows.filter((row) => row.surface === surface).length === count
    })

  test('the name in missing time is found', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await sent(
      async () => {
        await click(page, 'Add missing time')
        await field(page, 'From', '.enter-form')
      },
      async () => {
        await fillIn(page, 'Site', 'GitHub', '.enter-form')
        await fillIn(page, 'From', clockAgo(30), '.enter-form')
        await fillIn(page, 'To', clockAgo(20), '.enter-form')
      },
      () => press(page, /^Add/, '.enter-form'),
    )
    await stored('spans', 'github.com', 2)
  })

  test('the name beside minutes of the phone is found', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/insights')
    await sent(
      () => click(page, 'Add minutes', '#phone'),
      async () => {
        await fillIn(page, 'Platform', 'youtube shorts', '#phone')
        await fillIn(page, 'On your phone', '10', '#phone')
      },
      () => press(page, 'Save', '#phone'),
    )
    await stored('totals', 'youtube.com/shorts', 1)
  })

  test('the name in a pasted table is found', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/insights')
    const now = Date.now()
    const yesterday = calendarDay(now - DAY_MS, localOffset(now))
    await sent(
      () => click(page, 'Paste a table', '#phone'),
      () =>
        fillIn(page, 'Lines with day, platform and minutes', `${yesterday}, instagram reels, 20`, '#phone'),
      () => press(page, 'Save', '#phone'),
    )
    await stored('totals', 'instagram.com/reels', 1)
  })
})
