/** A record of two days on this device and on another one, and what pages say of them. */
import type { Page } from 'puppeteer-core'
import { addDays, type Day, HOUR_MS, personDay } from '../../domain/time/local-time.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { writeRows } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { textOf } from '../e2e/own-page.ts'
import { seedVisits, setRate, storedSettings } from '../e2e/seed.ts'
import { DESK, totalFrom } from '../fixtures/totals.ts'

export const plain = (text: string | null | undefined): string =>
  (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

export const says = (page: Page, words: string) =>
  until(`the page says “${words}”`, async () => plain(await textOf(page, 'main')).includes(words))
export const saysNoMore = (page: Page, words: string) =>
  until(`the page no more says “${words}”`, async () => !plain(await textOf(page, 'main')).includes(words))

/** Ten minutes of this device; returns its day. */
export async function seedHere(browser: PageHost): Promise<Day> {
  await setRate(browser)
  const { dayStartHour = 4 } = await storedSettings(browser)
  await seedVisits(browser, [{ surface: 'github.com', seconds: 600, minutesAgo: 30 }])
  return personDay(Date.now(), localOffset(Date.now()), dayStartHour)
}

/** An hour and a half of the desk on a day and on the one before it. */
export const seedDesk = (browser: PageHost, today: Day): Promise<void> => {
  const rows = [addDays(today, -1), today].map((day) =>
    totalFrom(DESK, { day, surface: 'reddit.com', minutes: (1.5 * HOUR_MS) / 60_000 }),
  )
  return writeRows(browser, 'totals', rows)
}
