import type { Part, Row } from '../report/row.ts'
import { BEATS, driveHours, HOURS, LOOKS } from '../tools/hours.ts'
import { extensionMemory, type Memory } from '../tools/memory.ts'
import { type LastingStage, openLastingEmpty, openLastingZeitwert } from '../tools/restarted.ts'
import { onStages, pass, type Stage, visit } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'
import { showPopup } from '../tools/toolbar.ts'

const LOADED =
  'Most of the difference is the browser’s own code that the worker makes it load: the optimizing compiler of its JavaScript engine, and what Dexie and IndexedDB call. The pages of the bench run no scripts; with ordinary pages open, other processes load that code too and share it. Dexie alone takes an empty extension from 22 to 31 MiB.'

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
  await pass(SETTLE_MS)
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
    await showPopup(stage.browser, ADDRESS, () => pass(POPUP_MS))
    return { installed, restarted, popped: await settled(stage) }
  })
}

async function overHours(): Promise<number[]> {
  return onStages([driveHours.open], async ([stage]) => {
    const after: number[] = []
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
    row('of that, anonymous', values(own, 'anonymous'), values(empty, 'anonymous')),
    row('of that, mapped from files', values(own, 'fileBacked'), values(empty, 'fileBacked')),
  ]
}

function growthRow(after: readonly number[]): Row {
  const [first, , , last] = after as [number, number, number, number]
  return {
    what: `after 2, 4, 6 and ${HOURS} simulated hours`,
    budget: `the last ≤ ${GROWTH} × the first`,
    unit: 'MiB',
    measured: [...after],
    met: last <= GROWTH * first,
  }
}

export const memory: Part = {
  title: 'Memory',
  method: `Proportional set size of the process in which the extension’s worker runs in Chromium, from \`/proc/<pid>/smaps_rollup\`: memory that several processes map counts in equal parts. The extension is installed, its welcome page closed, and the browser closed and started again ${RESTARTS} times; each time a second page comes to the front, and ${SETTLE_MS / 1000} s later the memory is read. Then the popup is open over a page for ${POPUP_MS / 1000} s. One browser runs at a time, for other browsers on the machine would share memory with it. ${HOURS} simulated hours are a copy that differs only in how often it beats: ${LOOKS} changes of pages, each a look, and ${BEATS} beats without a pause between them, a quarter at a time. Clocks are not moved. A worker that never rests is given a larger heap, so these figures are to be compared only with each other.`,
  measure: async () => {
    const empty = await measured(openLastingEmpty)
    const own = await measured(openLastingZeitwert)
    const after = await overHours()
    return [
      ...restartRows(own.restarted, empty.restarted),
      row('straight after the install', [own.installed.whole], [empty.installed.whole]),
      row('after a popup was open', [own.popped.whole], [empty.popped.whole]),
      growthRow(after),
    ]
  },
}
