import { launchChromium } from '../../e2e/harness/chromium.ts'
import type { Part, Row } from '../report/row.ts'
import { emptyExtension } from '../tools/empty-extension.ts'
import { HISTORY_IN_WORDS, seedHistory } from '../tools/seed-history.ts'
import { popupReadyAfter } from '../tools/ready.ts'
import { dismissWelcome, onStages, openStage, type Stage, visit, wait } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'

const DATABASE =
  'Opening IndexedDB in a fresh process and reading the day takes 40–70 ms; the empty page does neither.'

const TIMES = 10
const FACTOR = 3
const BUDGET_MS = 100
const SETTLE_MS = 3_000
/** Pause between two popups, so that the first one is completely closed. */
const PAUSE_MS = 300

const DATABASES = ['an empty database', HISTORY_IN_WORDS] as const
const WORKERS = ['awake', 'asleep'] as const

type Worker = (typeof WORKERS)[number]

async function openEmpty(): Promise<Stage> {
  const stage = await openStage(launchChromium, { extensionDir: await emptyExtension('chrome-mv3') })
  await visit(stage.browser, 'https://www.zeit.de/')
  return stage
}

async function openZeitwert(database: (typeof DATABASES)[number]): Promise<Stage> {
  const stage = await openStage(launchChromium)
  await dismissWelcome(stage.browser)
  if (database === HISTORY_IN_WORDS) await seedHistory(stage.browser)
  await visit(stage.browser, 'https://www.zeit.de/')
  return stage
}

async function prepare({ browser }: Stage, worker: Worker): Promise<void> {
  if (worker === 'asleep' && (await browser.isWorkerAwake())) await browser.killWorker()
  await wait(PAUSE_MS)
}

export const popup: Part = {
  title: 'Popup',
  method: `The time from the start of the popup’s navigation to its mark \`ready\`, which is set when the content has been drawn, in both extensions. The real popup opens from Chromium’s toolbar. Three browsers take turns, ${TIMES} times each with the worker running and with the worker killed just before.`,
  measure: () =>
    onStages([openEmpty, ...DATABASES.map((database) => () => openZeitwert(database))], async (stages) => {
      const times = new Map<string, number[]>()
      const timesOf = (index: number, worker: Worker) => times.get(`${index} ${worker}`) ?? []
      await wait(SETTLE_MS)
      for (let time = 0; time < TIMES; time += 1) {
        for (const worker of WORKERS) {
          for (const [index, stage] of stages.entries()) {
            await prepare(stage, worker)
            times.set(`${index} ${worker}`, [...timesOf(index, worker), await popupReadyAfter(stage)])
          }
        }
      }
      return WORKERS.flatMap((worker) =>
        DATABASES.map((database, index): Row => {
          const measured = timesOf(index + 1, worker)
          const empty = timesOf(0, worker)
          return {
            what: `popup ready, ${database}, worker ${worker}`,
            budget: `≤ ${FACTOR} × the empty extension and ≤ ${BUDGET_MS} ms`,
            unit: 'ms',
            measured,
            empty,
            met: median(measured) <= Math.min(FACTOR * median(empty), BUDGET_MS),
            reason: DATABASE,
          }
        }),
      )
    }),
}
