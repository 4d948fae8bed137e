/** A limit that was kept on some days and loosened since, and what Insights says of it. */
import type { Page } from 'puppeteer-core'
import type { RuleEntry } from '../../domain/firewall/rule-history'
import { minutesADay, newRule, type StoredRule } from '../../domain/firewall/rule'
import { addDays, calendarDay, HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { localOffset } from '../../platform/local-offset'
import { command, writeRows } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { textOf } from '../e2e/own-page.ts'
import { spanOf } from '../fixtures/spans'

export const CARD = '#integrity'
const FEEDS = newRule([{ type: 'kind', kind: 'feed' }], minutesADay(30))

/** Monday of the week before last; the limit was made at noon. */
const firstWeek = () => addDays(firstDayOfWeek(calendarDay(Date.now(), localOffset(Date.now())), 0), -14)
const lastWeek = (day: number) => addDays(firstWeek(), 7 + day)
const at = (day: string, time: string) => Date.parse(`${day}T${time}Z`)

export const history = async (browser: PageHost): Promise<RuleEntry[]> =>
  ((await browser.readDatabase('log')) as RuleEntry[]).filter(({ type }) => type === 'rule')

export const oneRule = async (browser: PageHost): Promise<StoredRule> =>
  until('there is a limit', async () => ((await browser.readDatabase('limits')) as StoredRule[])[0])

/**
 * A limit of 30 minutes on feeds, made two weeks ago: its dates are moved in the database. On five days of last week 40
 * minutes were used, once with a pass. Today it is loosened to 60 minutes, which the worker sees when it looks.
 */
export async function seedPromisesKept(browser: PageHost, stopWorker: () => Promise<void>): Promise<void> {
  await command(browser, 'changeSettings', { currency: 'EUR', dayStartHour: 0, weekStart: 0 })
  const rate = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await command(browser, 'putRule', { rule: FEEDS, pin: null })
  const { id, rule } = await oneRule(browser)
  await command(browser, 'putRule', { rule: { ...rule, bound: minutesADay(60) }, pin: null })
  const waiting = await oneRule(browser)
  const [made] = await history(browser)
  await stopWorker()
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

export const plain = (text: string | null): string => text?.replace(/\s+/g, ' ').trim() ?? ''

const finding = async (page: Page): Promise<string> => plain(await textOf(page, `${CARD} .finding`))

export const finds = (page: Page, words: string): Promise<true> =>
  until(`the card says “${words}”`, async () => (await finding(page)).includes(words)) as Promise<true>

/** The rows of the table in words, cell by cell. */
export const rows = (page: Page): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLTableRowElement>(`${selector} tbody tr`)].map((row) =>
        [...row.cells].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
      ),
    `${CARD} table`,
  )
