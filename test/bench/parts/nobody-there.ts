import { BROWSERS } from '../../e2e/harness/browsers.ts'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import { command } from '../../e2e/harness/fill.ts'
import type { Part, Row } from '../report/row.ts'
import { dismissWelcome, onStages, openStage, type Stage, visit, wait } from '../tools/stage.ts'

const SETTLE_MS = 75_000
/** More than two alarm periods. */
const WATCH_MS = 65_000
/** A worker that is woken stays awake for 30 s, so no wake-up is missed. */
const INTERVAL_MS = 500
/** The shortest and the longest idle time that the settings allow. */
const IDLE_SECONDS = { least: 15, most: 600 }

/** From one to the other a nudge comes. */
const AI_TOOL = 'https://chatgpt.com/'
const FEED = 'https://www.reddit.com/'
/** Longer than it takes to record a page. */
const SEEN_MS = 3_000

interface Absence {
  what: string
  launch: (typeof BROWSERS)[number]['launch']
  idleSeconds: number
  isPageInFront: boolean
}

const ABSENCES: Absence[] = [
  ...BROWSERS.map(({ name, launch }) => ({
    what: `an empty tab in front, ${name}`,
    launch,
    idleSeconds: IDLE_SECONDS.most,
    isPageInFront: false,
  })),
  {
    what: 'a page in front and nobody at the computer, Chromium',
    launch: launchChromium,
    idleSeconds: IDLE_SECONDS.least,
    isPageInFront: true,
  },
]

/** How long the worker is awake, in s; the check does not wake it. */
async function awake({ browser }: Stage): Promise<number> {
  await wait(SETTLE_MS)
  let times = 0
  for (let passed = 0; passed < WATCH_MS; passed += INTERVAL_MS) {
    await wait(INTERVAL_MS)
    if (await browser.isWorkerAwake()) times += 1
  }
  return (times * INTERVAL_MS) / 1000
}

async function openAbsence({ launch, idleSeconds, isPageInFront }: Absence): Promise<Stage> {
  const stage = await openStage(launch)
  const { browser } = stage
  await dismissWelcome(browser)
  await command(browser, 'changeSettings', { idleSeconds, asksWorth: true, nudges: true })
  await visit(browser, AI_TOOL)
  await wait(SEEN_MS)
  await visit(browser, FEED)
  await wait(SEEN_MS)
  if (!isPageInFront) await browser.newPage()
  return stage
}

export const nobodyThere: Part = {
  title: 'Worker while nobody is there',
  method: `The measurement starts at least ${SETTLE_MS / 1000} s after the last activity and lasts ${WATCH_MS / 1000} s. The browser’s own list shows whether the worker runs; reading it neither wakes the worker nor keeps it awake. “Nobody at the computer” means no input on a real display, with an idle time of ${IDLE_SECONDS.least} s. With an empty tab in front, the idle time is so long that the person counts as present. Questions about visits and nudges are switched on, and the last two pages were an AI tool and a feed.`,
  measure: () =>
    onStages(
      ABSENCES.map((absence) => () => openAbsence(absence)),
      (stages) =>
        Promise.all(
          stages.map(async (stage, index): Promise<Row> => {
            const { what } = ABSENCES[index] as Absence
            const seconds = await awake(stage)
            return { what, budget: 'never awake', unit: 's awake', measured: [seconds], met: seconds === 0 }
          }),
        ),
    ),
}
