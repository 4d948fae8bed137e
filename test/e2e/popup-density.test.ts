/** What the popup shows at once, in its largest size of 360 × 600 px. */
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../domain/surface/kind.ts'
import { EVERY_DAY } from '../../domain/firewall/rule.ts'
import { minutes } from '../fixtures/rules.ts'
import { calendarDay } from '../../domain/time/local-time.ts'
import { firstDayOfWeek } from '../../domain/time/week.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { promiseOf } from '../fixtures/commitments.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import type { Launch } from './harness/place.ts'
import type { Popup } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { inLongestLanguage } from './longest-language.ts'
import { recording, type Scene, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { putRule, ruleOf } from './wall-scene.ts'

const FRONT = 'coursera.org'

/** Rules that close nothing, with long names. */
const RULES = [
  ruleOf({
    targets: [
      { type: 'kind', kind: 'companion' },
      { type: 'kind', kind: 'shopping' },
      { type: 'kind', kind: 'learning' },
    ],
    bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(95) } },
  }),
  ruleOf({
    targets: [{ type: 'site', site: 'somewhat-long-site-name-which-never-ends.example.co.uk' }],
    bound: { type: 'money', currency: 'EUR', allowance: { per: 'week', of: 100_000 } },
  }),
  ruleOf({
    targets: [{ type: 'kind', kind: 'games' }],
    bound: { type: 'opens', allowance: { per: 'day', of: EVERY_DAY(9) } },
  }),
]

/**
 * A visit to a site of every kind, a fifth of a second on one that was only met at its wall, more limits than are shown,
 * and a feed that is due for cleaning.
 */
async function seed({ browser }: Scene): Promise<void> {
  await setRate(browser)
  for (const kind of KINDS)
    await command(browser, 'changeSurface', { surface: `${kind}.example`, change: { kind } })
  const visits = KINDS.map((kind, index) => ({
    surface: `${kind}.example`,
    seconds: 730 - 20 * index,
    minutesAgo: 170 - 12 * index,
  }))
  await seedVisits(browser, [...visits, { surface: 'met-at-its-wall.example', seconds: 0.2, minutesAgo: 1 }])
  for (const rule of [...RULES, ruleOf({ bound: minutes(600) })]) await putRule(browser, rule)
  await command(browser, 'changeSettings', {
    cleanings: { 'facebook.com': { interval: 'quarterly', done: ['2025-01-01'] } },
  })
}

/** A goal of this week with the longest name. */
const seedGoal = ({ browser }: Scene): Promise<void> => {
  const week = firstDayOfWeek(calendarDay(Date.now(), localOffset(Date.now())), 0)
  return writeRows(browser, 'commitments', [
    promiseOf({ week, dayStartHour: 0, kind: 'companion', type: 'least', minutes: 1395 }),
  ])
}

/** The popup over the page in front. */
async function openPopup({ browser }: Scene): Promise<Popup> {
  const page = await browser.newPage()
  await browser.goto(page, `https://www.${FRONT}/`)
  await recording(browser, FRONT)
  return browser.openPopup()
}

/** What is on screen at once: everything between the top of the window and the footer. */
const seen = (popup: Popup) =>
  popup.evaluate((view) => {
    const all = (selector: string) => [...view.document.querySelectorAll(selector)]
    const height = (element: Element) => Math.round(element.getBoundingClientRect().height)
    const edge = view.document.querySelector('footer')?.getBoundingClientRect().top ?? 0
    const rows = all('.surfaces > [data-surface]')
    const legend = all('.kind-bar li').map((item) => Math.round(item.getBoundingClientRect().top))
    return {
      // A window that just opened may still be on its way to its size.
      isMeasured:
        view.innerWidth === 360 &&
        view.innerHeight === 600 &&
        view.document.querySelector('.kind-bar ul:not(.cut)') !== null,
      isWide: view.document.documentElement.scrollWidth > view.innerWidth,
      whole: rows.filter((row) => row.getBoundingClientRect().bottom <= edge).length,
      rowHeights: [...new Set(rows.slice(0, 5).map(height))],
      surfaces: rows.map((row) => row.getAttribute('data-surface') ?? ''),
      legendLines: new Set(legend).size,
      legend: all('.kind-bar li').length,
      /** How many rows lie above each question. */
      aboveQuestions: all('.popup-questions fieldset').map(
        (question) =>
          rows.filter((row) => row.getBoundingClientRect().bottom <= question.getBoundingClientRect().top)
            .length,
      ),
      more: all('.kind-bar button').length,
      limits: all('.limits li').map(height),
      goals: all('.limits [data-goal]').length,
    }
  })

