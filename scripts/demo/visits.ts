/** Visits six pages of five sites under their real host names, served by the stand-in server. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { SOUND } from '../../test/e2e/harness/sound.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { until } from '../../test/e2e/harness/until.ts'
import { openSpan } from '../../test/e2e/open-span.ts'

interface Stop {
  what: string
  address: string
  surface: string
  seconds: number
  /** The page changes its own address, without a load. */
  isMove?: boolean
}

const STOPS: readonly Stop[] = [
  { what: 'a feed', address: 'https://www.reddit.com/', surface: 'reddit.com', seconds: 6 },
  {
    what: 'a video with sound',
    address: 'https://www.youtube.com/watch?v=1',
    surface: 'youtube.com/watch',
    seconds: 5,
  },
  {
    what: 'its short videos',
    address: 'https://www.youtube.com/shorts/1',
    surface: 'youtube.com/shorts',
    seconds: 4,
    isMove: true,
  },
  { what: 'news', address: 'https://www.tagesschau.de/', surface: 'tagesschau.de', seconds: 5 },
  {
    what: 'learning',
    address: 'https://www.coursera.org/learn/statistics',
    surface: 'coursera.org',
    seconds: 6,
  },
  { what: 'an AI assistant', address: 'https://chatgpt.com/', surface: 'chatgpt.com', seconds: 4 },
]

/** Pages of the stand-in server that show more than the site's name. */
export const PAGES = { 'www.youtube.com/watch': SOUND }

export interface Visit {
  surface: string
  from: number
}

/** Visits all stops in order. Returns when each came to the front. */
export async function visitAll(browser: TestBrowser, tell: (line: string) => void): Promise<Visit[]> {
  const page = await browser.newPage()
  const visits: Visit[] = []
  for (const stop of STOPS) {
    await goTo(browser, page, stop)
    visits.push({ surface: stop.surface, from: Date.now() })
    tell(`${stop.address}, ${stop.what}, ${stop.seconds} s`)
    await sleep(stop.seconds * 1000) // the time itself is what is recorded
  }
  return visits
}

async function goTo(browser: TestBrowser, page: Page, { address, isMove }: Stop): Promise<void> {
  if (!isMove) return browser.goto(page, address)
  await page.evaluate((path) => {
    document.querySelector('audio')?.pause()
    history.pushState({}, '', path)
  }, new URL(address).pathname)
}

/** Brings the last stop to the front again. */
export async function goToLastStop(browser: TestBrowser): Promise<void> {
  const stop = STOPS.at(-1) as Stop
  await goTo(browser, await browser.newPage(), stop)
  await until(
    `${stop.surface} is being recorded`,
    async () => (await openSpan(browser))?.surface === stop.surface,
  )
}

/** How long each surface was in front, up to `end`. */
export const secondsInFront = (visits: readonly Visit[], end: number): Map<string, number> =>
  new Map(visits.map(({ surface, from }, i) => [surface, ((visits[i + 1]?.from ?? end) - from) / 1000]))
