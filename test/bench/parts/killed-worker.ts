import { BROWSERS } from '../../e2e/harness/browsers.ts'
import { until } from '../../e2e/harness/until.ts'
import type { Part, Row } from '../report/row.ts'
import { clockedPages, shownAt } from '../tools/clocked-pages.ts'
import { recordedMs, recordedSpans } from '../tools/recorded.ts'
import { between, dismissWelcome, onStage, pass, visit } from '../tools/stage.ts'
import { summary } from '../tools/statistics.ts'

const KILLS = 15
/** The worker has started and looked by then. */
const SETTLE_MS = 2_000

const PAGES = clockedPages('www.zeit.de/', 'www.coursera.org/')

/** Lost between one switch and the next, with the worker killed at some moment in between. */
async function lostIn({ name, launch }: (typeof BROWSERS)[number]): Promise<Row> {
  return onStage(launch, { pages: PAGES }, async ({ browser }) => {
    await dismissWelcome(browser)
    const first = await visit(browser, 'https://www.zeit.de/')
    const second = await visit(browser, 'https://www.coursera.org/')
    await pass(SETTLE_MS)
    const switches = [Date.now()]
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pass(between(100, 3_000))
      if (await browser.isWorkerAwake()) await browser.killWorker()
      await pass(between(0, 3_000))
      const next = kill % 2 === 0 ? first : second
      const before = await shownAt(next)
      await next.bringToFront()
      switches.push(
        await until('the page is in front', async () => {
          const at = await shownAt(next)
          return at > before && at
        }),
      )
    }
    await pass(SETTLE_MS)
    const spans = await recordedSpans(browser)
    const measured = switches
      .slice(1)
      .map((to, index) => to - switches[index]! - recordedMs(spans, switches[index]!, to))
    return {
      what: `lost, ${name}`,
      budget: 'nothing',
      unit: 'ms',
      measured,
      met: summary(measured).max <= 0,
    }
  })
}

export const killedWorker: Part = {
  title: 'Worker killed',
  method: `The worker is killed ${KILLS} times at random moments of a page being in front; at a random moment after that another tab comes to the front. Lost is what no span covers between two switches.`,
  measure: async () => {
    const rows: Row[] = []
    for (const browser of BROWSERS) rows.push(await lostIn(browser))
    return rows
  },
}
