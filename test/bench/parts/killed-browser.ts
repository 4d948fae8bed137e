import type { Span } from '../../../domain/record/span'
import { LASTING_BROWSERS } from '../../e2e/harness/browsers.ts'
import { removeDirectory, temporaryDirectory } from '../../e2e/harness/temporary-directory.ts'
import { until } from '../../e2e/harness/until.ts'
import type { Part, Row } from '../report/row.ts'
import { recordedMs, recordedSpans } from '../tools/recorded.ts'
import { between, dismissWelcome, onStage, visit, wait } from '../tools/stage.ts'
import { total } from '../tools/statistics.ts'

const WRITING =
  'A beat comes every 5 s. If the browser is killed just before a beat, the time that the previous beat took to be written is lost too.'

const KILLS = 6
const BUDGET_MS = 5_000

const isWhole = ({ id, site, surface, start, end, day }: Span): boolean =>
  end > start && id.endsWith(`:${start}`) && surface.startsWith(site) && /^\d{4}-\d\d-\d\d$/.test(day)

interface Death {
  killedAt: number
  aliveAt: number
}

async function rowsIn(
  { name, launch }: (typeof LASTING_BROWSERS)[number],
  userDataDir: string,
): Promise<Row[]> {
  return onStage(launch, { userDataDir }, async (stage) => {
    await dismissWelcome(stage.browser)
    const deaths: Death[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      await visit(stage.browser, kill % 2 === 0 ? 'https://www.coursera.org/' : 'https://www.zeit.de/')
      stage.display.input() // otherwise the person would count as away after two minutes
      await wait(between(6_000, 14_000))
      const killedAt = Date.now()
      await stage.browser.kill()
      await wait(between(0, 2_000))
      const aliveAt = Date.now()
      await stage.launchAgain()
      deaths.push({ killedAt, aliveAt })
    }
    await visit(stage.browser, 'https://www.wikipedia.org/')
    const spans = await until('the last page is recorded', async () => {
      const all = await recordedSpans(stage.browser)
      return all.at(-1)?.surface === 'wikipedia.org' && all
    })
    const closed = spans.slice(0, -1)
    const lost = deaths.map(({ killedAt }) => {
      const last = closed.findLast(({ start }) => start < killedAt)
      return killedAt - Math.min(killedAt, last?.end ?? 0)
    })
    const invented = deaths.map(({ killedAt, aliveAt }) => recordedMs(closed, killedAt, aliveAt))
    const broken = closed.filter((span) => !isWhole(span)).length
    const nothing = { budget: '0', met: total(invented) === 0 }
    return [
      {
        what: `lost, ${name}`,
        budget: `≤ ${BUDGET_MS / 1000} s`,
        unit: 's',
        measured: lost.map((ms) => ms / 1000),
        met: Math.max(...lost) <= BUDGET_MS,
        reason: WRITING,
      },
      { what: `invented, ${name}`, unit: 'ms', measured: invented, ...nothing },
      { what: `broken rows, ${name}`, budget: '0', unit: 'rows', measured: [broken], met: broken === 0 },
    ]
  })
}

async function rowsOf(browser: (typeof LASTING_BROWSERS)[number]): Promise<Row[]> {
  const userDataDir = await temporaryDirectory('killed')
  try {
    return await rowsIn(browser, userDataDir)
  } finally {
    await removeDirectory(userDataDir)
  }
}

export const killedBrowser: Part = {
  title: 'Browser killed',
  method: `All processes get SIGKILL ${KILLS} times, 6 to 14 s after a page came to the front. The browser then restarts with the same profile within 2 s. “Lost” is the time from the end of the span to the kill; “invented” is time recorded between the kill and the next start. Both browsers run side by side.`,
  measure: async () => (await Promise.all(LASTING_BROWSERS.map(rowsOf))).flat(),
}
