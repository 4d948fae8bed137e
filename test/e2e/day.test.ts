/** What the page of a day leaves to the browser: its look, the strip, real visits. The rest is in test/pages. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Attention } from '../../domain/record/attention'
import type { Span } from '../../domain/record/span'
import { clockAgo, isThere, row, STRIP, TODAY, totalIs, unfold, VISITS, walksTo } from '../pages/day-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, fillIn, focused, openOwnPage, press, problemAt, resize, textOf } from './own-page.ts'
import { closed, closedSpans, recording, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { cutFields } from './usable.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  let before: Span[]

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

  test('axe finds nothing where a time is refused', async () => {
    const visit = row('youtube.com/shorts')
    await unfold(page, 'youtube.com/shorts')
    await fillIn(page, 'Beginning', clockAgo(118), visit)
    await fillIn(page, 'End', 'soon', visit)
    await until('the field asks for a time', async () =>
      (await problemAt(page, 'End', visit))?.startsWith('Type a time'),
    )
    expect(await flawsOf(page)).toEqual([])
  })

  test('the form for missing time shows its times whole', async () => {
    await click(page, 'Add missing time')
    await fillIn(page, 'Site', 'example.org', '.enter-form')
    await fillIn(page, 'From', clockAgo(130), '.enter-form')
    await fillIn(page, 'To', clockAgo(110), '.enter-form')
    expect(await cutFields(page)).toEqual([])
    await click(page, 'Cancel', '.enter-form')
  })

  test('axe finds nothing on a day without a record, with the form for missing time', async () => {
    await page.evaluate(() => {
      location.hash = '#/today/2026-01-15'
    })
    await until(
      'the page says that nothing is recorded',
      async () => (await textOf(page, '.empty')) === 'Nothing is recorded on this day.',
    )
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
    await unfold(page, 'coursera.org')
    await press(page, 'Delete', row('coursera.org'))
    await until('the span is deleted', async () => (await closedSpans(browser)).length === before.length)
    await command(browser, 'recordChanged', null)
    expect(await closedSpans(browser)).toEqual(before)
    const [state] = (await browser.readDatabase('state')) as Attention[]
    expect(state?.recent.filter(({ surface }) => surface === 'coursera.org')).toEqual([])
    await site.close()
  })

  test('in a narrow window nothing scrolls sideways', async () => {
    await page.evaluate(() => {
      location.hash = '#/today'
    })
    await resize(page, 360, 800)
    await isThere(page, '.day-strip .row:nth-child(4)')
    await unfold(page, 'github.com')
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
