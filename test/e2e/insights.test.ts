/** What the Insights page leaves to the browser: widths, themes, hatches, the focus, axe. The rest is in test/pages. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CARDS,
  enterPhone,
  findings,
  finds,
  lead,
  openInsights,
  pickInterval,
  whyOf,
} from '../pages/insights-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { command } from './harness/fill.ts'
import { forceColours } from './harness/forced-colours.ts'
import { until } from './harness/until.ts'
import { click, fillIn, press, resize } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedSeason } from './season.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { unhatchedIn, unseenIn } from './visible-marks.ts'

async function isNarrowEnough(page: Page): Promise<void> {
  for (const width of [1440, 768, 360, 345]) {
    await resize(page, width, 800)
    await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
    expect(await tooWide(page), `at ${width} px`).toEqual([])
  }
}

/** Says all that a person can say on the page, so that it shows as much as it can. */
async function sayAll(page: Page): Promise<void> {
  await click(page, 'Europe', '#take')
  await fillIn(page, 'Hours that AI saves you for each hour in AI tools', '0.5', '#ai')
  await fillIn(page, 'When do you want to be asleep?', '22:00', '#nights')
  await pickInterval(page, 'YouTube', 'monthly')
  await finds(page, 'clean', 'YouTube is due.')
  await press(page, /^YouTube/, '#clean')
  await click(page, 'Done today', '#clean')
  await finds(page, 'clean', 'Next is YouTube, on ')
  await press(page, /^YouTube/, '#clean')
  await press(page, /^Facebook/, '#clean')
  await until('Facebook is compared', () => page.$('#clean .cleaning-log table'))
  await enterPhone(page)
}

/** The numbers of a card that are on more than one line. */
const brokenNumbers = (page: Page, card: string): Promise<string[]> =>
  page.evaluate((id) => {
    const broken: string[] = []
    const texts = document.createTreeWalker(
      document.getElementById(id) ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    const range = document.createRange()
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      for (const { 0: number, index } of text.data.matchAll(/\d+(?:[\u00A0\u202F]%)?/g)) {
        range.setStart(text, index)
        range.setEnd(text, index + number.length)
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(text.data)
      }
    }
    return broken
  }, card)

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  describe('before anything is recorded', () => {
    beforeAll(async () => {
      page = await openInsights(scene.browser)
    })
    afterAll(() => page.close())

    test('every card says what is missing, and shows no figure and no picture', async () => {
      expect(await findings(page)).toEqual({
        take: expect.stringMatching(/^This needs a minute on a platform with public figures, .*\.$/),
        yield: expect.stringMatching(/^This needs your hourly rate\. .* is priced at once\.$/),
        worth: expect.stringMatching(
          /^This needs 5 answers about your visits\. .* that takes 2 more days\.$/,
        ),
        drift: expect.stringMatching(/^This needs 10 visits.* that takes 4 more days\.$/),
        ai: expect.stringMatching(/^This needs 30 minutes in AI tools, .* This period has 0\.$/),
        owners: 'This needs 30 minutes in the browser. This period has 0.',
        clean: 'This needs 30 minutes in one feed within eight weeks. Most so far: 0.',
        nights: expect.stringMatching(
          /^This needs a time at which your day ends: .* from the day you set it\.$/,
        ),
      })
      expect(await lead(page)).toContain('This page answers 8 questions about your time.')
      const shown = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            '.insight:not(#promises) :is(.insight-body :is(table, svg, figure, time, data, .bar), .finding:not(.missing))',
          ),
        ].map(({ outerHTML }) => outerHTML),
      )
      expect(shown).toEqual([])
      for (const card of CARDS) expect((await whyOf(page, card)).length).toBeGreaterThan(100)
      expect(await flawsOf(page)).toEqual([])
    })
  })

  describe('after ten weeks', () => {
    beforeAll(async () => {
      await seedSeason(scene.browser)
      page = await openInsights(scene.browser)
      await sayAll(page)
    })
    afterAll(() => page.close())

    test('with everything open, axe finds nothing in both themes', async () => {
      for (const card of CARDS) await whyOf(page, card)
      for (const scheme of ['dark', 'light'] as const) {
        await setColourScheme(scene.browser, page, scheme)
        expect(await flawsOf(page)).toEqual([])
      }
    })

    test('with everything open, Tab reaches every control and shows the focus', async () => {
      const { all, seen } = await tabThrough(page)
      expect(all.length).toBeGreaterThan(30)
      expect(seen).toEqual(all)
      expect(await tooSmall(page)).toEqual([])
    })

    test('hatches are drawn in both themes', async () => {
      await resize(page, 1440, 800)
      for (const scheme of ['dark', 'light'] as const) {
        await setColourScheme(scene.browser, page, scheme)
        expect(await unhatchedIn(page, HATCHED), scheme).toEqual([])
      }
    })

    test('with forced colours every mark and figure stays visible, and hatches are drawn', async () => {
      await resize(page, 1440, 800)
      await forceColours(scene.browser, page, 'on')
      const { checked, unseen } = await unseenIn(page, MARKS)
      expect(unseen).toEqual([])
      expect(checked).toEqual(MARKS)
      expect(await unhatchedIn(page, HATCHED)).toEqual([])
      await forceColours(scene.browser, page, 'off')
    })

    test('with everything open, nothing scrolls sideways at 1440, 768 and 360 px, and beside a scroll bar', () =>
      isNarrowEnough(page))
  })
})

/** What draws or says a figure. */
const MARKS = [
  '.finding',
  '#take .take-bar > *',
  '#take .take-range > *',
  '#yield .yield-picture .area',
  '#yield .yield-picture .dot',
  '#worth .worth-ranges .range',
  '#drift .share-bars .bar',
  '#ai .ai-split .bar > *',
  '#owners .share-bars .bar',
  '#owners .spark-line circle',
  '#owners .spark-line text',
  '#nights .nights-table :is(.kept, .past)',
  '.insight :is(time, data, strong)',
]

/** What was lost or is unknown. */
const HATCHED = [
  '#take .take-bar .lost',
  '#take .take-legend .swatch.lost',
  '#yield .legend .swatch.lost',
  '#ai .ai-split .bar [data-part=unknown]',
]

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('with everything open, nothing scrolls sideways, no number is broken, and axe finds nothing', async () => {
    await seedSeason(scene.browser)
    await command(scene.browser, 'changeSettings', { region: 'europe' })
    const page = await openInsights(scene.browser)
    for (const card of CARDS) expect((await whyOf(page, card)).length).toBeGreaterThan(100)
    await isNarrowEnough(page)
    expect(await brokenNumbers(page, 'worth')).toEqual([])
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
