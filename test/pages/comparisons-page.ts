/** A record of ten weeks and a day, for the tests of what each page says first. */
import { command } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { seedSeason } from '../e2e/season.ts'
import { seedVisits } from '../e2e/seed.ts'

export async function seedComparisons(browser: PageHost): Promise<void> {
  await seedSeason(browser)
  // Amounts of five digits.
  const rate = { from: '1970-01-01', amountMinor: 1_234_567, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: '1970-01-01' })
  const dayStartHour = (new Date().getHours() + 21) % 24
  await command(browser, 'changeSettings', { dayStartHour })
  await seedVisits(browser, [
    { surface: 'coursera.org', minutesAgo: 100, seconds: 600 },
    { surface: 'youtube.com/shorts', minutesAgo: 80, seconds: 1800 },
    { surface: 'github.com', minutesAgo: 24 * 60 + 60, seconds: 900 },
  ])
}
