import { BEAT_MS } from '../../../domain/record/attention'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import type { Part, Row } from '../report/row.ts'
import { withBeat } from '../tools/other-beat.ts'
import { type ProcessorTime, spentDuring } from '../tools/processor-time.ts'
import { dismissWelcome, onStages, openStage, type Stage, visit, wait } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'

const ASKS = 'Chromium does not report every loss and return of focus, so each beat asks for it.'

const BEATS_MS = [1_000, 2_000, 3_000, 5_000]
/** Longer than the measurement: the same extension without beats. */
const NEVER_MS = 86_400_000
const WARM_UP_MS = 20_000
const ROUND_MS = 45_000
const ROUNDS = 3
const BUDGET_MS_A_SECOND = 1

async function openReading(beatMs: number): Promise<Stage> {
  const stage = await openStage(launchChromium, { extensionDir: await withBeat(beatMs) })
  await dismissWelcome(stage.browser)
  await visit(stage.browser, 'https://www.zeit.de/')
  return stage
}

/** The processor time of each browser in each round. All browsers run at the same time. */
async function rounds(stages: readonly Stage[]): Promise<ProcessorTime[][]> {
  const spent: ProcessorTime[][] = []
  await wait(WARM_UP_MS)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { display } of stages) display.input()
    spent.push(await Promise.all(stages.map(({ browser }) => spentDuring(browser.pid, () => wait(ROUND_MS)))))
  }
  return spent
}

const aSecond = (ms: number): number => ms / (ROUND_MS / 1000)

export const beatCost: Part = {
  title: 'Cost of a beat',
  method: `One page is in front for ${ROUNDS} × ${ROUND_MS / 1000} s in ${BEATS_MS.length + 1} Chromium browsers side by side. They differ only in \`BEAT_MS\`; the last never beats. The cost is the processor time of all processes of a browser (worker, storage, browser) minus that of the browser without beats in the same round. The product beats every ${BEAT_MS / 1000} s.`,
  measure: () =>
    onStages(
      [...BEATS_MS, NEVER_MS].map((beatMs) => () => openReading(beatMs)),
      async (stages) => {
        const spent = await rounds(stages)
        const never = BEATS_MS.length
        return BEATS_MS.map((beatMs, index): Row => {
          const measured = spent.map((round) => aSecond(round[index]!.browser - round[never]!.browser))
          const isOurs = beatMs === BEAT_MS
          return {
            what: `a beat every ${beatMs / 1000} s${isOurs ? ' (the product)' : ''}`,
            budget: isOurs ? `< ${BUDGET_MS_A_SECOND} ms of processor time a second` : '',
            unit: 'ms a second',
            measured,
            met: isOurs ? median(measured) < BUDGET_MS_A_SECOND : null,
            reason: ASKS,
          }
        })
      },
    ),
}
