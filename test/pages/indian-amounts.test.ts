/** Amounts as they are written in India, where digits are grouped by two. */
import { describe, expect, test } from 'vitest'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { click, fillIn, openOwnPage, problemAt, textOf } from '../e2e/own-page.ts'
import { PLACES } from './harness/page-scene.ts'

const LABEL = 'Amount in ₹'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages({ acceptLanguages: 'en-IN' })

  test('an amount is read just as the list of rates shows it', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { currency: 'INR' })
    const page = await openOwnPage(browser, 'dashboard.html#/settings')
    await click(page, 'Set your hourly rate', '#rate')
    for (const [typed, shown] of [
      ['12,00,000', '₹12,00,000.00'],
      ['₹1,23,456.50', '₹1,23,456.50'],
    ] as const) {
      await fillIn(page, LABEL, typed)
      expect(await problemAt(page, LABEL)).toBeNull()
      await click(page, 'Save', '.rate-form')
      await until(`the list shows ${shown}`, async () => (await textOf(page, '.rates'))?.includes(shown))
      await page.evaluate(() => document.querySelector<HTMLElement>('.rates .text-button')?.click())
    }
    expect(await browser.readDatabase('rates')).toMatchObject([{ amountMinor: 12_345_650, currency: 'INR' }])
  })
})
