/** A record of today and yesterday for the tests of the page of a day, and what they do there. */
import type { Page } from 'puppeteer-core'
import { until } from '../e2e/harness/until.ts'
import { press } from '../e2e/own-page.ts'

export const STRIP = '[role=slider]'

/** 37 minutes today in three visits, the first with a break; 15 minutes yesterday. */
export const VISITS = [
  { surface: 'github.com', minutesAgo: 160, seconds: 600 },
  { surface: 'github.com', minutesAgo: 148, seconds: 120 },
  { surface: 'youtube.com/shorts', minutesAgo: 120, seconds: 1200 },
  { surface: 'wikipedia.org', minutesAgo: 60, seconds: 300 },
  { surface: 'zeit.de', minutesAgo: 24 * 60 + 100, seconds: 900 },
]

/** What they come to. */
export const TODAY = 'PT2220S'

/** A time of day as a person types it. */
export const clockAgo = (minutes: number): string => {
  const at = new Date(Date.now() - minutes * 60_000)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}

export const isThere = (page: Page, selector: string) =>
  until(`${selector} is there`, () =>
    page.evaluate((wanted) => document.querySelector(wanted) !== null, selector),
  )

const total = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('#today-time')?.getAttribute('datetime') ?? null)

export const totalIs = (page: Page, wanted: string) =>
  until(`the day comes to ${wanted}`, async () => (await total(page)) === wanted)

/** What a screen reader says for the position on the strip. */
const said = (page: Page): Promise<string> =>
  page.evaluate((strip) => document.querySelector(strip)?.getAttribute('aria-valuetext') ?? '', STRIP)

export const walksTo = async (
  page: Page,
  key: 'ArrowRight' | 'ArrowLeft' | 'Home' | 'End',
  words: RegExp,
): Promise<void> => {
  await page.keyboard.press(key)
  await until(`the strip says ${words}`, async () => words.test(await said(page)))
}

export const row = (surface: string) => `.visits li[data-surface="${surface}"]`

/** Opens the first visit to a surface in the list, unless it is open. */
export async function unfold(page: Page, surface: string): Promise<void> {
  if (!(await page.evaluate(() => document.querySelector('.visits') !== null)))
    await press(page, /^Show all \d visits$/)
  await isThere(page, row(surface))
  await page.evaluate((item) => {
    if (!document.querySelector(`${item} .visit-details`))
      document.querySelector<HTMLElement>(`${item} button`)?.click()
  }, row(surface))
  await isThere(page, `${row(surface)} .visit-details`)
}

/** Lets nobody else read a store until it is released. */
export async function holdStore(page: Page, store: string): Promise<() => Promise<void>> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zeitwert')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const database = opening.result
          const held = database.transaction(name, 'readwrite').objectStore(name)
          document.documentElement.dataset['holds'] = name
          const hold = () => {
            if (document.documentElement.dataset['holds'] !== name) return database.close()
            resolve()
            held.count().addEventListener('success', hold)
          }
          held.count().addEventListener('success', hold)
        })
      }),
    store,
  )
  return () => page.evaluate(() => void delete document.documentElement.dataset['holds'])
}
