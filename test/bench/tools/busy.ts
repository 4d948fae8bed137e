/** What a person does in three minutes of changing pages. */
import type { Page } from 'puppeteer-core'
import { type Stage, visit, wait } from './stage.ts'

const STEP_MS = 5_000
export const MINUTES = 3
export const CHANGES = (MINUTES * 60_000) / STEP_MS
export const BUSY_IN_WORDS = `${CHANGES} changes in ${MINUTES} minutes, one every ${STEP_MS / 1000} s, in which a tab by turns comes to the front, navigates within its page and loads another page`

const HOSTS = ['www.zeit.de', 'www.coursera.org', 'www.youtube.com', 'www.wikipedia.org', 'github.com']

export type Desk = Stage & { pages: Page[] }

export async function openDesk(stage: Stage): Promise<Desk> {
  const pages = []
  for (const host of HOSTS.slice(0, 3)) pages.push(await visit(stage.browser, `https://${host}/`))
  return Object.assign(stage, { pages })
}

async function change({ browser, pages }: Desk, step: number): Promise<void> {
  const page = pages[Math.floor(step / 3) % pages.length] as Page
  if (step % 3 === 0) await page.bringToFront()
  else if (step % 3 === 1) await page.evaluate((path) => history.pushState({}, '', path), `/moved/${step}`)
  else await browser.goto(page, `https://${HOSTS[step % HOSTS.length]}/page/${step}`)
}

/** The person is there all the while: the mouse moves with each change. */
export async function busy(desk: Desk): Promise<void> {
  const began = performance.now()
  for (let step = 0; step < CHANGES; step += 1) {
    desk.display.input()
    await change(desk, step)
    await wait(Math.max(0, began + (step + 1) * STEP_MS - performance.now()))
  }
}

/** One page in front, for as long; the mouse moves once a minute. */
export async function quiet({ display }: Stage): Promise<void> {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    display.input()
    await wait(60_000)
  }
}

const SCREEN_MS = 15_000
export const READING_IN_WORDS = `a long text is in front for ${MINUTES} minutes, and the person turns to the next screen every ${SCREEN_MS / 1000} s`

/** The address of a text of many screens. */
const TEXT_HOST = 'www.gutenberg.org'
const SENTENCE = 'The harbour lay still in the morning, and nobody had yet come down to the boats. '
export const TEXT_PAGES = { [`${TEXT_HOST}/`]: `<p>${SENTENCE.repeat(20)}</p>`.repeat(80) }

/** Brings the text to the front. */
export async function openText({ browser, pages }: Desk): Promise<void> {
  const page = pages[0] as Page
  await page.bringToFront()
  await browser.goto(page, `https://${TEXT_HOST}/`)
}

export async function read({ display }: Stage): Promise<void> {
  for (let ms = 0; ms < MINUTES * 60_000; ms += SCREEN_MS) {
    await display.type(['Next'], 0)
    await wait(SCREEN_MS)
  }
}
