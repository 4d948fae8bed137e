/** A limit is loosened; past weeks are still judged by what it allowed then, and Insights says how much was kept. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RuleEntry } from '../../domain/firewall/rule-history'
import { minutesADay, newRule, type StoredRule } from '../../domain/firewall/rule'
import { addDays, calendarDay, HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { localOffset } from '../../platform/local-offset'
import { spanOf } from '../fixtures/spans'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { openOwnPage, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { tooSmall, tooWide } from './usable.ts'
import { endRules } from './wall-scene.ts'

const CARD = '#integrity'
const FEEDS = newRule([{ type: 'kind', kind: 'feed' }], minutesADay(30))

/** Monday of the week before last; the limit was made at noon. */
const firstWeek = () => addDays(firstDayOfWeek(calendarDay(Date.now(), localOffset(Date.now())), 0), -14)
const lastWeek = (day: number) => addDays(firstWeek(), 7 + day)
const at = (day: string, time: string) => Date.parse(`${day}T${time}Z`)

const history = async (browser: TestBrowser) =>
  ((await browser.readDatabase('log')) as RuleEntry[]).filter(({ type }) => type === 'rule')

const oneRule = async (browser: TestBrowser): Promise<StoredRule> =>
  until('there is a limit', async () => ((await browser.readDatabase('limits')) as StoredRule[])[0])

/**
 * A limit of 30 minutes on feeds, made two weeks ago: its dates are moved in the database. On five days of last week 40
 * minutes were used, once with a pass. Today it is loosened to 60 minutes.
 */
async function seed(browser: TestBrowser): Promise<void> {
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 0, weekStart: 0 })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await command(browser, 'putRule', { rule: FEEDS, pin: null })
  const { id, rule } = await oneRule(browser)
  await command(browser, 'putRule', { rule: { ...rule, bound: minutesADay(60) }, pin: null })
  const waiting = await oneRule(browser)
  const [made] = await history(browser)
  await browser.killWorker()
  const createdAt = at(firstWeek(), '12:00:00')
  const next = { ...waiting.next!, from: Date.now() + 1000 }
  await writeRows(browser, 'limits', [{ ...waiting, createdAt, next }])
  await writeRows(browser, 'log', [{ ...made, at: createdAt, day: firstWeek() }])
  const days = [0, 1, 2, 3, 4].map(lastWeek)
  const ms = 40 * MINUTE_MS
  await writeRows(
    browser,
    'usage',
    days.map((day) => ({ rule: id, day, ms, opens: 1, amount: null, currency: null })),
  )
  const spans = days.map((day) =>
    spanOf({ surface: 'reddit.com', start: at(day, '12:00:00'), ms, utcOffsetMinutes: 0 }),
  )
  await writeRows(browser, 'spans', spans)
  const taken = at(lastWeek(2), '13:00:00')
  const pass = { rule: id, type: 'quarter', day: lastWeek(2), at: taken, until: taken + HOUR_MS / 4 }
  await writeRows(browser, 'overrides', [{ ...pass, priceMinor: 200, currency: 'EUR' }])
}

/** Waits until the loosening holds. The worker sees it when it looks. */
async function loosened(browser: TestBrowser): Promise<RuleEntry[]> {
  const page = await browser.newPage()
  const rows = await until('the loosening is kept', async () => {
    await browser.goto(page, `https://www.zeit.de/${Date.now()}`)
    const all = await history(browser)
    return all.length > 2 && all
  })
  await page.close()
  return rows.toSorted((a, b) => a.at - b.at)
}

const plain = (text: string | null): string => text?.replace(/\s+/g, ' ').trim() ?? ''

const finding = async (page: Page): Promise<string> => plain(await textOf(page, `${CARD} .finding`))

const finds = (page: Page, words: string) =>
  until(`the card says “${words}”`, async () => (await finding(page)).includes(words))

