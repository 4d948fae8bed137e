import { BROWSERS } from '../../e2e/harness/browsers.ts'
import { until } from '../../e2e/harness/until.ts'
import type { Part, Row } from '../report/row.ts'
import { clockedPages, shownAt } from '../tools/clocked-pages.ts'
import { type InFront, missedOf, recordedSpans } from '../tools/recorded.ts'
import { between, dismissWelcome, onStage, pass, visit } from '../tools/stage.ts'
import { summary } from '../tools/statistics.ts'

const MISPLACED =
  'A worker that was killed has to start before it can look, and a busy processor makes that longer.'

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
    await pass(SETTLE_MS)
    const stays: InFront[] = [{ surface: second.surface, from: Date.now() }]
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pass(between(100, 3_000))
      if (await browser.isWorkerAwake()) await browser.killWorker()
      await pass(between(0, 3_000))
      const { surface, page } = kill % 2 === 0 ? first : second
      const before = await shownAt(page)
      await page.bringToFront()
      const from = await until('the page is in front', async () => {
        const at = await shownAt(page)
        return at > before && at
      })
      stays.push({ surface, from })
    }
    await pass(SETTLE_MS)
    const missed = missedOf(stays, await recordedSpans(browser))
    const lost = missed.map(({ lostMs }) => lostMs)
    const misplaced = missed.map(({ misplacedMs }) => misplacedMs)
    return [
      { what: `lost, ${name}`, budget: 'nothing', unit: 'ms', measured: lost, met: summary(lost).max <= 0 },
      {
        what: `given to the page before, ${name}`,
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
  method: `The worker is killed ${KILLS} times at random moments of a page being in front; at a random moment after that another tab comes to the front. Lost is what no span covers between two switches. Given to the page before is what its span covers of the time of the next, which is what a worker takes to start and to look.`,
  measure: async () => {
    const rows: Row[] = []
    for (const browser of BROWSERS) rows.push(...(await rowsIn(browser)))
    return rows
  },
}
