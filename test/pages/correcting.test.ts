/** From the Today page to a site that can be edited, and back. */
import { beforeAll, describe, expect, test } from 'vitest'
import { until } from '../e2e/harness/until.ts'
import { focused, openOwnPage, press } from '../e2e/own-page.ts'
import { seedSites } from './correcting-page.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()

  beforeAll(() => seedSites(scene.browser))

  test('a name on the Today page leads to the page of the site, and Back returns', async () => {
    const page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await press(page, /^YouTube Shorts$/)
    await until('the site can be edited', () => page.$('.site-editor'))
    await until('its name has the focus', async () => (await focused(page)) === 'YouTube Shorts')
    expect(new URL(page.url()).hash).toBe('#/sites/this-month/youtube.com/shorts')
    await page.evaluate(() => history.back())
    await until('today is there', () => page.evaluate(() => document.querySelector('.today') !== null))
    await page.close()
  })
})
