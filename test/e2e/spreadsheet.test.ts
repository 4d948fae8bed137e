/** Tables for a spreadsheet, with the separator and the decimal mark of the region. */
import { describe, expect, test } from 'vitest'
import { exportBy, openDataPage } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads } from './harness/downloads.ts'
import { click, openOwnPage } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'

describe.each([
  ['en', ',', '.', 'Spreadsheet (CSV)', 'Export these days'],
  ['de', ';', ',', 'Für Tabellen (CSV)', 'Diese Tage exportieren'],
] as const)('in %s', (lang, separator, mark, button, exportDays) => {
  describe.each(BROWSERS)('$name', ({ launch }) => {
    const scene = useScene(launch, { lang })

    test('the days and the statement have one column for each field, and amounts in that form', async () => {
      const { browser } = scene
      await setRate(browser)
      await seedVisits(browser, [{ surface: 'instagram.com', minutesAgo: 60, seconds: 1500 }])
      const downloads = await collectDownloads(browser)
      const page = await openDataPage(browser)
      await page.select('#data select', 'days.spreadsheet.csv')
      const days = await exportBy(page, downloads, exportDays, 'spreadsheet.csv')
      const [head = '', ...rows] = days.text
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/\r?\n/)
      expect(head.split(separator).length).toBeGreaterThan(5)
      const feed = rows.find((row) => row.includes('instagram.com'))
      expect(feed?.split(separator)).toHaveLength(head.split(separator).length)
      expect(feed).toContain(`15${mark}00`)
      await page.close()

      const later = await collectDownloads(browser)
      const statement = await openOwnPage(browser, 'dashboard.html#/week/this-week')
      await click(statement, button)
      const { text } = await later.read('spreadsheet.csv')
      expect(text).toContain(`15${mark}00`)
      await statement.close()
    })
  })
})
