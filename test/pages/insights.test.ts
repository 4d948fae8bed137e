/**
 * The Insights page over ten weeks with known answers; season.ts has the minutes. Every figure here was worked out from
 * them by hand, and the comments show how.
 */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../domain/time/local-time'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { click, fillIn, press, textOf } from '../e2e/own-page.ts'
import { seedSeason } from '../e2e/season.ts'
import { personToday, seedVisits } from '../e2e/seed.ts'
import { plain } from '../fixtures/plain.ts'
import { PLACES } from './harness/page-scene.ts'
import {
  type Card,
  CARDS,
  enterPhone,
  finding,
  findings,
  finds,
  lead,
  openInsights,
  pickInterval,
  whyOf,
} from './insights-page.ts'

/** What a card says beside its finding: the picture, its table and the controls. */
const bodyOf = async (page: Page, card: Card): Promise<string> =>
  plain(await textOf(page, `#${card} .insight-body`))

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

const showRange = (page: Page, range: string): Promise<void> =>
  page.evaluate((address) => {
    location.hash = address
  }, `#/insights/${range}`)

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  describe('before anything is recorded', () => {
    beforeAll(async () => {
      page = await openInsights(scene.browser)
    })
    afterAll(() => page.close())

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
      await enterPhone(page)
      await finds(page, 'take', 'Instagram cost you €400.00 and gave back nothing. Meta earned about $2.70')
      // 500 of 800 min.
      await finds(page, 'owners', 'Meta holds 63% of your attention.')
      expect(await finding(page, 'nights')).toContain('8 of 12 nights')
      expect(plain(await textOf(page, '.coverage'))).toContain('3 h 20 min that you entered for your phone')
      expect(plain(await textOf(page, '#owners .basis'))).toBe('Measured · this browser and phone minutes')
    })

    test('with hidden money no amount is left, neither the person’s nor the platforms’', async () => {
      await command(scene.browser, 'changeSettings', { moneyHidden: true })
      await finds(page, 'take', 'You spent 6 h 40 min on Instagram.')
      for (const card of CARDS) await whyOf(page, card)
      const text = await page.evaluate(
        () => document.querySelector<HTMLElement>('.insights')?.innerText ?? '',
      )
      expect(text).not.toMatch(/[€$]|dollar/i)
      // happy-dom leaves pictures out of `innerText`.
      const drawn = await page.$$eval('.insights svg text', (texts) => texts.map((one) => one.textContent))
      expect(drawn.join(' ')).not.toMatch(/[€$]|dollar/i)
      await command(scene.browser, 'changeSettings', { moneyHidden: false })
      await finds(page, 'take', 'Instagram cost you €400.00')
    })

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

describe.each(PLACES)('$name in German', ({ usePages }) => {
  const scene = usePages({ lang: 'de' })

  test('every finding is in German', async () => {
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
    await page.close()
  })
})
