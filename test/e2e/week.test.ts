/** The statement of a week, on the page and exported. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../domain/time/local-time'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import type { StoredRule } from '../../domain/firewall/rule'
import { KINDS } from '../../domain/surface/kind'
import { statementFileName } from '../../domain/file/statement-file'
import { localOffset } from '../../platform/local-offset'
import { spanOf } from '../fixtures/spans'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads } from './harness/downloads.ts'
import { command, writeRows } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { personToday } from './seed.ts'
import { plain } from '../fixtures/plain.ts'

const LAST_WEEK = shiftPeriod(periodOf('week', personToday(), 0), -1)

const spanOn = (day: Day, minutes: number, surface: string, hour = 12) => {
  const start = Date.parse(`${day}T${hour}:00Z`) - localOffset(Date.parse(day)) * 60_000
  return spanOf({ surface, start, ms: minutes * 60_000, utcOffsetMinutes: localOffset(start) })
}

/** A week with a feed on five days and one hour of learning; the week before has half an hour of work. */
async function seedWeeks(browser: TestBrowser): Promise<void> {
  const days = [0, 1, 2, 3, 4].map((count) => addDays(LAST_WEEK.first, count))
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 4, weekStart: 0 })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await command(browser, 'changeSurface', { surface: 'coursera.org', change: { worthQuarters: 8 } })
  await writeRows(browser, 'spans', [
    ...days.map((day, index) => spanOn(day, 10 + 10 * index, 'reddit.com')),
    spanOn(days[0] as Day, 60, 'coursera.org', 14),
    spanOn(addDays(LAST_WEEK.first, -7), 30, 'github.com'),
  ])
}

const EVERY_KIND = [
  'youtube.com/watch',
  'whatsapp.com',
  'character.ai',
  'spiegel.de',
  'amazon.com',
  'lichess.org',
  'pornhub.com',
  'bet365.com',
  'github.com',
  'chatgpt.com',
  'some.example',
]

