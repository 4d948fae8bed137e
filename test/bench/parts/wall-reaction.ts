import { minutesADay, newRule, type Rule } from '../../../domain/firewall/rule.ts'
import { BROWSERS } from '../../e2e/harness/browsers.ts'
import { command } from '../../e2e/harness/fill.ts'
import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { until } from '../../e2e/harness/until.ts'
import { seedVisits } from '../../e2e/seed.ts'
import type { Part, Row } from '../report/row.ts'
import { summary } from '../tools/statistics.ts'
import { between, dismissWelcome, onStage, visit, wait } from '../tools/stage.ts'

const ALLOWANCE_S = 60
const TRIALS = 8
const TRIALS_AFTER_A_KILL = 2
const BUDGET_MS = 1_000

const KILLED =
  'A worker that is killed less than half a minute before the end wakes at its next alarm or at the next browser event.'

const ruleFor = (site: string): Rule => newRule([{ type: 'site', site }], minutesADay(ALLOWANCE_S / 60))

/** Records in an extension page when the address of a tab becomes that of the wall. */
const watchWalls = (browser: TestBrowser): Promise<void> =>
  browser.evaluate(() => {
    const seen: number[] = []
    Object.assign(globalThis, { seen })
    chrome.tabs.onUpdated.addListener((_id, { url }) => {
      if (url?.endsWith('/wall.html')) seen.push(Date.now())
    })
  })

const wallsSeen = (browser: TestBrowser): Promise<number[]> =>
  browser.evaluate(() => (globalThis as unknown as { seen: number[] }).seen)

interface Counting {
  meter: { attention: { open: { start: number; surface: string } | null } | null }
}

/** Time from the end of a site's allowance until its tab is at the wall, ms. */
async function reaction(
  browser: TestBrowser,
  site: string,
  leftS: number,
  isKilled: boolean,
): Promise<number> {
  const page = await visit(browser, `https://www.${site}/`)
  await seedVisits(browser, [{ surface: site, minutesAgo: 20, seconds: ALLOWANCE_S - leftS }])
  const before = (await wallsSeen(browser)).length
  await command(browser, 'putRule', { rule: ruleFor(site), pin: null })
  const rules = (await browser.readDatabase('limits')) as { id: string; rule: Rule }[]
  const { id } = rules.find(({ rule }) => JSON.stringify(rule.targets).includes(site))!
  const start = await until('the rule counts', async () => {
    const [state] = (await browser.readDatabase('guard')) as Counting[]
    const open = state?.meter.attention?.open
    return open?.surface === id && open.start
  })
  const endsAt = start + 1000 * leftS
  // Killed before the last 30 s, for which the worker uses a timer instead of an alarm.
  if (isKilled) {
    await wait(between(2_000, 8_000))
    await browser.killWorker()
  }
  const shownAt = await until(
    `${site} is at the wall`,
    async () => (await wallsSeen(browser))[before],
    1000 * leftS + 40_000,
  )
  await page.close()
  return shownAt - endsAt
}

async function rowsIn({ name, launch }: (typeof BROWSERS)[number]): Promise<Row[]> {
  return onStage(launch, {}, async ({ browser }) => {
    await dismissWelcome(browser)
    await watchWalls(browser)
    await command(browser, 'changeSettings', { idleSeconds: 600 }) // there is no input during the trials
    const awake: number[] = []
    for (let trial = 0; trial < TRIALS; trial += 1)
      awake.push(await reaction(browser, `awake${trial}.com`, between(2, 4), false))
    const killed: number[] = []
    for (let trial = 0; trial < TRIALS_AFTER_A_KILL; trial += 1)
      killed.push(await reaction(browser, `killed${trial}.com`, between(42, 48), true))
    const row = (what: string, measured: number[]): Row => ({
      what: `${what}, ${name}`,
      budget: `each ≤ ${BUDGET_MS} ms`,
      unit: 'ms',
      measured,
      met: summary(measured).max <= BUDGET_MS && summary(measured).min >= 0,
      reason: KILLED,
    })
    return [row('the worker runs', awake), row('the worker was killed before', killed)]
  })
}

export const wallReaction: Part = {
  title: 'From the end of an allowance to the wall',
  method: `A page is in front whose site has an allowance of one minute a day: ${TRIALS} times with 2 to 4 s left, and ${TRIALS_AFTER_A_KILL} times with 42 to 48 s left and the worker killed within the first 10 s. The figure is the time from the instant at which the allowance is used up to the browser’s report that the tab has the wall’s address.`,
  measure: async () => {
    const rows: Row[] = []
    for (const browser of BROWSERS) rows.push(...(await rowsIn(browser)))
    return rows
  },
}
