import type { Page } from 'puppeteer-core'
import type { Span } from '../../../domain/record/span'
import { BROWSERS } from '../../e2e/harness/browsers.ts'
import { until } from '../../e2e/harness/until.ts'
import type { Part, Row } from '../report/row.ts'
import { bornAt, clockedPages, focusedAt, moveTo, shownAt } from '../tools/clocked-pages.ts'
import { recordedMs, recordedSpans } from '../tools/recorded.ts'
import { between, dismissWelcome, onStage, type Stage, visit, wait } from '../tools/stage.ts'
import { summary, total } from '../tools/statistics.ts'
import { activateWindow } from '../tools/window-manager.ts'

const LATE =
  'An event takes 10 to 90 ms to reach the worker, longer on a busy processor. With stays of 1 to 5 s, half a per cent is 15 ms.'
const ANNOUNCED =
  'If Chromium itself brings a window to the front, it reports this up to 0.2 s before the window counts as focused, so that only a later look sees the focus.'

const ROUNDS = 4
const BUDGET_MS = 100
const BUDGET_PERCENT = 0.5

/** Hosts, which are also their page titles. */
const VIDEO = 'www.youtube.com'
const COURSE = 'www.coursera.org'

const BY_PERSON = 'windows, by the person'
const BY_BROWSER = 'windows, by the browser'

/** A switch: how, to which surface, and when by the clock of the page. */
interface Switch {
  how: string
  surface: string
  at: number
}

const PAGES = clockedPages(`${VIDEO}/watch`, 'www.zeit.de/', `${COURSE}/`, 'www.wikipedia.org/')

/** Stays on a page for a random time, as a person does. */
const stay = () => wait(between(1_000, 5_000))

/** Brings a page to the front by its tab or its window; returns when that was. */
async function toFront(
  page: Page,
  timeOf: (page: Page) => Promise<number>,
  bring: () => unknown = () => page.bringToFront(),
): Promise<number> {
  const before = await timeOf(page)
  await bring()
  return until('the page is in front', async () => {
    const at = await timeOf(page)
    return at > before && at
  })
}

/** Switches between tabs, by single-page and plain navigation, and between two windows. */
async function switchAbout({ browser, display }: Stage): Promise<Switch[]> {
  const made: Switch[] = []
  const note = async (how: string, surface: string, at: number) => {
    made.push({ how, surface, at })
    display.input() // otherwise the person would count as away after two minutes
    await stay()
  }
  const video = await visit(browser, `https://${VIDEO}/watch`)
  const news = await visit(browser, 'https://www.zeit.de/')
  const window = await browser.driver.newPage({ type: 'window' })
  await browser.goto(window, `https://${COURSE}/`)
  await note('', 'coursera.org', await bornAt(window))
  for (let round = 0; round < ROUNDS; round += 1) {
    await note(BY_BROWSER, 'zeit.de', await toFront(news, focusedAt))
    await note('tabs', 'youtube.com/watch', await toFront(video, shownAt))
    await note('navigation within a page', 'youtube.com/shorts', await moveTo(video, '/shorts/1'))
    await note('navigation within a page', 'youtube.com/watch', await moveTo(video, '/watch'))
    await note(BY_BROWSER, 'coursera.org', await toFront(window, focusedAt))
    await note(
      BY_PERSON,
      'youtube.com/watch',
      await toFront(video, focusedAt, () => activateWindow(display, VIDEO)),
    )
    await note(
      BY_PERSON,
      'coursera.org',
      await toFront(window, focusedAt, () => activateWindow(display, COURSE)),
    )
    await browser.goto(window, 'https://www.wikipedia.org/')
    await note('page loads', 'wikipedia.org', await bornAt(window))
    await browser.goto(window, `https://${COURSE}/`)
    await note('page loads', 'coursera.org', await bornAt(window))
  }
  return made
}

const errorOf = ({ surface, at }: Switch, spans: readonly Span[]): number =>
  Math.min(...spans.filter((span) => span.surface === surface).map(({ start }) => Math.abs(start - at)))

/** The time recorded for a wrong surface or for none, in percent of the total. */
function percentWrong(made: readonly Switch[], spans: readonly Span[]): number {
  const from = made[0]!.at
  const to = made.at(-1)!.at
  const surfaces = [...new Set(made.map(({ surface }) => surface))]
  const errors = surfaces.map((surface) => {
    const stays = made.map(({ at }, index) => (made[index + 1]?.at ?? at) - at)
    const truth = total(stays.filter((_, index) => made[index]?.surface === surface))
    const own = spans.filter((span) => span.surface === surface)
    return Math.abs(recordedMs(own, from, to) - truth)
  })
  return (100 * total(errors)) / (to - from)
}

async function rowsIn({ name, launch }: (typeof BROWSERS)[number]): Promise<Row[]> {
  return onStage(launch, { pages: PAGES }, async (stage) => {
    await dismissWelcome(stage.browser)
    const made = await switchAbout(stage)
    const spans = await recordedSpans(stage.browser)
    const kinds = [...new Set(made.map(({ how }) => how))].filter(Boolean)
    const percent = percentWrong(made, spans)
    return [
      ...kinds.map((kind): Row => {
        const measured = made.filter(({ how }) => how === kind).map((one) => errorOf(one, spans))
        const met = summary(measured).max <= BUDGET_MS
        const reason = kind === BY_BROWSER && name === 'Chromium' ? ANNOUNCED : LATE
        return {
          what: `${kind}, ${name}`,
          budget: `each ≤ ${BUDGET_MS} ms`,
          unit: 'ms',
          measured,
          met,
          reason,
        }
      }),
      {
        what: `total error, ${name}`,
        budget: `≤ ${BUDGET_PERCENT} % of the total`,
        unit: '%',
        measured: [percent],
        met: percent <= BUDGET_PERCENT,
        reason: LATE,
      },
    ]
  })
}

export const switching: Part = {
  title: 'Switching between pages',
  method: `${ROUNDS} rounds of nine switches, each followed by a stay of 1 to 5 s. The error is the time between the switch and the start of the recorded span. The time of the switch comes from the page that comes to the front: its first script, its event \`visibilitychange\` or \`focus\`, or the instant before its \`pushState\`. “By the person” means that the window manager brings the window to the front; “by the browser” means that the browser does so itself, as when an extension or the tab search asks for it.`,
  measure: async () => {
    const rows: Row[] = []
    for (const browser of BROWSERS) rows.push(...(await rowsIn(browser)))
    return rows
  },
}
