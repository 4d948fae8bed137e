import { BROWSERS } from '../../e2e/harness/browsers.ts'
import { until } from '../../e2e/harness/until.ts'
import type { Part, Row } from '../report/row.ts'
import { clockedPages, shownAt } from '../tools/clocked-pages.ts'
import { type InFront, missedOf, recordedSpans } from '../tools/recorded.ts'
import { between, dismissWelcome, onStage, visit, wait } from '../tools/stage.ts'
import { summary } from '../tools/statistics.ts'

const MISPLACED = 'A killed worker must start before it can look, which takes longer on a busy processor.'

const KILLS = 10
/** 60 ms for the start of a worker plus 100 ms to notice a switch. */
const BUDGET_MS = 160
/** Enough for the worker to start and look. */
const SETTLE_MS = 2_000

const PAGES = clockedPages('www.zeit.de/', 'www.coursera.org/')

/** The time lost and misplaced between switches, with the worker killed at a random moment in between. */
async function rowsIn({ name, launch }: (typeof BROWSERS)[number]): Promise<Row[]> {
  return onStage(launch, { pages: PAGES }, async ({ browser }) => {
    await dismissWelcome(browser)
    const first = { surface: 'zeit.de', page: await visit(browser, 'https://www.zeit.de/') }
    const second = { surface: 'coursera.org', page: await visit(browser, 'https://www.coursera.org/') }
    await wait(SETTLE_MS)
    const stays: InFront[] = [{ surface: second.surface, from: Date.now() }]
    for (let kill = 0; kill < KILLS; kill += 1) {
      await wait(between(100, 3_000))
      if (await browser.isWorkerAwake()) await browser.killWorker()
      await wait(between(0, 3_000))
      const { surface, page } = kill % 2 === 0 ? first : second
      const before = await shownAt(page)
      await page.bringToFront()
      const from = await until('the page is in front', async () => {
        const at = await shownAt(page)
        return at > before && at
      })
      stays.push({ surface, from })
    }
    await wait(SETTLE_MS)
    const missed = missedOf(stays, await recordedSpans(browser))
    const lost = missed.map(({ lostMs }) => lostMs)
    const misplaced = missed.map(({ misplacedMs }) => misplacedMs)
    return [
      { what: `lost, ${name}`, budget: 'nothing', unit: 'ms', measured: lost, met: summary(lost).max <= 0 },
      {
        what: `given to the previous page, ${name}`,
        budget: `each ≤ ${BUDGET_MS} ms`,
        unit: 'ms',
        measured: misplaced,
        met: summary(misplaced).max <= BUDGET_MS,
        reason: MISPLACED,
      },
    ]
  })
}

export const killedWorker: Part = {
  title: 'Worker killed',
  method: `The worker is killed ${KILLS} times at a random moment while a page is in front. At a random moment after that, another tab comes to the front. “Lost” is time between two switches that no span covers. “Given to the previous page” is time of the new page that the previous page’s span covers: the time that a worker needs to start and look.`,
  measure: async () => {
    const rows: Row[] = []
    for (const browser of BROWSERS) rows.push(...(await rowsIn(browser)))
    return rows
  },
}
