/**
 * The Insights page over ten weeks with known answers; season.ts has the minutes. Every figure here was worked out from
 * them by hand, and the comments show how.
 */
import type { Page } from 'puppeteer-core'
import { addDays } from '../../domain/time/local-time'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { command } from './harness/fill.ts'
import { forceColours } from './harness/forced-colours.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, fillIn, openOwnPage, press, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedSeason } from './season.ts'
import { personToday, seedVisits } from './seed.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { plain } from '../fixtures/plain.ts'
import { unhatchedIn, unseenIn } from './visible-marks.ts'

const CARDS = ['take', 'yield', 'worth', 'drift', 'ai', 'owners', 'clean', 'nights'] as const
type Card = (typeof CARDS)[number]

const openInsights = (browser: TestBrowser): Promise<Page> => openOwnPage(browser, 'dashboard.html#/insights')

const finding = async (page: Page, card: Card): Promise<string> =>
  plain(await textOf(page, `#${card} .finding`))

async function findings(page: Page): Promise<Record<string, string>> {
  const found = await Promise.all(CARDS.map(async (card) => [card, await finding(page, card)] as const))
  return Object.fromEntries(found)
}

const lead = async (page: Page): Promise<string> => plain(await textOf(page, '.insights .lead'))

const finds = (page: Page, card: Card, words: string) =>
  until(`${card} says “${words}”`, async () => (await finding(page, card)).includes(words))

/** What a card says beside its finding: the picture, its table and the controls. */
const bodyOf = async (page: Page, card: Card): Promise<string> =>
  plain(await textOf(page, `#${card} .insight-body`))

/** The text under *Why this figure*, which is opened if it is not open yet. */
async function whyOf(page: Page, card: Card): Promise<string> {
  await page.evaluate((id) => {
    const why = document.querySelector<HTMLDetailsElement>(`#${id} details.why`)
    if (why && !why.open) why.querySelector('summary')?.click()
  }, card)
  const text = await page.evaluate(
    (id) => document.querySelector<HTMLElement>(`#${id} details.why[open] .why-body`)?.innerText ?? '',
    card,
  )
  return plain(text.replaceAll(/\n+/g, ' '))
}

/** The texts of all rows of a table, cell by cell. */
const rowsOf = (page: Page, table: string): Promise<string[]> =>
  page
    .evaluate(
      (selector) =>
        [...document.querySelectorAll<HTMLTableRowElement>(`${selector} tr`)].map((row) =>
          [...row.cells]
            .map(({ textContent }) => textContent.trim())
            .filter(Boolean)
            .join(' | '),
        ),
      table,
    )
    .then((rows) => rows.map(plain))

const pickInterval = (page: Page, feed: string, interval: string): Promise<void> =>
  page.evaluate(
    (label, value) => {
      const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)
      if (!select) throw new Error(`There is no choice “${label}”.`)
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    `How often to clean ${feed}`,
    interval,
  )

const showRange = (page: Page, range: string): Promise<void> =>
  page.evaluate((address) => {
    location.hash = address
  }, `#/insights/${range}`)

