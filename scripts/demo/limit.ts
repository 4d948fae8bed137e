/** Uses up a limit of one minute a day with 20 seconds left. */
import { calendarDay, MINUTE_MS } from '../../domain/time/local-time.ts'
import type { StoredRule } from '../../domain/firewall/rule.ts'
import type { Span } from '../../domain/record/span.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { command, writeRows } from '../../test/e2e/harness/fill.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { minutes, ruleOf } from '../../test/fixtures/rules.ts'
import { tryToGo, wallsAre } from '../../test/e2e/wall-scene.ts'

const SITE = 'tiktok.com'
const ADDRESS = `https://www.${SITE}/`
const USED_S = 40
const LEFT_S = 20
/** Tolerance for measuring the end from outside, where the browser is polled every 50 ms. */
const TOLERANCE_S = 1.5
/** For which a wall is waited for. */
const LONGEST_MS = 1000 * (LEFT_S + 20)

const OF_SITE = ruleOf({
  targets: [{ type: 'site', site: SITE }],
  bound: minutes(1),
})

/** Time already used. It cannot cross midnight, because the demo runs in a zone where it is evening. */
function usedBefore(minutesAgo: number, seconds: number): Span {
  const start = Date.now() - minutesAgo * MINUTE_MS
  const utcOffsetMinutes = localOffset(start)
  return {
    id: `demo:${start}`,
    day: calendarDay(start, utcOffsetMinutes),
    device: 'demo',
    site: SITE,
    surface: SITE,
    start,
    end: start + 1000 * seconds,
    utcOffsetMinutes,
    origin: 'measured',
  }
}

/** Waits for the wall. Returns after how many seconds it came, and whether that was in time. */
export async function runIntoLimit(browser: TestBrowser): Promise<{ seconds: number; isInTime: boolean }> {
  await writeRows(browser, 'spans', [usedBefore(15, USED_S)])
  await command(browser, 'putRule', { rule: OF_SITE, pin: null })
  const page = await browser.newPage()
  await browser.goto(page, ADDRESS)
  const began = Date.now()
  await wallsAre(browser, 1, LONGEST_MS)
  const seconds = (Date.now() - began) / 1000
  return { seconds, isInTime: Math.abs(seconds - LEFT_S) <= TOLERANCE_S }
}

/**
 * Opens the site whose allowance is used up, and waits for the wall. Nobody touches the demo, so the browser may have
 * taken the last use back, and count none while the person seems to be away: a minute more is recorded before.
 */
export async function goToWall(browser: TestBrowser): Promise<void> {
  await writeRows(browser, 'spans', [usedBefore(30, 60)])
  const rules = (await browser.readDatabase('limits')) as StoredRule[]
  const id = rules.find(({ rule }) => JSON.stringify(rule.targets) === JSON.stringify(OF_SITE.targets))?.id
  if (id === undefined) throw new Error(`There is no rule for ${SITE}.`)
  // Setting the rule again counts what is recorded.
  await command(browser, 'putRule', { rule: { ...OF_SITE, id }, pin: null })
  await tryToGo(browser, await browser.newPage(), ADDRESS)
  await wallsAre(browser, 1)
}
