/** Uses up a limit of one minute a day with 20 seconds left. */
import { calendarDay, MINUTE_MS } from '../../domain/time/local-time.ts'
import type { Span } from '../../domain/record/span.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { command, writeRows } from '../../test/e2e/harness/fill.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { minutes, ruleOf } from '../../test/fixtures/rules.ts'
import { wallsAre } from '../../test/e2e/wall-scene.ts'

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

/** The time already used. It cannot cross midnight, because the demo runs in a zone where it is evening. */
function usedBefore(start: number): Span {
  const utcOffsetMinutes = localOffset(start)
  return {
    id: `demo:${start}`,
    day: calendarDay(start, utcOffsetMinutes),
    device: 'demo',
    site: SITE,
    surface: SITE,
    start,
    end: start + 1000 * USED_S,
    utcOffsetMinutes,
    origin: 'measured',
  }
}

/** Waits for the wall. Returns after how many seconds it came, and whether that was in time. */
export async function runIntoLimit(browser: TestBrowser): Promise<{ seconds: number; isInTime: boolean }> {
  await writeRows(browser, 'spans', [usedBefore(Date.now() - 15 * MINUTE_MS)])
  await command(browser, 'putRule', { rule: OF_SITE, pin: null })
  const page = await browser.newPage()
  await browser.goto(page, ADDRESS)
  const began = Date.now()
  await wallsAre(browser, 1, LONGEST_MS)
  const seconds = (Date.now() - began) / 1000
  return { seconds, isInTime: Math.abs(seconds - LEFT_S) <= TOLERANCE_S }
}

/**
 * Opens the site whose allowance is used up, and waits for the wall. It may take as long as before: nobody touches the
 * demo, so after two minutes the browser takes the last use back.
 */
export async function goToWall(browser: TestBrowser): Promise<void> {
  const page = await browser.newPage()
  await browser.goto(page, ADDRESS).catch(() => undefined) // the wall may be there before the page has loaded
  await wallsAre(browser, 1, LONGEST_MS)
}
