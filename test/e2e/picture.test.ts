/** The picture of a week that is shared: what it says, what it keeps back, and the ticks that are remembered. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../domain/time/local-time'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import { localOffset } from '../../platform/local-offset'
import { spanOf } from '../fixtures/spans'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads, type Downloads } from './harness/downloads.ts'
import { command, writeRows } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, field, openOwnPage, textOf, valueIn } from './own-page.ts'
import { useScene } from './scene.ts'
import { personToday, storedSettings } from './seed.ts'
import { plain } from '../fixtures/plain.ts'

const LAST_WEEK = shiftPeriod(periodOf('week', personToday(), 0), -1)

/** A surface of each of eleven kinds, the longest first. */
const SURFACES = [
  'github.com',
  'reddit.com',
  'coursera.org',
  'youtube.com/watch',
  'chatgpt.com',
  'spiegel.de',
  'whatsapp.com',
  'amazon.com',
  'lichess.org',
  'pornhub.com',
  'bet365.com',
]

/** A week at 36 € an hour: 120 min of work, then ten minutes less of each further surface. */
async function seedWeek(browser: TestBrowser): Promise<void> {
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 4, weekStart: 0 })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  const spans = SURFACES.map((surface, index) => {
    const day = addDays(LAST_WEEK.first, Math.floor(index / 2))
    const start = Date.parse(`${day}T${10 + 4 * (index % 2)}:00Z`)
    return spanOf({ surface, start, ms: (120 - 10 * index) * 60_000, utcOffsetMinutes: localOffset(start) })
  })
  await writeRows(browser, 'spans', spans)
}

/** Saves the picture; what is written on it, in the order in which it is drawn. */
async function saved(page: Page, words: string): Promise<string> {
  await page.evaluate(() => {
    const drawn: string[] = []
    Object.assign(globalThis, { drawn })
    const draw = CanvasRenderingContext2D.prototype.fillText
    CanvasRenderingContext2D.prototype.fillText = function fill(text, ...at) {
      drawn.push(text)
      draw.call(this, text, ...at)
    }
  })
  await click(page, words, '.share-picture')
  const drawn = () => page.evaluate(() => (globalThis as unknown as { drawn: string[] }).drawn.join(' '))
  const written = await until('the picture is drawn', async () => (await drawn()) || undefined)
  return plain(written.replaceAll(/\s+/g, ' '))
}

const tick = async (page: Page, label: string) => (await field(page, label)).evaluate((box) => box.click())

const openWeek = async (browser: TestBrowser): Promise<Page> => {
  const page = await openOwnPage(browser, 'dashboard.html#/week')
  await until('the preview is drawn', () => page.$('.share-picture canvas'))
  return page
}

const preview = (page: Page) =>
  page.evaluate(() => document.querySelector('.share-picture canvas')?.ariaLabel ?? '')

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let downloads: Downloads
  let page: Page
  beforeAll(async () => {
    await seedWeek(scene.browser)
    downloads = await collectDownloads(scene.browser)
    page = await openWeek(scene.browser)
  })
  afterAll(() => page.close())

  test('the picture says in a sentence what came back, with six kinds and other, without money and names', async () => {
    const text = await saved(page, 'Save the picture')
    expect(text).toMatch(/ \d+% of my hour came back last week\. /)
    for (const words of ['Zeitwert', 'Work', 'Feeds', 'Learning', 'Video', 'AI', 'News', 'Other'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/€|EUR|Adult|Gambling|GitHub|Reddit|Coursera/)
    expect(await preview(page)).toMatch(/^\d+% of my hour came back last week\.$/)
    expect(await flawsOf(page)).toEqual([])
    await downloads.read('.png')
  })

  test('money and names are in it once they are ticked, and the ticks are remembered', async () => {
    const [money, names] = [
      'Show money in the picture: cost, return, net and your rate',
      'Show site names in the picture',
    ]
    for (const label of [money, names]) await tick(page, label)
    await until('both are stored', async () => {
      const { pictureMoney, pictureNames } = await storedSettings(scene.browser)
      return pictureMoney && pictureNames
    })
    await page.close()
    page = await openWeek(scene.browser)
    expect([await valueIn(page, money), await valueIn(page, names)]).toEqual([true, true])
    const text = await saved(page, 'Save the picture')
    expect(text).toContain('At €36.00 an hour.')
    expect(text).toContain('Reddit')
  })

  test('the picture is copied as PNG', async () => {
    await page.evaluate(() => {
      const copied: string[] = []
      Object.assign(globalThis, { copied })
      navigator.clipboard.write = async ([item]) => void copied.push(...(item?.types ?? []))
    })
    await click(page, 'Copy the picture', '.share-picture')
    const types = () => page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied)
    await until('it is copied', async () => (await types()).length > 0)
    expect(await types()).toEqual(['image/png'])
  })

  test('hidden money wins: no amount is in the picture and no tick offers one', async () => {
    await command(scene.browser, 'changeSettings', { moneyHidden: true })
    await until('the page says so', async () =>
      (await textOf(page, '.share-picture'))?.includes('Money is hidden'),
    )
    await until('the preview follows', async () => (await preview(page)).includes('in the browser'))
    expect(await textOf(page, '.share-picture')).not.toContain('Show money')
    const text = await saved(page, 'Save the picture')
    expect(text).toMatch(/h \d+ min in the browser last week\./)
    expect(text).not.toMatch(/€|EUR|hour/)
    await command(scene.browser, 'changeSettings', { moneyHidden: false })
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the picture is in German, without money and names', async () => {
    await seedWeek(scene.browser)
    await collectDownloads(scene.browser)
    const page = await openWeek(scene.browser)
    const text = await saved(page, 'Bild speichern')
    expect(text).toMatch(/Meine Stunde hat letzte Woche \d+ % zurückgebracht\./)
    expect(text).toContain('Sonstiges')
    expect(text).not.toMatch(/€|EUR|GitHub|Reddit|Coursera/)
  })
})
