/** Promises about last week and this one, and what their card says. */
import type { Page } from 'puppeteer-core'
import type { Commitment } from '../../domain/statement/commitment'
import { addDays, calendarDay, type Day, HOUR_MS } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { localOffset } from '../../platform/local-offset'
import { command, writeRows } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { textOf } from '../e2e/own-page.ts'
import { setRate } from '../e2e/seed.ts'
import { promiseOf } from '../fixtures/commitments'
import { plain } from '../fixtures/plain.ts'
import { spanOf } from '../fixtures/spans'

export const CARD = '#promises'
export const DAY_START = 0

const today = () => calendarDay(Date.now(), localOffset(Date.now()))
export const thisWeek = (): Day => firstDayOfWeek(today(), 0)
const lastWeek = () => addDays(thisWeek(), -7)

export const promises = async (browser: PageHost): Promise<Commitment[]> =>
  ((await browser.readDatabase('commitments')) as Commitment[]).toSorted((a, b) => (a.id < b.id ? -1 : 1))

export const words = async (page: Page, selector = CARD): Promise<string> =>
  plain(await textOf(page, selector))

export const says = (page: Page, text: string): Promise<true> =>
  until(`the card says “${text}”`, async () => (await words(page)).includes(text)) as Promise<true>

/** Last week: 12 h of feeds, of which 10 h were promised, and 3 h of learning, of which 4 h were. */
export async function seedPromises(browser: PageHost): Promise<void> {
  await setRate(browser)
  const spans = [0, 1, 2].flatMap((day) => {
    const start = Date.parse(`${addDays(lastWeek(), day)}T09:00:00Z`)
    return [
      spanOf({ surface: 'reddit.com', start, ms: 4 * HOUR_MS, utcOffsetMinutes: 0 }),
      spanOf({ surface: 'coursera.org', start: start + 6 * HOUR_MS, ms: HOUR_MS, utcOffsetMinutes: 0 }),
    ]
  })
  await writeRows(browser, 'spans', spans)
  const of = { week: lastWeek(), dayStartHour: DAY_START }
  await writeRows(browser, 'commitments', [
    promiseOf(of),
    promiseOf({ ...of, kind: 'learning', type: 'least', minutes: 240 }),
    promiseOf({ ...of, week: thisWeek(), kind: 'learning', type: 'least', minutes: 60 }),
  ])
  // The worker reads anew after a change.
  await command(browser, 'changeSettings', { dayStartHour: DAY_START, weekStart: 0 })
}