async function isNarrowEnough(page: Page): Promise<void> {
  for (const width of [1440, 768, 360, 345]) {
    await resize(page, width, 800)
    await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
    expect(await tooWide(page), `at ${width} px`).toEqual([])
  }
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

    test('once a bedtime is stated, the nights lack only nights', async () => {
      await fillIn(page, 'When do you want to be asleep?', '23:00', '#nights')
      await finds(page, 'nights', 'This needs 7 nights on which you used the browser. So far: 0.')
      await command(scene.browser, 'changeSettings', { bedtime: null })
      await finds(page, 'nights', 'This needs a time')
    })
  })

  describe('after ten weeks', () => {
    beforeAll(async () => {
      await seedSeason(scene.browser)
      page = await openInsights(scene.browser)
    })
    afterAll(() => page.close())

    test('every card says its finding in a sentence', async () => {
      expect(await findings(page)).toEqual({
        // 200 min × 1 €. All five answers about Instagram are “wasted”.
        take: 'Instagram cost you €200.00 and gave back nothing.',
        // YouTube is rated at 75 %, ChatGPT and Claude are assumed to return 100 %, Coursera was said to return 200 %:
        // 112.50 + 120 + 60 = 292.50 in 10 h. An ordinary week: 45 + 40 = 85 in 200 min, which is 25.50 an hour.
        yield:
          'An hour of your attention earned €29.25. That is €30.75 less than its price, ' +
          'and €3.75 more than 7 weeks ago.',
        // (5 × 0 + 200 + 200 + 150 + 150 + 50) ÷ (5 + 5) = 75.
        worth:
          'You called 4 of 5 visits to YouTube worth it. ' +
          'Your answers average 150%. With the assumption of 0%, which weighs like five more answers, ' +
          'an hour there counts as 75% of its price, likely 46% to 104%.',
        // 2 of 5 at noon, 4 of 5 at 22:00.
        drift: 'You drifted in 6 of 10 visits, most often between 10:00 PM and 4:00 AM.',
        // 120 min × 0.33 = 39.6. Monday and Tuesday had 60 + 45 min of feeds, usually 60 + 30; learning 30, usually 10.
        // The week without anything does not move the median.
        ai: 'Of the 40 min that you say AI saved you, 20 min went into learning and 15 min leaked into feeds.',
        // 300 of 600 min, before 120 of 200. Of 120 min in AI tools, 90 were ChatGPT’s.
        owners:
          'Meta holds 50% of your attention. Four weeks ago it was 60%. ChatGPT has 75% of your AI time.',
        clean: expect.stringMatching(
          /^You used 3 feeds that can be cleaned\. Next is Facebook, on \w+ \d+, \d{4}\. In .* 25 min more a week there\.$/,
        ),
        // Four weeks with a Monday, a Thursday and a Sunday each; other evenings have nothing.
        nights:
          'You stopped by 10:00 PM on 8 of 12 nights. ' +
          'Mondays and Sundays go as planned; Thursdays run over by 15 min on average.',
      })
    })

    test('the page begins with how many questions have an answer', async () => {
      expect(await lead(page)).toMatch(/^All 8 questions have an answer for this period\. /)
    })

    test('pictures have the same figures', async () => {
      expect(await rowsOf(page, '#take table.take')).toEqual([
        'Platform | Your cost, and what came back | Cost | Return',
        'Instagram3 h 20 min | €200.00 | €0.00',
        'Facebook1 h 40 min | €100.00 | €0.00assumed',
        'YouTube2 h 30 min | €150.00 | €112.50',
        'Meta together5 h 0 min | €300.00 | €0.00partly assumed',
        'Together7 h 30 min | €450.00 | €112.50partly assumed',
      ])
      // −307.50 € and 450 min at a loss, × 365 ÷ 7; ÷ 16 h, 6 h and 1 h.
      expect(await rowsOf(page, '#yield .year table')).toEqual([
        'net, at a loss | −€16,034',
        'time on sites at a loss | 391 h',
        'waking days, 16 h each | 24',
        'books, 6 h each | 65',
        'sport, 1 h each | 391',
      ])
      expect(await rowsOf(page, '#yield .sides')).toEqual([
        '1 site at a profit | most: Coursera | +€30.00',
        '3 sites at a loss | most: Instagram | −€200.00',
      ])
      // Instagram: all ten deviations are of the five assumed answers, 50 % each: √(5 × 50² ÷ 10 ÷ 10) = 11.2.
      // YouTube: √((5 × (50² + 75²) + 2 × 125² + 2 × 75² + 25²) ÷ 10 ÷ 10) = 28.9.
      expect(await rowsOf(page, '#worth table')).toEqual([
        'Visits to | Worth it | 0%100%200% | An hour’s worth',
        'YouTube assumed: 0% | 4 of 5 | 75%46%–104%',
        'Instagram assumed: 0% | 0 of 5 | 0%0%–11%',
      ])
      expect(await bodyOf(page, 'ai')).toContain(
        'kept 20 minmore learning than usualleaked 15 minmore feeds and video than usualunknown 5 min',
      )
      // YouTube came three minutes after ChatGPT.
      expect(await bodyOf(page, 'ai')).toMatch(
        /1 visit to feeds and video .* 30 min.*10:03 AMChatGPTYouTube0:3030 minutes$/,
      )
      expect(await rowsOf(page, '#owners .share-bars')).toEqual([
        'Meta | 50%',
        'Alphabet | 25%',
        'OpenAI | 15%',
        'Anthropic | 5%',
        'Coursera | 5%',
      ])
      const nights = await rowsOf(page, '.nights-table')
      expect(nights).toHaveLength(5)
      expect(nights.at(-1)).toMatch(
        / \| ✓kept \| no computer \| no computer \| 15 \| no computer \| no computer \| ✓kept$/,
      )
      // Four quarters of an hour at a euro a minute. Sunday and Monday are a run of two; after Thursday, Sunday is one.
      expect(plain(await textOf(page, '.nights-facts'))).toMatch(
        /past the cutoff1 h 0 min.*€60\.00.*10:15 PM.*longest streak2 nights.*current streak1 night.*Feeds, 100%/,
      )
    })

    test('“Why this figure” names the numbers that went in', async () => {
      expect(await whyOf(page, 'take')).toContain('30 million US dollars a day')
      const ofYield = await whyOf(page, 'yield')
      expect(ofYield).toContain('€292.50 came back in 10 h 0 min, which cost €600.00.')
      // 112.50 + 60 of them by ratings and the person’s own word.
      expect(ofYield).toContain(
        'Of the €29.25 an hour, €17.25 rest on your own word or ratings and €12.00 on',
      )
      const weeks = await rowsOf(page, '.yield-weeks')
      expect(weeks.at(-1)).toMatch(/ \| 29\.25 \| 60\.00 \| 17\.25 \| 12\.00$/)
      expect(weeks.at(-6)).toMatch(/ \| – \| – \| – \| –$/)
      expect(await whyOf(page, 'worth')).toContain(
        'YouTube: (5 × 0% + 750%) ÷ (5 + 5) = 75%, from 46% to 104%.',
      )
      expect(await whyOf(page, 'drift')).toContain('All visits: 6 ÷ 10 = 60%.')
      expect(await whyOf(page, 'ai')).toContain(
        '2 h 0 min in AI tools × 0.33 = 40 min. 2 of 2 days with AI tools can be compared. ' +
          'Research puts the factor at 0.15 to 0.33, which would be 18 min to 40 min.',
      )
      expect((await rowsOf(page, '.ai-usual')).slice(1)).toEqual([
        'Feeds and video | 1:45 | 1:30 | +0:15',
        'Learning | 0:30 | 0:10 | +0:20',
      ])
      // Shares 0.5, 0.25, 0.15, 0.05, 0.05: squares sum to 0.34. An ordinary week 0.6, 0.3, 0.1: to 0.46.
      expect(await whyOf(page, 'owners')).toContain(
        '10 h 0 min with 5 owners; effective number 2.9, HHI 3,400.',
      )
      const spreads = (await rowsOf(page, '#owners .why-table:not(.ai-tools)')).slice(1)
      expect(spreads.map((row) => row.replace(/^.*? \| /, ''))).toEqual([
        ...Array.from({ length: 4 }, () => '2.2 | 4,600'),
        '2.9 | 3,400',
      ])
      // 90 and 30 of 120 min: 0.75² + 0.25² = 0.625.
      expect(await whyOf(page, 'owners')).toContain(
        '2 h 0 min with 2 tools; effective number 1.6, HHI 6,250.',
      )
      expect(await rowsOf(page, '#owners .ai-tools')).toEqual([
        'Tool | Time | Share',
        'ChatGPT | 1:301 hour 30 minutes | 75%',
        'Claude | 0:3030 minutes | 25%',
      ])
      expect(await whyOf(page, 'clean')).toContain('at least 30 minutes in eight weeks')
      const ofNights = await whyOf(page, 'nights')
      expect(ofNights).toContain('Feeds: closed 10:00 PM – 6:00 AM, notice only.')
      expect(ofNights).toContain('Sleep is not estimated, because you have not said when you go to bed.')
      // Twelve ordinary days with a quarter of an hour or more, and seven of last week; two began with ChatGPT.
      expect(ofNights).toContain('on each of 19 days')
      expect((await rowsOf(page, '#nights .why-table')).slice(1)).toEqual([
        'Feeds | 100% | 89%',
        'AI | – | 11%',
      ])
    })

    test('a chosen region shows what the platforms earned', async () => {
      await click(page, 'Europe', '#take')
      // A US user brings 1.35 US$ an hour, 0.65 to 1.60; 200 min × 0.3 are one such hour.
      await finds(page, 'take', 'Meta earned about $1.35 from the same hours.')
      expect(await whyOf(page, 'take')).toContain(
        'Instagram: 3 h 20 min × $1.35 an hour × 0.3 = $1.35, from $0.65 to $1.60.',
      )
      // Facebook: half an hour of 1.20, 0.75 to 1.40. YouTube: three quarters of an hour of 0.18, 0.10 to 0.21.
      const earned = (await rowsOf(page, '#take table.take')).map((row) => row.split(' | ').at(-1))
      expect(earned.slice(1)).toEqual([
        '$1.350.65 – 1.60',
        '$0.600.38 – 0.70',
        '$0.140.08 – 0.16',
        '$1.951.03 – 2.30',
        '$2.091.11 – 2.46',
      ])
      expect(plain(await textOf(page, '#take .basis'))).toContain('Estimate, grade B to D · Europe, × 0.3')
    })

    test('another AI factor changes what AI saved and what is unknown', async () => {
      await fillIn(page, 'Hours that AI saves you for each hour in AI tools', '0.5', '#ai')
      await finds(
        page,
        'ai',
        'Of the 1 h 0 min that you say AI saved you, 20 min went into learning and 15 min',
      )
      expect(await bodyOf(page, 'ai')).toContain('unknown 25 min')
      expect(await whyOf(page, 'ai')).toContain('2 h 0 min in AI tools × 0.5 = 1 h 0 min.')
    })

    test('a stated bedtime adds the sleep that goes with the late hours, as a range', async () => {
      await fillIn(page, 'When do you want to be asleep?', '22:00', '#nights')
      // The four Thursdays were an hour in all, with 5 to 24 min less sleep an hour.
      await until('the sleep is estimated', async () =>
        (await bodyOf(page, 'nights')).includes('after your bedtime1 h 0 minless sleep, estimated5–24 min'),
      )
      const why = await whyOf(page, 'nights')
      expect(why).toContain('You spent 1 h 0 min in the browser')
      expect(why).toContain('an association, not an effect')
    })

    test('an interval makes a feed due, and “Done today” makes it next', async () => {
      await pickInterval(page, 'YouTube', 'monthly')
      await finds(page, 'clean', 'YouTube is due.')
      await press(page, /^YouTube/, '#clean')
      await click(page, 'Done today', '#clean')
      await finds(page, 'clean', 'Next is YouTube, on ')
      await press(page, /^YouTube/, '#clean')
      await press(page, /^Facebook/, '#clean')
      // Before: three Sundays of 60 min in four weeks. After: three of them, and 100 min last week.
      await until('Facebook is compared', () => page.$('#clean .cleaning-log table'))
      expect((await rowsOf(page, '#clean .cleaning-log table')).slice(1)).toEqual([
        'Before | 45 min',
        'After | 1 h 10 min',
        'Change | +56% 25 min more',
      ])
    })

    test('minutes typed for the phone count in the cards and in the line about coverage', async () => {
      await click(page, 'Add minutes', '#phone')
      await fillIn(page, 'Platform', 'instagram.com', '#phone')
      await fillIn(page, 'On your phone', '200', '#phone')
      await click(page, 'Save', '#phone')
      await finds(page, 'take', 'Instagram cost you €400.00 and gave back nothing. Meta earned about $2.70')
      // 500 of 800 min.
      await finds(page, 'owners', 'Meta holds 63% of your attention.')
      expect(await finding(page, 'nights')).toContain('8 of 12 nights')
      expect(plain(await textOf(page, '.coverage'))).toContain('3 h 20 min that you entered for your phone')
      expect(plain(await textOf(page, '#owners .basis'))).toBe('Measured · this browser and phone minutes')
    })

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

    test('with hidden money no amount is left, neither the person’s nor the platforms’', async () => {
      await command(scene.browser, 'changeSettings', { moneyHidden: true })
      await finds(page, 'take', 'You spent 6 h 40 min on Instagram.')
      for (const card of CARDS) await whyOf(page, card)
      const text = await page.evaluate(
        () => document.querySelector<HTMLElement>('.insights')?.innerText ?? '',
      )
      expect(text).not.toMatch(/[€$]|dollar/i)
      await command(scene.browser, 'changeSettings', { moneyHidden: false })
      await finds(page, 'take', 'Instagram cost you €400.00')
    })

    test('with everything open, nothing scrolls sideways at 1440, 768 and 360 px, and beside a scroll bar', () =>
      isNarrowEnough(page))

    test('visits to feeds after AI are listed even if there is too little time in AI tools', async () => {
      await seedVisits(scene.browser, [
        { surface: 'chatgpt.com', minutesAgo: 20, seconds: 300 },
        { surface: 'youtube.com', minutesAgo: 13, seconds: 120 },
      ])
      await showRange(page, `${addDays(personToday(), -1)}_${personToday()}`)
      await finds(page, 'ai', 'This needs 30 minutes in AI tools')
      expect(await bodyOf(page, 'ai')).toMatch(/1 visit to feeds and video .* 2 min.*ChatGPTYouTube/)
    })

    test('a young period offers the one before', async () => {
      const week = periodOf('week', personToday(), 0)
      await showRange(page, 'today')
      await until('last week is offered', async () =>
        plain(await textOf(page, '.young')).startsWith('This period is not over yet. Show '),
      )
      expect(await lead(page)).toMatch(/^\d of 8 questions ha(s|ve) an answer for this period\./)
      await page.evaluate(() => document.querySelector<HTMLElement>('.young button')?.click())
      await finds(page, 'owners', 'Meta holds 63% of your attention.')
      expect(await page.evaluate(() => location.hash)).toBe(`#/insights/week-${shiftPeriod(week, -1).first}`)
      expect(await textOf(page, '.young')).toBeNull()
    })
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

  test('every finding is in German, and nothing scrolls sideways', async () => {
    await seedSeason(scene.browser)
    await command(scene.browser, 'changeSettings', { region: 'europe' })
    const page = await openInsights(scene.browser)
    expect(await lead(page)).toMatch(/^Alle 8 Fragen haben für diesen Zeitraum eine Antwort\. /)
    expect(await findings(page)).toEqual({
      take:
        'Instagram hat dich 200,00 € gekostet und nichts zurückgegeben. ' +
        'Meta hat in denselben Stunden etwa 1,35 $ an dir verdient.',
      yield:
        'Eine Stunde deiner Aufmerksamkeit hat 29,25 € eingebracht. ' +
        'Das liegt 30,75 € unter ihrem Preis und 3,75 € höher als vor 7 Wochen.',
      worth:
        'Bei 4 von 5 Besuchen auf YouTube hat es sich für dich gelohnt. ' +
        'Deine Antworten ergeben im Mittel 150 %. Mit der Schätzung von 0 %, die wie fünf weitere zählt, ' +
        'kommt eine Stunde dort auf 75 % ihres Preises, wahrscheinlich 46 % bis 104 %.',
      drift: 'Bei 6 von 10 Besuchen bist du hängen geblieben, am häufigsten zwischen 22:00 und 4:00.',
      ai:
        'Von den 40 min, die KI dir nach deiner Angabe gespart hat, gingen 20 min ins Lernen, ' +
        'und 15 min versickerten in Feeds.',
      owners:
        'Meta hat 50 % deiner Aufmerksamkeit. Vor vier Wochen waren es 60 %. ' +
        'ChatGPT hat 75 % deiner KI-Zeit.',
      clean: expect.stringMatching(
        /^Du hast 3 Feeds genutzt, .* Als Nächstes ist Facebook dran, am [\d.]+\. In .* pro Woche 25 min mehr\.$/,
      ),
      nights: expect.stringMatching(
        /^In 8 von 12 Nächten war um 22:00 Schluss\. .*donnerstags wird es im Schnitt 15 min länger\.$/,
      ),
    })
    for (const card of CARDS) expect((await whyOf(page, card)).length).toBeGreaterThan(100)
    await isNarrowEnough(page)
    expect(await brokenNumbers(page, 'worth')).toEqual([])
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
