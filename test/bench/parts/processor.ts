import type { Part, Row } from '../report/row.ts'
import {
  busy,
  BUSY_IN_WORDS,
  CHANGES,
  type Desk,
  MINUTES,
  openDesk,
  openText,
  quiet,
  read,
  READING_IN_WORDS,
} from '../tools/busy.ts'
import { type ProcessorTime, spentDuring } from '../tools/processor-time.ts'
import { openLastingEmpty, openLastingZeitwert } from '../tools/restarted.ts'
import { onStages, wait } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'

const PER_CHANGE =
  'Each change causes a look and a transaction, about 6 ms of processor time in the worker. The empty extension does nothing.'
const READING = 'While somebody reads, there is a look every 30 s and a beat every 5 s.'

const ROUNDS = 2
const STILL_ROUNDS = 1
const WARM_UP_MS = 20_000
const OWN_BUDGET_MS = 250
const FACTOR = 1.12

async function openWithout(): Promise<Desk> {
  const stage = await openLastingEmpty()
  await stage.restart()
  await stage.browser.driver.uninstallExtension(new URL(stage.browser.extensionUrl('')).host)
  return openDesk(stage)
}

async function openWithEmpty(): Promise<Desk> {
  const stage = await openLastingEmpty()
  await stage.restart()
  return openDesk(stage)
}

async function openWithZeitwert(): Promise<Desk> {
  const stage = await openLastingZeitwert()
  await stage.restart()
  return openDesk(stage)
}

/** What each desk spent in each round, all of them at the same time. */
async function rounds(
  desks: readonly Desk[],
  act: (desk: Desk) => Promise<void>,
  count = ROUNDS,
): Promise<ProcessorTime[][]> {
  const spent: ProcessorTime[][] = []
  for (let round = 0; round < count; round += 1)
    spent.push(await Promise.all(desks.map((desk) => spentDuring(desk.browser.pid, () => act(desk)))))
  return spent
}

/** Of the desks in their order: without an extension, with the empty one, with Zeitwert. */
const timesOf = (spent: readonly ProcessorTime[][], whose: keyof ProcessorTime): number[][] =>
  [0, 1, 2].map((desk) => spent.map((round) => round[desk]![whose]))

function browserRows(what: string, reason: string, spent: readonly ProcessorTime[][]): Row[] {
  const [without, empty, zeitwert] = timesOf(spent, 'browser') as [number[], number[], number[]]
  const against = (one: number[]) => one.map((ms, round) => ms / without[round]!)
  const measured = against(zeitwert)
  return [
    {
      what: `whole browser, ${what}, compared with no extension`,
      budget: `≤ ${FACTOR} ×`,
      unit: '×',
      measured,
      empty: against(empty),
      met: median(measured) <= FACTOR,
      reason,
    },
    {
      what: `whole browser, ${what}, no extension`,
      budget: '',
      unit: `s in ${MINUTES} minutes`,
      measured: without.map((ms) => ms / 1000),
      met: null,
    },
  ]
}

function ownRow(
  what: string,
  budgetMs: number | null,
  reason: string,
  spent: readonly ProcessorTime[][],
): Row {
  const [, empty, measured] = timesOf(spent, 'extension') as [number[], number[], number[]]
  return {
    what: `the extension’s own process, ${what}`,
    budget: budgetMs === null ? '' : `≤ ${budgetMs} ms`,
    unit: 'ms',
    measured,
    empty,
    met: budgetMs === null ? null : median(measured) <= budgetMs,
    reason,
  }
}

/** What Zeitwert adds while nothing happens. */
function stillRows(spent: readonly ProcessorTime[][]): Row[] {
  const [without, empty, zeitwert] = timesOf(spent, 'browser') as [number[], number[], number[]]
  const more = (one: number[]) => one.map((ms, round) => ms - without[round]!)
  const row = (what: string, measured: number[], beside?: number[]): Row => ({
    what,
    budget: '',
    unit: 'ms',
    measured,
    ...(beside && { empty: beside }),
    met: null,
  })
  return [
    row(
      `whole browser, a page at rest, ${MINUTES} minutes, more than no extension`,
      more(zeitwert),
      more(empty),
    ),
    row(`whole browser, a page at rest, no extension`, without),
  ]
}

export const processor: Part = {
  title: 'Processor time',
  method: `Three Chromium browsers do the same side by side: without an extension, with the empty one, and with Zeitwert. Each was restarted after the installation, so that no page of an extension has run in it. ${ROUNDS} busy rounds: ${BUSY_IN_WORDS}. ${ROUNDS} rounds of reading: ${READING_IN_WORDS}. ${STILL_ROUNDS} round in which nothing happens but that the mouse moves once a minute; a browser then needs so little that a ratio says nothing. The figure is the processor time of all processes of a browser, from \`/proc\`, in steps of 10 ms. The extension’s own process is the one in which its worker runs.`,
  measure: () =>
    onStages([openWithout, openWithEmpty, openWithZeitwert], async (stages) => {
      const desks = stages as Desk[]
      await wait(WARM_UP_MS)
      const busySpent = await rounds(desks, busy)
      await Promise.all(desks.map(openText))
      await wait(WARM_UP_MS)
      const readingSpent = await rounds(desks, read)
      const stillSpent = await rounds(desks, quiet, STILL_ROUNDS)
      return [
        ...browserRows('busy', PER_CHANGE, busySpent),
        ownRow(`${CHANGES} changes in ${MINUTES} minutes`, OWN_BUDGET_MS, PER_CHANGE, busySpent),
        ...browserRows('reading', READING, readingSpent),
        ownRow(`reading, ${MINUTES} minutes`, null, READING, readingSpent),
        ...stillRows(stillSpent),
      ]
    }),
}