/** The text that the page puts on the clipboard when this button is clicked. */
async function copied(page: Page, words: string): Promise<string> {
  await page.evaluate(() => {
    const written: string[] = []
    Object.assign(globalThis, { written })
    navigator.clipboard.writeText = async (text) => void written.push(text)
  })
  await click(page, words)
  return until('the text is copied', () =>
    page.evaluate(() => (globalThis as unknown as { written: string[] }).written[0]),
  )
}

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const scene = useScene(launch)
  let page: Page
  beforeAll(async () => {
    await seedWeeks(scene.browser)
    page = await openOwnPage(scene.browser, 'dashboard.html#/week')
  })
  afterAll(() => page.close())

  test('the page shows last week in figures, each compared with the week before', async () => {
    const figures = plain(await textOf(page, '.of-period'))
    expect(figures).toContain('3 h 30 min')
    expect(figures).toContain('3 h 0 min more')
    for (const amount of ['€126.00', '€72.00', '−€54.00']) expect(figures).toContain(amount)
    expect(plain(await textOf(page, '[aria-labelledby=dearest]'))).toContain(
      'Reddit2:302 hours 30 minutes−90.00',
    )
    expect(plain(await textOf(page, '[aria-labelledby=best]'))).toContain('Coursera1:001 hour+36.00')
    expect(await flawsOf(page)).toEqual([])
  })

  test('what was found follows in sentences, and each links to its card', async () => {
    const found = await until('the findings are there', () => textOf(page, '.findings'))
    expect(plain(found)).toContain('Reddit cost you €90.00 and gave back nothing (assumed).')
    // The lead says it.
    expect(plain(found)).not.toContain('An hour of your attention')
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('.lead a, .findings a')].map((link) => link.getAttribute('href')),
    )
    expect(links).toEqual(['yield', 'take', 'owners', 'clean'].map((card) => `#/insights/last-week/${card}`))
    expect(await flawsOf(page)).toEqual([])
    await click(page, 'Who holds your attention')
    await until('its card has the focus', () =>
      page.evaluate(() => document.activeElement?.id === 'owners-title'),
    )
    await page.evaluate(() => history.back())
    await until('the statement is shown again', async () =>
      plain(await textOf(page, 'h1')).startsWith('Week '),
    )
  })

  test('the URL of a month or a year shows its statement in the same form', async () => {
    const month = LAST_WEEK.first.slice(0, 7)
    for (const period of [month, month.slice(0, 4)]) {
      await page.evaluate((hash) => (location.hash = hash), `#/week/${period}`)
      await until(`${period} is stated`, async () => {
        const heading = await textOf(page, 'h1')
        return heading?.includes(month.slice(0, 4)) && /^\d/.test(heading) === (period !== month)
      })
      expect(plain(await textOf(page, '[data-kind=feed]'))).toContain('−')
    }
    await page.evaluate(() => history.go(-2))
    await until('the week is shown again', async () => plain(await textOf(page, 'h1')).startsWith('Week '))
  })

  test('a copied statement says that it was revalued after the worth of a site changed', async () => {
    const markdown = await until('the button is there', () => copied(page, 'Copy as Markdown'))
    expect(markdown).toMatch(/^# /)
    expect(plain(markdown)).toContain('Reddit')
    await until(
      'the issue is remembered',
      async () => (await scene.browser.readDatabase('statements')).length === 1,
    )
    expect(plain(await textOf(page, '.issued'))).not.toContain('Revalued')
    await command(scene.browser, 'changeSurface', { surface: 'reddit.com', change: { worthQuarters: 4 } })
    await until('the page says so', async () => plain(await textOf(page, '.issued')).includes('Revalued'))
    expect(await copied(page, 'Copy as Markdown')).toContain('evalued')
    await command(scene.browser, 'changeSurface', { surface: 'reddit.com', change: { worthQuarters: null } })
  })

  test('Markdown, CSV, JSON and picture are complete even if the person clicks all of them at once', async () => {
    const downloads = await collectDownloads(scene.browser)
    const stem = statementFileName(LAST_WEEK, 'md').replace(/md$/, '')
    for (const words of ['Markdown', 'CSV', 'JSON', 'Save the picture']) await click(page, words)
    expect((await downloads.read(`${stem}md`)).text).toContain('| Total | 3')
    expect((await downloads.read(`${stem}csv`)).text).toContain(
      'surface,reddit.com,feed,9000,9000,0,-9000,EUR,3600,0,assumed',
    )
    const { total } = JSON.parse((await downloads.read(`${stem}json`)).text) as { total: object }
    expect(total).toMatchObject({ seconds: 12_600, costMinor: 12_600, returnMinor: 7200, netMinor: -5400 })
    const { path } = await downloads.read(`${stem}png`)
    const picture = await readFile(path)
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  })

  test('accepting a suggestion sets a rule in one click', async () => {
    await until('a limit is suggested', async () =>
      plain(await textOf(page, '.suggestion')).includes('it was usually'),
    )
    await click(page, 'Limit to 20 min a day')
    const [stored] = (await until('the rule is stored', async () => {
      const rules = await scene.browser.readDatabase('limits')
      return rules.length > 0 && rules
    })) as StoredRule[]
    expect(stored?.rule).toMatchObject({ targets: [{ type: 'kind', kind: 'feed' }], strictness: 'wall' })
    await until(
      'the card says what was limited, and suggests nothing else',
      async () =>
        plain(await textOf(page, '.suggestion')) === 'Feeds: limited to 20 min a day.See it under Firewall',
    )
  })

  // Chromium only: Firefox compresses the PDF, so its pages cannot be counted in the text.
  test.runIf(name === 'Chromium')('a week with every kind prints on one sheet', async () => {
    const more = EVERY_KIND.map((surface, index) => spanOn(LAST_WEEK.last, 20, surface, 10 + index))
    await writeRows(scene.browser, 'spans', more)
    const full = await openOwnPage(scene.browser, 'dashboard.html#/week')
    const kinds = await full.evaluate(() => document.querySelectorAll('.statement [data-kind]').length)
    expect(kinds).toBe(KINDS.length)
    await until('the findings are there', async () => (await textOf(full, '.findings')) !== null)
    const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' }
    const paper = Buffer.from(await full.pdf({ format: 'A4', margin })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await full.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the statement is in German on the page and as Markdown', async () => {
    await seedWeeks(scene.browser)
    const page = await openOwnPage(scene.browser, 'dashboard.html#/week')
    expect(plain(await textOf(page, 'main'))).toContain('Größte Verluste')
    expect(plain(await textOf(page, '.of-period'))).toContain('126,00 €')
    const markdown = plain(await copied(page, 'Als Markdown kopieren'))
    expect(markdown).toContain('Größte Verluste')
    expect(markdown).toContain('126,00 €')
  })
})
