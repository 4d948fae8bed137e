import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/surface/opinion'
import { EVERY_DAY } from '../../domain/firewall/rule'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import type { Popup } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { choose, click, fillIn, openOwnPage, problemAt, resize, textOf } from './own-page.ts'
import { openSpan, recording, type Scene, useScene } from './scene.ts'
import { command } from './harness/fill.ts'
import { seedVisits, setRate, storedSettings } from './seed.ts'
import { tabThrough, tooSmall, tooWide } from './usable.ts'
import { putRule, ruleOf } from './wall-scene.ts'

const PATHS = [
  'popup.html',
  'welcome.html',
  'dashboard.html#/today',
  'dashboard.html#/week',
  'dashboard.html#/trends',
  'dashboard.html#/sites',
  'dashboard.html#/sites/this-month/coursera.org',
  'dashboard.html#/firewall',
  'dashboard.html#/settings',
] as const

/** Rules that close none of the pages visited here. */
const RULES = [
  ruleOf({ bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(600) } } }),
  ruleOf({
    targets: [{ type: 'site', site: 'somewhat-long-site-name-which-never-ends.example.co.uk' }],
    bound: { type: 'money', currency: 'EUR', allowance: { per: 'week', of: 100_000 } },
  }),
  ruleOf({
    strictness: 'lock',
    targets: [{ type: 'kind', kind: 'games' }],
    bound: { type: 'cutoff', evenings: [null, 1350, 1350, 1350, 1350, 1410, 30], morning: 360 },
  }),
]

/** A day with a loss, a profit, a long name and an opinion of the person. */
async function seed({ browser }: Scene): Promise<void> {
  await setRate(browser)
  await command(browser, 'changeSurface', { surface: 'coursera.org', change: { worthQuarters: 8 } })
  await seedVisits(browser, [
    { surface: 'coursera.org', minutesAgo: 100, seconds: 600 },
    { surface: 'youtube.com/shorts', minutesAgo: 80, seconds: 1800 },
    { surface: 'somewhat-long-site-name-which-never-ends.example.co.uk', minutesAgo: 40, seconds: 100 },
    { surface: 'xn--mller-kva.de', minutesAgo: 30, seconds: 70 },
  ])
  for (const rule of RULES) await putRule(browser, rule)
}

