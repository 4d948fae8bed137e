/** What the Insights page says, for its tests with and without a browser. */
import type { Page } from 'puppeteer-core'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { click, fillIn, openOwnPage, textOf } from '../e2e/own-page.ts'
import { plain } from '../fixtures/plain.ts'

export const CARDS = ['take', 'yield', 'worth', 'drift', 'ai', 'owners', 'clean', 'nights'] as const
export type Card = (typeof CARDS)[number]

export const openInsights = (browser: PageHost): Promise<Page> =>
  openOwnPage(browser, 'dashboard.html#/insights')

export const finding = async (page: Page, card: Card): Promise<string> =>
  plain(await textOf(page, `#${card} .finding`))

export async function findings(page: Page): Promise<Record<string, string>> {
  const found = await Promise.all(CARDS.map(async (card) => [card, await finding(page, card)] as const))
  return Object.fromEntries(found)
}

export const lead = async (page: Page): Promise<string> => plain(await textOf(page, '.insights .lead'))

export const finds = (page: Page, card: Card, words: string) =>
  until(`${card} says “${words}”`, async () => (await finding(page, card)).includes(words))

/** The text under *Why this figure*, which is opened if it is not open yet. */
export async function whyOf(page: Page, card: Card): Promise<string> {
  await page.evaluate((id) => {
    const why = document.querySelector<HTMLDetailsElement>(`#${id} details.why`)
    if (why && !why.open) why.querySelector('summary')?.click()
  }, card)
  const text = await page.evaluate(
    (id) => document.querySelector<HTMLElement>(`#${id} details.why[open] .why-body`)?.innerText ?? '',
    card,
  )
  return plain(text.replaceAll(/\n+/g, ' '))
}

export const pickInterval = (page: Page, feed: string, interval: string): Promise<void> =>
  page.evaluate(
    (label, value) => {
      const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)
      if (!select) throw new Error(`There is no choice “${label}”.`)
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    `How often to clean ${feed}`,
    interval,
  )

/** Enters 200 minutes of Instagram for the phone, and waits until the page counts them. */
export async function enterPhone(page: Page): Promise<void> {
  await click(page, 'Add minutes', '#phone')
  await fillIn(page, 'Platform', 'instagram.com', '#phone')
  await fillIn(page, 'On your phone', '200', '#phone')
  await click(page, 'Save', '#phone')
  await finds(page, 'take', 'Instagram cost you €400.00')
}
