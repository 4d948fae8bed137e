/** The page of a day: the strip, the visits and their corrections. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Attention } from '../../domain/record/attention'
import type { Span } from '../../domain/record/span'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import {
  click,
  field,
  fillIn,
  focused,
  openOwnPage,
  press,
  problemAt,
  resize,
  textOf,
  valueIn,
} from './own-page.ts'
import { closed, closedSpans, recording, secondsOf, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { cutFields } from './usable.ts'

const STRIP = '[role=slider]'

/** 37 minutes today in three visits, the first with a break; 15 minutes yesterday. */
const VISITS = [
  { surface: 'github.com', minutesAgo: 160, seconds: 600 },
  { surface: 'github.com', minutesAgo: 148, seconds: 120 },
  { surface: 'youtube.com/shorts', minutesAgo: 120, seconds: 1200 },
  { surface: 'wikipedia.org', minutesAgo: 60, seconds: 300 },
  { surface: 'zeit.de', minutesAgo: 24 * 60 + 100, seconds: 900 },
]
const TODAY = 'PT2220S'
const YESTERDAY = 'PT900S'

/** A time of day as a person types it. */
const clockAgo = (minutes: number): string => {
  const at = new Date(Date.now() - minutes * 60_000)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}

const total = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('#today-time')?.getAttribute('datetime') ?? null)

const totalIs = (page: Page, wanted: string) =>
  until(`the day comes to ${wanted}`, async () => (await total(page)) === wanted)

const isThere = (page: Page, selector: string) =>
  until(`${selector} is there`, () =>
    page.evaluate((wanted) => document.querySelector(wanted) !== null, selector),
  )

/** What a screen reader says for the position on the strip. */
const said = (page: Page): Promise<string> =>
  page.evaluate((strip) => document.querySelector(strip)?.getAttribute('aria-valuetext') ?? '', STRIP)

const walksTo = async (page: Page, key: 'ArrowRight' | 'ArrowLeft' | 'Home' | 'End', words: RegExp) => {
  await page.keyboard.press(key)
  await until(`the strip says ${words}`, async () => words.test(await said(page)))
}

