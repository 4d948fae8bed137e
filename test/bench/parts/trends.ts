import type { Page } from 'puppeteer-core'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import { until } from '../../e2e/harness/until.ts'
import type { TrendTimes } from '../in-page/trends.ts'
import type { Part } from '../report/row.ts'
import { runInPage } from '../tools/in-page.ts'
import { seedHistory } from '../tools/seed-history.ts'
import { dismissWelcome, onStage } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'

/** About a million spans in five years. */
const SPANS_A_DAY = 550

const TIMES = 5
const YEAR_BUDGET_MS = 200
const FIVE_YEARS_BUDGET_MS = 1000
const MEMORY_BUDGET_MB = 200

/** Megabytes in use by JavaScript after garbage collection, including the columns of sealed days. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number
    backingStorageSize?: number
  }
  return (usedSize + backingStorageSize) / 1e6
}

/** Opens the Trends page with all five years. */
async function openTrends(open: (path: string) => Promise<Page>): Promise<Page> {
  const year = new Date().getFullYear()
  const page = await open(`dashboard.html#/trends/${year - 5}-01-01_${year}-12-31`)
  await until(
    'five years are on the page',
    () => page.evaluate(() => document.querySelector('.bar-chart') !== null),
    60_000,
  )
  return page
}

export const trends: Part = {
  title: 'Trends over years',
  method: `In a page of the extension in Chromium, with 5 years of 40 surfaces and ${SPANS_A_DAY} spans a day: the functions of the Trends page read the year that ends today and the year before for comparison, then price them and add them up by step and kind and by weekday and hour, and find the largest changes. Then the same for all five years. ${TIMES} times in one page, after a first run that opens the database. Memory is that of the real Trends page showing all years.`,
  measure: () =>
    onStage(launchChromium, {}, async ({ browser }) => {
      await dismissWelcome(browser)
      await seedHistory(browser, SPANS_A_DAY)
      const own = await browser.openExtensionPage('manifest.json')
      const year = await runInPage<TrendTimes>(own, 'trends', 'computeTrends', 1, TIMES + 1)
      const all = await runInPage<TrendTimes>(own, 'trends', 'computeTrends', 5, TIMES + 1)
      await own.close()
      const page = await openTrends((path) => browser.openExtensionPage(path))
      const memory = await memoryOf(page)
      const [yearMs, allMs] = [year.figures.slice(1), all.figures.slice(1)]
      return [
        {
          what: `one year and the year before: reading and computing (${year.spans} spans)`,
          budget: `≤ ${YEAR_BUDGET_MS} ms`,
          unit: 'ms',
          measured: yearMs,
          met: median(yearMs) <= YEAR_BUDGET_MS,
        },
        { what: 'of this, reading', budget: '', unit: 'ms', measured: year.reading.slice(1), met: null },
        {
          what: `five years: reading and computing (${all.spans} spans)`,
          budget: `≤ ${FIVE_YEARS_BUDGET_MS} ms`,
          unit: 'ms',
          measured: allMs,
          met: median(allMs) <= FIVE_YEARS_BUDGET_MS,
        },
        { what: 'of this, reading', budget: '', unit: 'ms', measured: all.reading.slice(1), met: null },
        {
          what: 'memory of the Trends page with five years',
          budget: `≤ ${MEMORY_BUDGET_MB} MB`,
          unit: 'MB',
          measured: [memory],
          met: memory <= MEMORY_BUDGET_MB,
        },
      ]
    }),
}