type Seen = Awaited<ReturnType<typeof seen>>

/** How long nothing may change before the popup counts as at rest. */
const REST_MS = 300

/** Waits until the popup shows what is expected, with its legend measured for the window, and is at rest. */
function atRest(popup: Popup, what: string, isExpected: (now: Seen) => boolean): Promise<Seen> {
  let [before, since] = ['', 0]
  const look = async () => {
    const now = await seen(popup)
    const text = JSON.stringify(now)
    if (text !== before) [before, since] = [text, performance.now()]
    return now.isMeasured && isExpected(now) && performance.now() - since >= REST_MS && now
  }
  return until(what, look, undefined, async () => before)
}

const LANGUAGES = ['English', 'German', 'the longest language'] as const

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const inLongest: Launch = async (options) => {
    const extensionDir = await inLongestLanguage(name === 'Chromium' ? 'chrome-mv3' : 'firefox-mv3')
    return launch({ ...options, extensionDir })
  }

  describe.each(LANGUAGES)('in %s', (language) => {
    const scene = useScene(
      language === 'the longest language' ? inLongest : launch,
      language === 'German' ? { lang: 'de' } : {},
    )

    const [limits, withGoal] = language === 'German' ? ['two limits, a goal', true] : ['three limits', false]

    test(`with ${limits} and every kind, the page in front and four more sites are whole`, async () => {
      await seed(scene)
      if (withGoal) await seedGoal(scene)
      const popup = await openPopup(scene)
      const {
        isMeasured: _isMeasured,
        whole: _whole,
        surfaces,
        limits: heights,
        rowHeights,
        legend,
        ...more
      } = await atRest(
        popup,
        'the limits are there and five rows are whole',
        ({ limits: rows, goals, whole }) =>
          rows.length === RULES.length + 1 && goals === Number(withGoal) && whole >= 5,
      )
      expect(surfaces[0]).toBe(FRONT)
      expect(surfaces).not.toContain('met-at-its-wall.example')
      expect(rowHeights).toEqual([44])
      expect(heights.every((height) => height <= 28)).toBe(true)
      expect(legend).toBeLessThan(KINDS.length)
      expect(more).toEqual({
        isWide: false,
        legendLines: 2,
        more: 1,
        goals: Number(withGoal),
        aboveQuestions: [],
      })
      await popup.close()
    })

    test('with both questions as well, the same rows are whole, and the questions lie below the first five', async () => {
      const { browser } = scene
      await seedVisits(browser, [{ surface: 'hobby.example', seconds: 660, minutesAgo: 25 }])
      await command(browser, 'changeSettings', { asksWorth: true })
      const popup = await openPopup(scene)
      const { rowHeights, ...now } = await atRest(
        popup,
        'both questions are asked and five rows are whole',
        ({ limits: rows, aboveQuestions, whole }) =>
          rows.length === RULES.length + 1 && aboveQuestions.length === 2 && whole >= 5,
      )
      expect(now.aboveQuestions).toEqual([5, 5])
      expect(now.surfaces[0]).toBe(FRONT)
      expect(rowHeights).toEqual([44])
      expect(now.isWide).toBe(false)
      await popup.close()
    })
  })
})
