/** Amounts as they are written in India, where digits are grouped by two. */
import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, fillIn, openOwnPage, problemAt, textOf } from './own-page.ts'
import { useScene } from './scene.ts'

const LABEL = 'Amount in ₹'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch, { acceptLanguages: 'en-IN' })

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
