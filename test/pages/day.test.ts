/** The page of a day: its corrections, each with its way back, and what it says without a record. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Span } from '../../domain/record/span'
import { until } from '../e2e/harness/until.ts'
import {
  click,
  field,
  fillIn,
  focused,
  openOwnPage,
  press,
  problemAt,
  textOf,
  valueIn,
} from '../e2e/own-page.ts'
import { closedSpans, secondsOf } from '../e2e/scene.ts'
import { seedVisits, setRate } from '../e2e/seed.ts'
import { clockAgo, holdStore, isThere, row, STRIP, TODAY, totalIs, unfold, VISITS } from './day-page.ts'
import { PLACES } from './harness/page-scene.ts'

const YESTERDAY = 'PT900S'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page
  let before: Span[]

  const undo = async () => {
    await until('Undo has the focus', async () => (await focused(page)) === 'Undo')
    await page.keyboard.press('Enter')
    await until(
      'the correction is undone',
      async () => (await textOf(page, '.undo-bar [role=status]')) === 'Everything is back as it was.',
    )
    await totalIs(page, TODAY)
    expect(await closedSpans(scene.browser)).toEqual(before)
  }

  beforeAll(async () => {
    await setRate(scene.browser)
    await seedVisits(scene.browser, VISITS)
    before = await closedSpans(scene.browser)
    page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await isThere(page, STRIP)
  })
  afterAll(() => page.close())

  test('deleting a span of a visit changes the figures, and undo restores them', async () => {
    await unfold(page, 'github.com')
    await page.evaluate((item) => {
      const boxes = [...document.querySelectorAll<HTMLElement>(`${item} input[type=checkbox]`)]
      for (const box of boxes.slice(0, -1)) box.click()
    }, row('github.com'))
    await press(page, 'Delete', row('github.com'))
    const last = before.findLast(({ surface }) => surface === 'github.com') as Span
    await totalIs(page, `PT${2220 - secondsOf(last)}S`)
    expect(await textOf(page, '.undo-bar [role=status]')).toMatch(/^Deleted: GitHub, /)
    expect(await closedSpans(scene.browser)).toHaveLength(before.length - 1)
    await undo()
  })

  test('a visit can be moved to another site by its name, and undone', async () => {
    await unfold(page, 'wikipedia.org')
    await fillIn(page, 'Move it to another site', 'no such site', row('wikipedia.org'))
    await press(page, 'Move', row('wikipedia.org'))
    await until('the field says that there is no such site', async () =>
      (await problemAt(page, 'Move it to another site', row('wikipedia.org')))?.startsWith(
        'This is not a site.',
      ),
    )
    await fillIn(page, 'Move it to another site', 'youtube shorts', row('wikipedia.org'))
    await press(page, 'Move', row('wikipedia.org'))
    await until('the span has the other site', async () => {
      const spans = await closedSpans(scene.browser)
      return spans.at(-1)?.surface === 'youtube.com/shorts'
    })
    await until('the list follows', () =>
      page.evaluate((item) => document.querySelectorAll(item).length === 2, row('youtube.com/shorts')),
    )
    await totalIs(page, TODAY)
    await undo()
  })

  test('a known name that is sent before the known names are read is found', async () => {
    const release = await holdStore(page, 'ratings')
    await unfold(page, 'wikipedia.org')
    await fillIn(page, 'Move it to another site', 'youtube shorts', row('wikipedia.org'))
    await press(page, 'Move', row('wikipedia.org'))
    expect(await page.$(`${row('wikipedia.org')} datalist option`)).toBeNull()
    await release()
    await until('the span has the other site', async () => {
      const spans = await closedSpans(scene.browser)
      return spans.at(-1)?.surface === 'youtube.com/shorts'
    })
    await undo()
  })

  describe('the edges of a visit', () => {
    const ROW = row('youtube.com/shorts')
    /** When the visit to YouTube Shorts begins and ends, as the page writes it. */
    const typed = async () => [await valueIn(page, 'Beginning', ROW), await valueIn(page, 'End', ROW)]

    test('that move inwards shorten it, by keyboard alone, and undo restores it', async () => {
      await unfold(page, 'youtube.com/shorts')
      const edges = await typed()
      await fillIn(page, 'Beginning', clockAgo(110), ROW)
      expect(await problemAt(page, 'Beginning', ROW)).toBeNull()
      await until('the form says what falls away', async () =>
        /^Removes (9|10).min\.$/.test((await textOf(page, `${ROW} .edge-form [role=status]`)) ?? ''),
      )
      await fillIn(page, 'End', clockAgo(105), ROW)
      await until('Tab leads from the end to the button', async () => (await focused(page)) === 'Change')
      await page.keyboard.press('Enter')
      await until('the page says what changed', async () =>
        (await textOf(page, '.undo-bar [role=status]'))?.startsWith('Changed: YouTube Shorts, now '),
      )
      const [span] = (await closedSpans(scene.browser)).filter(
        ({ surface }) => surface === 'youtube.com/shorts',
      ) as [Span]
      expect(span.end - span.start).toBe(300_000)
      expect(span.origin).toBe('measured')
      await totalIs(page, `PT${2220 - 900}S`)
      await undo()
      await unfold(page, 'youtube.com/shorts')
      expect(await typed()).toEqual(edges)
    })

    test('that move outwards gain time marked as entered, and undo restores it', async () => {
      await fillIn(page, 'End', clockAgo(90), ROW)
      await until('the form says what is added', async () =>
        (await textOf(page, `${ROW} .edge-form [role=status]`))?.includes('marked as entered by hand'),
      )
      await press(page, 'Change', ROW)
      await until(
        'the gain is in the list',
        async () => (await textOf(page, `${ROW} .mark`)) === 'entered by hand',
      )
      const gained = (await closedSpans(scene.browser)).filter(({ origin }) => origin === 'entered')
      expect(gained.map(({ surface }) => surface)).toEqual(['youtube.com/shorts'])
      expect(gained[0]?.start).toBe(before.find(({ surface }) => surface === 'youtube.com/shorts')?.end)
      await undo()
    })

    test('that reach into another visit, the future or nothing are refused in words where they are typed', async () => {
      await unfold(page, 'youtube.com/shorts')
      await fillIn(page, 'Beginning', clockAgo(150), ROW)
      await until('the field names the other visit', async () =>
        /^GitHub is recorded until .+\. Begin then or later\.$/.test(
          (await problemAt(page, 'Beginning', ROW)) ?? '',
        ),
      )
      await press(page, 'Change', ROW)
      expect(await closedSpans(scene.browser)).toEqual(before)
      await fillIn(page, 'Beginning', clockAgo(118), ROW)
      await fillIn(page, 'End', clockAgo(58), ROW)
      await until('the field names the next visit', async () =>
        /^Wikipedia is recorded from .+ on\./.test((await problemAt(page, 'End', ROW)) ?? ''),
      )
      await fillIn(page, 'End', 'soon', ROW)
      await until('the field asks for a time', async () =>
        (await problemAt(page, 'End', ROW))?.startsWith('Type a time'),
      )
      await unfold(page, 'wikipedia.org')
      const other = row('wikipedia.org')
      await fillIn(page, 'End', clockAgo(-5), other)
      await until('the field says that this is to come', async () =>
        /still to come|ends at/.test((await problemAt(page, 'End', other)) ?? ''),
      )
    })
  })

  test('a missing stretch is entered only where nothing is recorded, and is marked as entered', async () => {
    await click(page, 'Add missing time')
    await field(page, 'From', '.enter-form')
    await fillIn(page, 'Site', 'example.org', '.enter-form')
    await fillIn(page, 'From', clockAgo(110), '.enter-form')
    await fillIn(page, 'To', clockAgo(130), '.enter-form')
    await until('the field says that the end comes too early', async () =>
      (await problemAt(page, 'To', '.enter-form'))?.startsWith('The end has to come after'),
    )
    await fillIn(page, 'To', clockAgo(-30), '.enter-form')
    await until('the field says that the end is in the future', async () =>
      /still to come|ends at/.test((await problemAt(page, 'To', '.enter-form')) ?? ''),
    )
    await fillIn(page, 'From', clockAgo(130), '.enter-form')
    await fillIn(page, 'To', clockAgo(110), '.enter-form')
    await until('the form says what is already recorded', async () =>
      (await textOf(page, '.enter-form [role=status]'))?.includes('already recorded'),
    )
    await press(page, /^Add the free part, (9|10|11).min$/, '.enter-form')
    await isThere(page, row('example.org'))
    const entered = (await closedSpans(scene.browser)).filter(({ origin }) => origin === 'entered')
    expect(new Set(entered.map(({ surface }) => surface))).toEqual(new Set(['example.org']))
    expect(await textOf(page, `${row('example.org')} .mark`)).toBe('entered by hand')
    await isThere(page, '.piece.entered')
    const seconds = entered.reduce((sum, span) => sum + secondsOf(span), 0)
    await totalIs(page, `PT${Math.floor(2220 + seconds)}S`)
    await undo()
  })

  test('yesterday has a URL, Later leads to today, and Back returns', async () => {
    await page.evaluate(() => {
      location.hash = '#/today/yesterday'
    })
    await totalIs(page, YESTERDAY)
    await press(page, /Later$/)
    await totalIs(page, TODAY)
    expect(new URL(page.url()).hash).toBe('#/today')
    expect(await textOf(page, '.figures-row .difference')).toMatch(/^22.min more$/)
    await page.evaluate(() => history.back())
    await totalIs(page, YESTERDAY)
    await press(page, 'Today', '.range-control')
    await totalIs(page, TODAY)
    await until('the focus stays at the day', () =>
      page.evaluate(() => document.activeElement?.matches('.range-control input') ?? false),
    )
  })

  test('a day without a record says so, and time can be entered', async () => {
    await page.evaluate(() => {
      location.hash = '#/today/2026-01-15'
    })
    await until(
      'the page says that nothing is recorded',
      async () => (await textOf(page, '.empty')) === 'Nothing is recorded on this day.',
    )
    expect(await page.evaluate((strip) => document.querySelector(strip), STRIP)).toBeNull()
    await click(page, 'Add missing time')
    await until('the field for the site has the focus', async () => (await focused(page)) === 'Site')
  })

  test('a site without a whole second, met only at its wall, has no row among the sites', async () => {
    await seedVisits(scene.browser, [
      { surface: 'met-at-its-wall.example', minutesAgo: 41, seconds: 0.2 },
      { surface: 'seen.example', minutesAgo: 40, seconds: 5 },
    ])
    await page.close()
    page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await isThere(page, '.of-sites [data-surface="seen.example"]')
    expect(await page.$('.of-sites [data-surface="met-at-its-wall.example"]')).toBeNull()
  })
})
