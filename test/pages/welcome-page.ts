/** What tests of the welcome share. */
import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { command } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { textOf } from '../e2e/own-page.ts'

export const heading = (page: Page): Promise<string | null> => textOf(page, 'h1')

/** Chooses a ready-made limit by the name on it. */
export const chooseLimit = (page: Page, name: string): Promise<void> =>
  page.evaluate((words) => {
    const choices = [...document.querySelectorAll<HTMLElement>('.limit-choice')]
    choices.find(({ textContent }) => textContent.startsWith(words))?.click()
  }, name)

export const isAtLimits = (page: Page): Promise<true> =>
  until(
    'the page offers a limit',
    async () => (await heading(page)) === 'A limit, if you like',
  ) as Promise<true>

export const hasBegun = (page: Page): Promise<true> =>
  until(
    'the page says that it is recording',
    async () => (await heading(page)) === 'Zeitwert is recording',
  ) as Promise<true>

/** Clears what the tests before have set. */
export async function clearWhatWasSet(browser: PageHost): Promise<void> {
  for (const { from } of (await browser.readDatabase('rates')) as { from: string }[])
    await command(browser, 'removeRate', { from })
  for (const { id } of (await browser.readDatabase('limits')) as { id: string }[])
    await command(browser, 'removeRule', { id, pin: null })
  await command(browser, 'changeSettings', { currency: 'EUR', guess: null })
  expect(await browser.readDatabase('limits')).toEqual([])
}