const row = (surface: string) => `.visits li[data-surface="${surface}"]`

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  let before: Span[]

  const unfold = async (surface: string) => {
    if (!(await page.evaluate(() => document.querySelector('.visits') !== null)))
      await press(page, /^Show all \d visits$/)
    await isThere(page, row(surface))
    await page.evaluate(
      (item) => document.querySelector<HTMLElement>(`${item} button`)?.click(),
      row(surface),
    )
    await isThere(page, `${row(surface)} .visit-details`)
  }
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

  test('the arrow keys move through the day, and Enter opens the visit in the list', async () => {
    await totalIs(page, TODAY)
    await page.focus(STRIP)
    await walksTo(page, 'ArrowRight', /^GitHub, .+, 12.min$/)
    await walksTo(page, 'ArrowRight', /^YouTube Shorts, .+, 20.min$/)
    await walksTo(page, 'End', /^Wikipedia, .+, 5.min$/)
    await walksTo(page, 'ArrowLeft', /^YouTube Shorts/)
    await page.evaluate(() => (document.documentElement.dir = 'rtl'))
    await walksTo(page, 'ArrowRight', /^GitHub/)
    await walksTo(page, 'ArrowLeft', /^YouTube Shorts/)
    await page.evaluate(() => document.documentElement.removeAttribute('dir'))
    expect(await textOf(page, '.readout .name')).toBe('YouTube Shorts')
    await page.keyboard.press('Enter')
    await until('the visit has the focus', async () => (await focused(page)).includes('YouTube Shorts'))
    await isThere(page, `${row('youtube.com/shorts')} .visit-details`)
    expect(await flawsOf(page)).toEqual([])
  })

  test('pointing at the strip shows the visit there', async () => {
    const at = await page.evaluate(() => {
      const pieces = [...document.querySelectorAll('.day-strip .piece')]
      const { left, width, top, height } = (pieces.at(-1) as Element).getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })
    await page.mouse.move(at.x, at.y)
    await until('the visit is shown', async () => (await textOf(page, '.readout .name')) === 'Wikipedia')
  })

  test('deleting a span of a visit changes the figures, and undo restores them', async () => {
    await unfold('github.com')
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
    await unfold('wikipedia.org')
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

  describe('the edges of a visit', () => {
    const ROW = row('youtube.com/shorts')
    /** When the visit to YouTube Shorts begins and ends, as the page writes it. */
    const typed = async () => [await valueIn(page, 'Beginning', ROW), await valueIn(page, 'End', ROW)]

    test('that move inwards shorten it, by keyboard alone, and undo restores it', async () => {
      await unfold('youtube.com/shorts')
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
      await unfold('youtube.com/shorts')
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
      await unfold('youtube.com/shorts')
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
      expect(await flawsOf(page)).toEqual([])
      await unfold('wikipedia.org')
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
    expect(await cutFields(page)).toEqual([])
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
    await page.goBack()
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
    expect(await flawsOf(page)).toEqual([])
  })

  test('leaving the field of the date right after the page shows another day does not go back', async () => {
    await page.evaluate(async () => {
      const date = document.querySelector<HTMLInputElement>('.range-control input') as HTMLInputElement
      date.focus()
      await new Promise<void>((shown) => {
        new MutationObserver((_, observer) => {
          if (document.querySelector('.range-control a') !== null) return
          observer.disconnect()
          date.blur()
          shown()
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
        location.hash = '#/today'
      })
    })
    await totalIs(page, TODAY)
    expect(await page.evaluate(() => location.hash)).toBe('#/today')
  })

  test('a recent span that is deleted does not come back with the next look', async () => {
    const { browser, display } = scene
    display.input()
    const site = await browser.newPage()
    await browser.goto(site, 'https://www.coursera.org/')
    await recording(browser, 'coursera.org')
    await page.bringToFront()
    await closed(browser, 'coursera.org')
    await isThere(page, '.day .actions button')
    await unfold('coursera.org')
    await press(page, 'Delete', row('coursera.org'))
    await until('the span is deleted', async () => (await closedSpans(browser)).length === before.length)
    await command(browser, 'recordChanged', null)
    expect(await closedSpans(browser)).toEqual(before)
    const [state] = (await browser.readDatabase('state')) as Attention[]
    expect(state?.recent.filter(({ surface }) => surface === 'coursera.org')).toEqual([])
    await site.close()
  })

  test('a site without a whole second, met only at its wall, has no row among the sites', async () => {
    await seedVisits(scene.browser, [
      { surface: 'met-at-its-wall.example', minutesAgo: 41, seconds: 0.2 },
      { surface: 'seen.example', minutesAgo: 40, seconds: 5 },
    ])
    const today = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await isThere(today, '.of-sites [data-surface="seen.example"]')
    expect(await today.$('.of-sites [data-surface="met-at-its-wall.example"]')).toBeNull()
    await today.close()
  })

  test('in a narrow window nothing scrolls sideways', async () => {
    await page.evaluate(() => {
      location.hash = '#/today'
    })
    await resize(page, 360, 800)
    await isThere(page, '.day-strip .row:nth-child(4)')
    await unfold('github.com')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await fillIn(page, 'Beginning', '10:30 PM', row('github.com'))
    for (const width of [360, 180]) {
      await resize(page, width, 800)
      expect(await cutFields(page)).toEqual([])
    }
  })
})

describe('Chromium in German', () => {
  const scene = useScene(BROWSERS[0].launch, { lang: 'de' })

  test('the page is in German, including Undo', async () => {
    await setRate(scene.browser)
    await seedVisits(scene.browser, VISITS)
    const page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await isThere(page, STRIP)
    await page.focus(STRIP)
    await walksTo(page, 'Home', /^GitHub, \d?\d:\d\d–\d?\d:\d\d, 12.min$/)
    await click(page, 'Alle 3 Besuche zeigen')
    await click(page, 'Fehlende Zeit eintragen')
    await until('the field for the site has the focus', async () => (await focused(page)) === 'Website')
    await page.evaluate(
      (item) => document.querySelector<HTMLElement>(`${item} button`)?.click(),
      row('github.com'),
    )
    await fillIn(page, 'Anfang', clockAgo(110), row('github.com'))
    await fillIn(page, 'Ende', clockAgo(105), row('github.com'))
    await until('the field names the visit in the way', async () =>
      /^Ab \d?\d:\d\d ist YouTube Shorts erfasst\. Lass den Besuch dann oder früher enden\.$|bliebe nichts übrig/.test(
        (await problemAt(page, 'Ende', row('github.com'))) ?? '',
      ),
    )
    await press(page, 'Löschen')
    await until('the page says what was deleted', async () =>
      (await textOf(page, '.undo-bar [role=status]'))?.startsWith('Gelöscht: GitHub'),
    )
    await press(page, 'Rückgängig machen')
    await until(
      'the correction is undone',
      async () => (await textOf(page, '.undo-bar [role=status]')) === 'Alles ist wieder wie vorher.',
    )
    expect(await flawsOf(page)).toEqual([])
  })
})