/** The rows of the table in words, cell by cell. */
const rows = (page: Page): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLTableRowElement>(`${selector} tbody tr`)].map((row) =>
        [...row.cells].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
      ),
    `${CARD} table`,
  )

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  beforeAll(async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/insights')
  })
  afterAll(() => page.close())

  test('without anything to keep there is no card', async () => {
    await until('the other cards are there', async () => (await textOf(page, '#nights')) !== null)
    await until('the promises are there', async () => (await textOf(page, '#promises')) !== null)
    expect(await textOf(page, CARD)).toBeNull()
  })

  test('a change of a limit is kept once it holds, with the instant', async () => {
    await seed(scene.browser)
    const kept = await loosened(scene.browser)
    expect(kept.map(({ rule }) => rule?.bound)).toEqual([minutesADay(30), minutesADay(30), minutesADay(60)])
    expect((await oneRule(scene.browser)).heals?.since).toBe(kept[2]?.at)
  })

  test('the statement of last week judges by what was allowed then, and does not speak of what is not known', async () => {
    await page.close()
    page = await openOwnPage(scene.browser, 'dashboard.html#/week')
    const said = async () => plain(await textOf(page, 'section[aria-labelledby="kept"]'))
    await until('the limit is judged', async () => (await said()).includes('kept on 2 of 7 days'))
    expect(await said()).toContain('Feeds: 30 min a day')
    expect(await said()).not.toContain('first version')
    await until('the finding is there', async () =>
      plain(await textOf(page, '#findings ~ *, section[aria-labelledby="findings"]')).includes(
        'In 2 weeks you kept 9 of 14 promises. 1 pass cost €2.00.',
      ),
    )
  })

  test('the card of last week has the figure, its parts by week, and why', async () => {
    await page.close()
    page = await openOwnPage(scene.browser, 'dashboard.html#/insights/last-week/integrity')
    await finds(page, 'In 2 weeks you kept 9 of 14 promises. 1 pass cost €2.00.')
    expect(await rows(page)).toEqual([
      'Feeds: 30 min a day | 7 of 7 | 2 of 7 | 9 of 14',
      'Passes | 0 | 1 €2.00 | 1 €2.00',
    ])
    await page.evaluate((card) => document.querySelector<HTMLElement>(`${card} summary`)?.click(), CARD)
    await until('why is open', async () =>
      plain(await textOf(page, `${CARD} .why-body`)).includes('Limits: 9 of 14.'),
    )
    expect(await flawsOf(page)).toEqual([])
    for (const width of [345, 360, 768, 1440]) {
      await resize(page, width, 800)
      await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
      expect(await tooWide(page), `at ${width} px`).toEqual([])
      expect(await tooSmall(page), `at ${width} px`).toEqual([])
    }
  })

  test('the card of this week says that a limit was loosened', async () => {
    await page.close()
    page = await openOwnPage(scene.browser, 'dashboard.html#/insights/this-week/integrity')
    await finds(page, '1 limit was loosened.')
    expect((await rows(page)).at(-1)).toBe('Limits loosened | 0 | 0 | 1 | 1')
  })

  test('a pass of a limit that was deleted since stays listed by its name', async () => {
    const { id } = await oneRule(scene.browser)
    const now = Date.now()
    const pass = { rule: id, type: 'minute', day: calendarDay(now, localOffset(now)), at: now, until: now }
    await writeRows(scene.browser, 'overrides', [{ ...pass, priceMinor: 100, currency: 'EUR' }])
    await endRules(scene.browser)
    await page.close()
    page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
    await until('the pass is listed', async () =>
      plain(await textOf(page, 'table.passes tbody')).includes('Feeds'),
    )
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the card says the same, and no amount while money is hidden', async () => {
    await seed(scene.browser)
    await loosened(scene.browser)
    const page = await openOwnPage(scene.browser, 'dashboard.html#/insights/last-week/integrity')
    await finds(page, 'In 2 Wochen hast du 9 von 14 Versprechen gehalten. 1 Freigabe kostete 2,00 €.')
    expect(await flawsOf(page)).toEqual([])
    await command(scene.browser, 'changeSettings', { moneyHidden: true })
    await finds(page, 'In 2 Wochen hast du 9 von 14 Versprechen gehalten. Du hast 1 Freigabe genutzt.')
    expect(plain(await textOf(page, CARD))).not.toContain('€')
    await page.close()
  })
})
