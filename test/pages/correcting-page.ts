/** A day on six sites, for the tests of what a person says about a site. */
import type { PageHost } from '../e2e/harness/page-host.ts'
import { seedVisits, setRate } from '../e2e/seed.ts'

export async function seedSites(browser: PageHost): Promise<void> {
  await setRate(browser)
  const sites = [
    'youtube.com/shorts',
    'github.com',
    'wikipedia.org',
    'zeit.de',
    'reddit.com/r',
    'example.org',
  ]
  await seedVisits(
    browser,
    sites.map((surface, index) => ({ surface, seconds: 600 - 60 * index, minutesAgo: 100 - 15 * index })),
  )
}
