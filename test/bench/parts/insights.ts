import { calendarDay, DAY_MS } from '../../../domain/time/local-time.ts'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import { until } from '../../e2e/harness/until.ts'
import type { InsightTimes } from '../in-page/insights.ts'
import type { Part, Row } from '../report/row.ts'
import { runInPage } from '../tools/in-page.ts'
import { HISTORY_IN_WORDS, seedInsightHistory } from '../tools/seed-history.ts'
import { dismissWelcome, onStage, type Stage, wait } from '../tools/stage.ts'
import { median, total } from '../tools/statistics.ts'

const DAYS = 365
const TIMES = 5
const BUDGET_MS = 300
/** In which the page is done, and in which the browser then tells of its tasks. */
const SETTLE_MS = 1_000
const TOLD_MS = 500

const row = (what: string, measured: number[]): Row => ({ what, budget: '', unit: 'ms', measured, met: null })

/** The range of a year that ends today. */
function rangeOfYear(): string {
  const now = Date.now()
  return `${calendarDay(now - (DAYS - 1) * DAY_MS, 0)}_${calendarDay(now, 0)}`
}

interface Opened {
  readyMs: number
  /** Tasks of at least 50 ms, ms. */
  tasks: number[]
}

async function open({ browser }: Stage, range: string): Promise<Opened> {
  const page = await browser.openExtensionPage(`dashboard.html#/insights/${range}`)
  const readyMs = await until('the insights are ready', () =>
    page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime),
  )
  await wait(SETTLE_MS)
  const tasks = await page.evaluate(async (toldMs) => {
    const seen: PerformanceEntry[] = []
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()))
    observer.observe({ type: 'longtask', buffered: true })
    await new Promise((resolve) => setTimeout(resolve, toldMs))
    return seen.map(({ duration }) => duration)
  }, TOLD_MS)
  await page.close()
  return { readyMs, tasks }
}

/** Opens the real page several times. */
async function rowsOfView(stage: Stage, view: string, range: string): Promise<Row[]> {
  const opened: Opened[] = []
  for (let time = 0; time < TIMES; time += 1) opened.push(await open(stage, range))
  return [
    row(
      `the page with ${view}, until all cards are shown`,
      opened.map(({ readyMs }) => readyMs),
    ),
    row(
      'of this, the longest task',
      opened.map(({ tasks }) => Math.max(0, ...tasks)),
    ),
    row(
      'of this, all tasks of 50 ms or more',
      opened.map(({ tasks }) => total(tasks)),
    ),
  ]
}

export const insights: Part = {
  title: 'Insights on a year',
  method: `In a page of the extension in Chromium, with ${HISTORY_IN_WORDS}, with AI tools and feeds on every day, a cutoff and answers about visits: the functions of the Insights page read the year that ends today and the eight weeks before it, then find what its cards say, ${TIMES} times in one page, after a first run that opens the database. A sum that several cards need is part of the time of the first. Then the real page is opened ${TIMES} times with last week and with the year. A task blocks the page without a break; those below 50 ms are not seen.`,
  measure: () =>
    onStage(launchChromium, {}, async (stage) => {
      const { browser } = stage
      await dismissWelcome(browser)
      await seedInsightHistory(browser)
      const page = await browser.openExtensionPage('manifest.json')
      const times = await runInPage<InsightTimes>(page, 'insights', 'computeInsights', DAYS, TIMES + 1)
      await page.close()
      const later = times.all.slice(1)
      return [
        {
          what: `a year: reading and all findings (${times.spans} spans)`,
          budget: `≤ ${BUDGET_MS} ms`,
          unit: 'ms',
          measured: later,
          met: median(later) <= BUDGET_MS,
        },
        row('the same in the first run', times.all.slice(0, 1)),
        row('of this, reading', times.reading.slice(1)),
        ...Object.entries(times.cards).map(([card, own]) => row(`of this, the card ${card}`, own.slice(1))),
        ...(await rowsOfView(stage, 'last week', 'last-week')),
        ...(await rowsOfView(stage, 'the year', rangeOfYear())),
      ]
    }),
}
