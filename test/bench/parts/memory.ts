import type { Part, Row } from '../report/row.ts'
import { BEATS, driveHours, HOURS, LOOKS } from '../tools/hours.ts'
import { extensionMemory, type Memory } from '../tools/memory.ts'
import { type LastingStage, openLastingEmpty, openLastingZeitwert } from '../tools/restarted.ts'
import { onStages, type Stage, visit, wait } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'
import { showPopup } from '../tools/toolbar.ts'

const LOADED =
  'An extension that only uses the same interfaces of the browser holds 1.2 times as much as the empty one. Reading our script adds 1.3 MiB, running its outermost code 3, listening to the browser 1.7, and the first looks 4.5; more than half of this is code of the browser (docs/decisions/070-the-worker-is-declared-a-module.md). The pages measured here run no scripts. With ordinary pages open, other processes load and share that code too.'

const RESTARTS = 3
const FACTOR = 1.4
const GROWTH = 1.05
/** Long enough for the engine to collect its garbage, shorter than the life of an idle worker. */
const SETTLE_MS = 15_000
const POPUP_MS = 2_000
const ADDRESS = 'https://www.zeit.de/'

interface Measured {
  installed: Memory
  restarted: Memory[]
  popped: Memory
}

/** A page comes to the front, so that the worker has looked, and time passes. */
async function settled({ browser, display }: Stage): Promise<Memory> {
  await visit(browser, 'https://www.coursera.org/')
  display.input()
  await wait(SETTLE_MS)
  return extensionMemory(browser.pid)
}

async function measured(open: () => Promise<LastingStage>): Promise<Measured> {
  return onStages([open], async ([first]) => {
    const stage = first as LastingStage
    const installed = await settled(stage)
    const restarted: Memory[] = []
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      await stage.restart()
      await visit(stage.browser, ADDRESS)
      restarted.push(await settled(stage))
    }
    await showPopup(stage.browser, ADDRESS, () => wait(POPUP_MS))
    return { installed, restarted, popped: await settled(stage) }
  })
}

async function overHours(): Promise<number[]> {
  return onStages([driveHours.open], async ([stage]) => {
    const after: number[] = []
    // The heap of a worker that never rests first grows to its working size.
    await driveHours.quarter(stage as Stage)
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await driveHours.quarter(stage as Stage)
      after.push((await settled(stage as Stage)).whole)
    }
    return after
  })
}

const row = (what: string, values: number[], empty: number[]): Row => ({
  what,
  budget: '',
  unit: 'MiB',
  measured: values,
  empty,
  met: null,
})

function restartRows(own: readonly Memory[], empty: readonly Memory[]): Row[] {
  const values = (of: readonly Memory[], part: keyof Memory) => of.map((memory) => memory[part])
  const whole = row('after a restart, no page open', values(own, 'whole'), values(empty, 'whole'))
  return [
    {
      ...whole,
      budget: `≤ ${FACTOR} × the empty extension`,
      met: median(whole.measured) <= FACTOR * median(whole.empty!),
      reason: LOADED,
    },
    row('of this, anonymous memory', values(own, 'anonymous'), values(empty, 'anonymous')),
    row('of this, mapped from files', values(own, 'fileBacked'), values(empty, 'fileBacked')),
  ]
}

function growthRow(after: readonly number[]): Row {
  const [first, , , last] = after as [number, number, number, number]
  return {
    what: `after 2, 4, 6 and ${HOURS} simulated hours`,
    budget: `last ≤ ${GROWTH} × first`,
    unit: 'MiB',
    measured: [...after],
    met: last <= GROWTH * first,
  }
}

export const memory: Part = {
  title: 'Memory',
  method: `Proportional set size of the process in which the extension’s worker runs in Chromium, from \`/proc/<pid>/smaps_rollup\`: memory that several processes share is divided equally among them. The extension is installed, its welcome page closed, and the browser restarted ${RESTARTS} times. After each restart two pages come to the front one after the other, and the memory is read ${SETTLE_MS / 1000} s after the second. Then the popup is open over a page for ${POPUP_MS / 1000} s. Only one browser runs at a time, because browsers share memory. The ${HOURS} simulated hours use a build that differs only in the beat interval: ${LOOKS} page changes, each with a look, and about ${BEATS} beats in quick succession, a quarter at a time, after one more quarter to warm up. The clock is not moved. A worker that never rests gets a larger heap, so compare these figures only with each other.`,
  measure: async () => {
    const empty = await measured(openLastingEmpty)
    const own = await measured(openLastingZeitwert)
    const after = await overHours()
    return [
      ...restartRows(own.restarted, empty.restarted),
      row('after the installation', [own.installed.whole], [empty.installed.whole]),
      row('after closing the popup', [own.popped.whole], [empty.popped.whole]),
      growthRow(after),
    ]
  },
}
