import { launchChromium } from '../../e2e/harness/chromium.ts'
import type { Part, Row } from '../report/row.ts'
import { runInPage } from '../tools/in-page.ts'
import { pageReadyAfter, popupReadyAfter } from '../tools/ready.ts'
import { seedHistory } from '../tools/seed-history.ts'
import { dismissWelcome, onStage, type Stage, wait } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'

const TIMES = 12
const SETTLE_MS = 3_000
const PAUSE_MS = 300
/** With 40 surfaces a day over five years, about a million spans. */
const SPANS_A_DAY = 550

interface Ready {
  popup: number[]
  today: number[]
}

async function readyTimes(stage: Stage): Promise<Ready> {
  const times: Ready = { popup: [], today: [] }
  for (let time = 0; time < TIMES; time += 1) {
    await wait(PAUSE_MS)
    times.popup.push(await popupReadyAfter(stage))
    await wait(PAUSE_MS)
    times.today.push(await pageReadyAfter(stage, 'dashboard.html#/today'))
  }
  return times
}

/** A slowdown up to this factor counts as unaffected: nobody sees the difference. */
const MOST_TIMES = 1.5

function rows(what: string, quiet: number[], during: number[]): Row[] {
  const times = median(during) / median(quiet)
  return [
    { what: `${what}, nothing else running`, budget: '', unit: 'ms', measured: quiet, met: null },
    {
      what: `${what}, during an import`,
      budget: `≤ ${MOST_TIMES} × as long as without an import`,
      unit: 'ms',
      measured: during,
      met: times <= MOST_TIMES,
      reason: `${times.toFixed(2)} × as long as without an import.`,
    },
  ]
}

export const whileImporting: Part = {
  title: 'Popup and Today page during an import',
  method: `In Chromium, with five years of 40 surfaces and ${SPANS_A_DAY} spans a day: the time from the start of navigation to the mark \`ready\`, for the real popup and the Today page, ${TIMES} times each. First with nothing else running, then while another page of the extension repeatedly replaces a million spans with a million others and undoes that.`,
  measure: () =>
    onStage(launchChromium, {}, async (stage) => {
      const { browser } = stage
      await dismissWelcome(browser)
      await seedHistory(browser, SPANS_A_DAY)
      const page = await browser.openExtensionPage('manifest.json')
      await wait(SETTLE_MS)
      const quiet = await readyTimes(stage)
      await runInPage(page, 'data', 'startImporting')
      const during = await readyTimes(stage)
      const imports = await runInPage<number>(page, 'data', 'stopImporting')
      return [
        ...rows('popup ready', quiet.popup, during.popup),
        ...rows('today ready', quiet.today, during.today),
        { what: 'imports undone during this time', budget: '', unit: '', measured: [imports], met: null },
      ]
    }),
}
