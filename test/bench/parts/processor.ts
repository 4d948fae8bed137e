import type { Page } from 'puppeteer-core'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import type { Part, Row } from '../report/row.ts'
import { emptyExtension } from '../tools/empty-extension.ts'
import { type ProcessorTime, spentDuring } from '../tools/processor-time.ts'
import { dismissWelcome, onStages, openStage, pass, type Stage, visit } from '../tools/stage.ts'
import { median, total } from '../tools/statistics.ts'

const CHANGES =
  'Each of the 30 changes a minute is a look and a transaction of its own, about 7–10 ms of processor time in the worker; an empty extension does nothing with them.'
const STILL =
  'A browser in which nothing happens needs so little that a look every 30 s and a beat every 5 s can be seen in it.'

const ROUND_MS = 60_000
const BUSY_ROUNDS = 3
const QUIET_ROUNDS = 2
const STEP_MS = 2_000
const WARM_UP_MS = 20_000
const OWN_BUDGET_MS = 250

const HOSTS = ['www.zeit.de', 'www.coursera.org', 'www.youtube.com', 'www.wikipedia.org', 'github.com']

type Desk = Stage & { pages: Page[] }

async function openDesk(stage: Stage): Promise<Desk> {
  const pages = []
  for (const host of HOSTS.slice(0, 3)) pages.push(await visit(stage.browser, `https://${host}/`))
  return Object.assign(stage, { pages })
}

async function openWithout(): Promise<Desk> {
  const stage = await openStage(launchChromium, { extensionDir: await emptyExtension('chrome-mv3') })
  const { browser } = stage
  await browser.driver.uninstallExtension(new URL(browser.extensionUrl('')).host)
  return openDesk(stage)
}

const openWithEmpty = async (): Promise<Desk> =>
  openDesk(await openStage(launchChromium, { extensionDir: await emptyExtension('chrome-mv3') }))

async function openWithZeitwert(): Promise<Desk> {
  const stage = await openStage(launchChromium)
  await dismissWelcome(stage.browser)
  return openDesk(stage)
}

/** Every two seconds a tab comes to the front, moves within its page or loads another. */
async function busy({ browser, pages }: Desk): Promise<void> {
  const until = performance.now() + ROUND_MS
  for (let step = 0; performance.now() < until - STEP_MS; step += 1) {
    const page = pages[Math.floor(step / 3) % pages.length] as Page
    const began = performance.now()
    if (step % 3 === 0) await page.bringToFront()
    else if (step % 3 === 1) await page.evaluate((path) => history.pushState({}, '', path), `/moved/${step}`)
    else await browser.goto(page, `https://${HOSTS[step % HOSTS.length]}/page/${step}`)
    await pass(STEP_MS - (performance.now() - began))
  }
  await pass(until - performance.now())
}

const quiet = (): Promise<void> => pass(ROUND_MS)

async function rounds(
  desks: readonly Desk[],
  count: number,
  act: (desk: Desk) => Promise<void>,
): Promise<ProcessorTime[][]> {
  const spent: ProcessorTime[][] = []
  for (let round = 0; round < count; round += 1) {
    for (const { display } of desks) display.input()
    spent.push(await Promise.all(desks.map((desk) => spentDuring(desk.browser.pid, () => act(desk)))))
  }
  return spent
}

/** Rows of three desks side by side: without an extension, with the empty one, with Zeitwert. */
function rowsOf(what: string, factor: number, reason: string, spent: readonly ProcessorTime[][]): Row[] {
  const [without, empty, zeitwert] = [0, 1, 2].map((desk) => spent.map((round) => round[desk]!.browser))
  const times = (one: number[]) => one.map((ms, round) => ms / without![round]!)
  const measured = times(zeitwert!)
  const seconds = without!.map((ms) => ms / 1000)
  return [
    {
      what: `whole browser, ${what}, against no extension`,
      budget: `≤ ${factor} ×`,
      unit: '×',
      measured,
      empty: times(empty!),
      met: median(measured) <= factor,
      reason,
    },
    {
      what: `whole browser, ${what}, no extension`,
      budget: '',
      unit: 's a minute',
      measured: seconds,
      met: null,
    },
  ]
}

function ownRow(spent: readonly ProcessorTime[][]): Row {
  const own = (desk: number) => total(spent.map((round) => round[desk]!.extension))
  return {
    what: 'the extension’s own processes, three busy minutes',
    budget: `≤ ${OWN_BUDGET_MS} ms`,
    unit: 'ms',
    measured: [own(2)],
    empty: [own(1)],
    met: own(2) <= OWN_BUDGET_MS,
    reason: CHANGES,
  }
}

export const processor: Part = {
  title: 'Processor time',
  method: `Three Chromium browsers do the same side by side in ${BUSY_ROUNDS} busy and ${QUIET_ROUNDS} quiet rounds of ${ROUND_MS / 1000} s: without an extension, with the empty one, with Zeitwert. Busy means that every ${STEP_MS / 1000} s a tab comes to the front, moves within its page or loads another; quiet means one page in front. Counted is the processor time of all processes of each, from \`/proc\`.`,
  measure: () =>
    onStages([openWithout, openWithEmpty, openWithZeitwert], async (stages) => {
      const desks = stages as Desk[]
      await pass(WARM_UP_MS)
      const busySpent = await rounds(desks, BUSY_ROUNDS, busy)
      const quietSpent = await rounds(desks, QUIET_ROUNDS, quiet)
      return [
        ...rowsOf('busy', 1.12, CHANGES, busySpent),
        ownRow(busySpent),
        ...rowsOf('quiet reading', 1.2, STILL, quietSpent),
      ]
    }),
}