/** Unfolds the folded part of the settings: a new rate with its hours. */
async function unfoldSettings(page: Page): Promise<void> {
  await click(page, 'Add a rate', '#rate')
  await until('the hours are there', () =>
    page.evaluate(() => {
      const differ = document.querySelector<HTMLInputElement>('.rate-form .check input')
      if (differ && !differ.checked) differ.click()
      return document.querySelectorAll('.hour-range').length >= 7
    }),
  )
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  describe.each(PATHS)('%s', (path) => {
    let page: Page
    beforeAll(async () => {
      if (path === PATHS[0]) await seed(scene)
      page = await openOwnPage(scene.browser, path)
      if (path.endsWith('settings')) await unfoldSettings(page)
      if (path.endsWith('coursera.org')) await until('it can be edited', () => page.$('.site-editor'))
      // The part below the figures of a day is loaded after them.
      if (path.endsWith('today')) await until('the day is there', () => page.$('.day-strip'))
    })
    afterAll(() => page.close())

    test('every element can be reached by keyboard and shows its focus', async () => {
      const { all, seen } = await tabThrough(page)
      expect(all.length).toBeGreaterThan(1)
      expect(seen).toEqual(all)
    })

    test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (scheme) => {
      await setColourScheme(scene.browser, page, scheme)
      expect(await flawsOf(page)).toEqual([])
    })

    test('every button and link has a hit area of at least 44 px', async () => {
      expect(await tooSmall(page)).toEqual([])
    })

    test.each(path === PATHS[0] ? [360] : [1440, 768, 360])(
      'at %d px nothing scrolls sideways',
      async (width) => {
        await resize(page, width, 640)
        await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
        expect(await tooWide(page)).toEqual([])
      },
    )
  })

  describe('unfolded parts', () => {
    let page: Page
    afterEach(() => page.close())

    const isFlawless = async () => {
      expect(await flawsOf(page)).toEqual([])
      expect(await tooSmall(page)).toEqual([])
    }

    test('the unfolded row and the pause in the popup pass axe and have hit areas of 44 px', async () => {
      const visited = await scene.browser.newPage()
      await scene.browser.goto(visited, 'https://www.coursera.org/')
      page = await openOwnPage(scene.browser, 'popup.html')
      scene.display.input() // the tests before may have taken longer than the idle time
      await visited.bringToFront()
      // Behind another tab, Firefox passes no keys on.
      await until('the row can be unfolded', () =>
        page.evaluate(() => {
          const row = document.querySelector<HTMLElement>('[data-surface="coursera.org"] button')
          row?.click()
          return row !== null
        }),
      )
      await until('worth and kind can be chosen', () => textOf(page, '.describe'))
      await isFlawless()
      await click(page, 'Pause')
      await until('the popup asks for how long', () => textOf(page, '.pause-choices'))
      await isFlawless()
      await click(page, '1 hour')
      await until('the popup says that it is paused', () => textOf(page, '[role=status]'))
      await isFlawless()
      await click(page, 'Resume')
      await until('the pause is over', async () => !(await textOf(page, '[role=status]')))
      await visited.close()
    })

    test('the form, the presets and the PIN form on the Firewall page pass axe and have hit areas of 44 px', async () => {
      page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
      await click(page, 'Ready-made rules')
      await isFlawless()
      await click(page, 'Set a PIN')
      await isFlawless()
      await click(page, 'New rule')
      await until('the form is there', () => textOf(page, '.rule-form'))
      await choose(page, 'Limit by', 'visits a day')
      await fillIn(page, 'Allowed', 'abc')
      await click(page, 'Save')
      await until('the field says what is wrong', () => problemAt(page, 'Allowed'))
      await isFlawless()
    })

    test('a storage error in the popup passes axe and has hit areas of 44 px', async () => {
      const trouble = { since: 0, reason: 'unavailable', detail: 'error_database_refused' }
      const store = (value: object | null) =>
        scene.browser.evaluate((set) => chrome.storage.session.set({ trouble: set }), value)
      await store(trouble)
      page = await openOwnPage(scene.browser, 'popup.html')
      await until('the error is shown', () => textOf(page, '[role=alert]'))
      await isFlawless()
      await store(null)
    })

    test('gross pay in the welcome passes axe and has hit areas of 44 px', async () => {
      page = await openOwnPage(scene.browser, 'welcome.html')
      await click(page, 'Work it out from monthly or yearly pay')
      await choose(page, 'Gross or net', 'gross, before tax')
      await choose(page, 'Paid per', 'month')
      await fillIn(page, 'Percentage you keep', 'abc')
      expect(await problemAt(page, 'Percentage you keep')).not.toBeNull()
      await isFlawless()
    })

    test.each(['popup.html', 'dashboard.html#/today'])('%s without a rate passes axe', async (path) => {
      await command(scene.browser, 'removeRate', { from: '1970-01-01' })
      page = await openOwnPage(scene.browser, path)
      await until('the page asks for a rate', async () =>
        (await textOf(page, 'main'))?.includes('What is your hour worth?'),
      )
      await isFlawless()
      await setRate(scene.browser)
    })
  })

  describe('the popup', () => {
    const REELS = 'instagram.com/reels'
    let popup: Popup
    beforeAll(async () => {
      scene.display.input() // the tests before may have taken longer than the idle time
      const page = await scene.browser.newPage()
      await scene.browser.goto(page, 'https://www.instagram.com/reels/')
      await recording(scene.browser, REELS)
      popup = await scene.browser.openPopup()
    })
    afterAll(() => popup.close())

    /** Clicks the button with this name once. */
    const pressIn = (name: string) =>
      until(`there is a button “${name}”`, () =>
        scene.browser.evaluate((wanted) => {
          const view = chrome.extension.getViews({ type: 'popup' })[0] as Window
          const button = [...view.document.querySelectorAll('button')].find(
            ({ title, textContent }) => (title || textContent.trim()) === wanted,
          )
          button?.click()
          return button !== undefined
        }, name),
      )

    test('sets the worth of the page in front in two clicks, its kind in one more', async () => {
      const said = async () =>
        ((await scene.browser.readDatabase('surfaces')) as Opinion[]).find(({ surface }) => surface === REELS)
      await pressIn('Instagram Reels now')
      await pressIn('worth it 150%')
      await until('the worth is stored', async () => (await said())?.worthQuarters === 6)
      await pressIn('Learning')
      await until('the kind is stored', async () => (await said())?.kind === 'learning')
    })

    test('hides money in one click and shows it again in another', async () => {
      const showsMoney = () =>
        popup.evaluate((view) => view.document.querySelector('main')?.textContent.includes('€') ?? false)
      const isHidden = async () => (await storedSettings(scene.browser)).moneyHidden
      await until('money is shown', showsMoney)
      await pressIn('Hide money')
      await until('no money is shown', async () => !(await showsMoney()))
      expect(await isHidden()).toBe(true)
      await pressIn('Show money')
      await until('money is shown', showsMoney)
      expect(await isHidden()).toBe(false)
    })

    test('says when a pause of 15 minutes ends, and nothing is recorded meanwhile', async () => {
      const { browser } = scene
      await pressIn('Pause')
      const asked = Date.now()
      await pressIn('15 minutes')
      const [note, timeOfDay] = await until('the popup says when it ends', () =>
        popup.evaluate(async (view) => {
          const { settings } = await chrome.storage.local.get('settings')
          const { pausedUntil } = settings as { pausedUntil: number }
          const time = new Intl.DateTimeFormat(navigator.language, { timeStyle: 'short' }).format(pausedUntil)
          const said = view.document.querySelector('[role=status]')?.textContent
          return said ? ([said, time] as const) : null
        }),
      )
      expect(note).toContain(`Paused until ${timeOfDay}. Nothing is recorded.`)
      const { pausedUntil } = await storedSettings(browser)
      expect(Number(pausedUntil) - asked - 15 * 60_000).toBeLessThan(2000)
      expect(Number(pausedUntil) - asked - 15 * 60_000).toBeGreaterThanOrEqual(0)
      await until('nothing is open', async () => !(await openSpan(browser)))
    })
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('every page has German words, numbers and language, and does not scroll sideways at 360 px', async () => {
    await seed(scene)
    const titles = {
      'popup.html': /^Heute \p{L}+/u,
      'welcome.html': /^Was ist deine Stunde wert\?$/,
      'dashboard.html#/today': /^Heute \p{L}+/u,
      'dashboard.html#/week': /\d{4}$/,
      'dashboard.html#/trends': /^Trends$/,
      'dashboard.html#/sites': /^Websites$/,
      'dashboard.html#/sites/this-month/coursera.org': /^Coursera$/,
      'dashboard.html#/firewall': /^Firewall$/,
      'dashboard.html#/settings': /^Einstellungen$/,
    }
    for (const path of PATHS) {
      const page = await openOwnPage(scene.browser, path)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
      expect(await textOf(page, 'h1')).toMatch(titles[path])
      const cost = await textOf(page, '#today-cost')
      if (path.endsWith('today')) expect(cost).toMatch(/^25,70\s€$/)
      await resize(page, 360, 640)
      await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
      expect(await tooWide(page)).toEqual([])
      await page.close()
    }
  })
})
