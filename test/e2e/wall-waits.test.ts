/** What a person waits for at a wall: the pass for the day, and the end of a pause, which says what it is about. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EVERY_DAY } from '../../domain/firewall/rule'
import { plain } from '../fixtures/plain.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { focused, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tooSmall, tooWide } from './usable.ts'
import {
  closeTab,
  FEED,
  putRule,
  reloadWall,
  ruleOf,
  tabIsAt,
  tryToGo,
  wallPage,
  walls,
  wallsAre,
} from './wall-scene.ts'

const WALL = ruleOf({ targets: [{ type: 'site', site: 'reddit.com' }] })
const PAUSE = ruleOf({
  strictness: 'pause',
  pauseSeconds: 10,
  targets: [{ type: 'site', site: 'instagram.com' }],
  bound: { type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) },
})
const INSTAGRAM = 'https://www.instagram.com/'
const WAIT_MS = 10_000

const words = async (page: Page, selector = 'main') => plain(await textOf(page, selector))

const rowsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.pass')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
  )

/** Longer than keys must rest on a wall after the focus was moved. */
const RESTED_MS = 600

/** Puts the focus on the button that begins with these words, lets the keys rest, and presses Enter. */
async function press(page: Page, begin: string): Promise<void> {
  const movedAt = await until(`there is a button “${begin}”`, () =>
    page.evaluate((wanted) => {
      const buttons = [...document.querySelectorAll('button')]
      buttons.find(({ textContent }) => textContent.trim().startsWith(wanted))?.focus()
      return document.activeElement?.textContent.trim().startsWith(wanted) && performance.now()
    }, begin),
  )
  await until('the keys have rested', () =>
    page.evaluate((from) => performance.now() > from, movedAt + RESTED_MS),
  )
  await page.keyboard.press('Enter')
}

async function prepare(browser: TestBrowser): Promise<void> {
  await setRate(browser)
  await seedVisits(browser, [
    { surface: 'reddit.com', minutesAgo: 90, seconds: 1200 },
    { surface: 'instagram.com', minutesAgo: 100, seconds: 600 },
    { surface: 'instagram.com', minutesAgo: 60, seconds: 735 },
  ])
  await putRule(browser, WALL)
  await putRule(browser, PAUSE)
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  let tab: number

  const wallOf = async (address: string) => {
    const { browser } = scene
    page = await browser.newPage()
    await tryToGo(browser, page, address)
    tab = (await wallsAre(browser, 1))[0]!.id
    page = await wallPage(browser)
  }
  const passes = () => scene.browser.readDatabase('overrides')
  const sendFromWall = (name: string, input: object | null) =>
    page.evaluate((message) => chrome.runtime.sendMessage(message), { command: name, input })
  const readyAt = async (): Promise<number | null> =>
    ((await sendFromWall('wall', null)) as { done: { dayReadyAt: number | null } }).done.dayReadyAt

  beforeAll(() => prepare(scene.browser))
  afterEach(async () => {
    for (const { id } of await walls(scene.browser)) await closeTab(scene.browser, id)
    await wallsAre(scene.browser, 0)
  })

  describe('the pass for the day', () => {
    const DAY = { type: 'day', priceMinor: 3600, currency: 'EUR' }

    test('is the last choice, and cannot be had by asking the worker for it, not even twice', async () => {
      await wallOf(FEED)
      expect((await rowsOf(page)).at(-1)).toMatch(/^For today/)
      for (let turn = 0; turn < 2; turn += 1)
        expect(await sendFromWall('pass', DAY)).toMatchObject({ failed: 'error_pass_gone' })
      await sendFromWall('askForPass', { type: 'day' })
      await sendFromWall('askForPass', { type: 'day' })
      expect(await sendFromWall('pass', DAY)).toMatchObject({ failed: 'error_pass_gone' })
      expect(await passes()).toEqual([])
      await sendFromWall('dropPass', { type: 'day' })
    })

    test('has a way back while it is waited for, which has the focus', async () => {
      await wallOf(FEED)
      await press(page, 'For today')
      await until('the way back has the focus', async () => (await focused(page)) === 'Cancel')
      expect(await words(page, '.wall-wait')).toMatch(/^You can go on in \d+ s/)
      expect(await flawsOf(page)).toEqual([])
      expect(await tooSmall(page)).toEqual([])
      await resize(page, 360, 640)
      await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
      expect(await tooWide(page)).toEqual([])
      await press(page, 'Cancel')
      await until('the pass is offered again', async () => (await rowsOf(page)).length === 3)
      expect(await readyAt()).toBeNull()
      await until('the focus is on it', async () => (await focused(page)).startsWith('For today'))
    })

    test('takes ten seconds, which a reload does not shorten, and then one more press', async () => {
      await wallOf(FEED)
      const began = Date.now()
      await press(page, 'For today')
      const first = await until('the wait has begun', readyAt)
      page = await reloadWall(scene.browser, tab)
      await until('the wait goes on', async () =>
        (await words(page, '.wall-wait')).startsWith('You can go on in'),
      )
      expect(await readyAt()).toBe(first)
      await until(
        'the pass can be taken',
        async () => (await rowsOf(page)).at(-1)?.startsWith('Open until'),
        15_000,
      )
      expect(Date.now() - began).toBeGreaterThanOrEqual(WAIT_MS)
      expect(await passes()).toEqual([])
      await press(page, 'Open until')
      await tabIsAt(scene.browser, tab, FEED)
      expect(await passes()).toMatchObject([{ type: 'day' }])
      await scene.browser.evaluate((id) => chrome.tabs.remove(id), tab)
    })
  })

  test('with hidden money, passes show minutes', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { moneyHidden: true })
    await seedVisits(browser, [{ surface: 'netflix.com', minutesAgo: 30, seconds: 600 }])
    await putRule(browser, ruleOf({ targets: [{ type: 'site', site: 'netflix.com' }] }))
    await wallOf('https://www.netflix.com/')
    await until('the settings are read', async () => (await rowsOf(page))[0] !== '1 more minute')
    const rows = await rowsOf(page)
    expect(rows.slice(0, 2)).toEqual(['1 more minute1 min', '15 minutes15 min'])
    expect(rows[2]).toMatch(/^For today, until \d?\d:\d\d\s[AP]Mup to \d+ h \d+ min$/)
    expect(await words(page)).not.toContain('€')
    await command(browser, 'changeSettings', { moneyHidden: false })
  })

  describe('a pause', () => {
    test('says which visit of today it is about, with time and money, and its tab says that it is a pause', async () => {
      await wallOf(INSTAGRAM)
      await until('the money is shown', async () => (await words(page, '.wall-visit')).includes('€'))
      expect(await words(page, '.wall-visit')).toBe('3rd visit today · 22 min · €13.35')
      expect(await page.title()).toBe('A pause')
      expect(await words(page)).not.toContain('Did you mean to come here?')
      expect(await flawsOf(page)).toEqual([])
    })

    test('with hidden money says no amount', async () => {
      await command(scene.browser, 'changeSettings', { moneyHidden: true })
      await wallOf(INSTAGRAM)
      expect(await words(page, '.wall-visit')).toBe('3rd visit today · 22 min')
      await command(scene.browser, 'changeSettings', { moneyHidden: false })
    })

    test('asks what for in one tap if the person wants questions, and the answer counts', async () => {
      await command(scene.browser, 'changeSettings', { asksWorth: true })
      await wallOf(INSTAGRAM)
      await until('the question is there', async () =>
        (await words(page)).includes('Did you mean to come here?'),
      )
      expect(await flawsOf(page)).toEqual([])
      expect(await tooSmall(page)).toEqual([])
      await press(page, 'I drifted')
      await until(
        'the answer is noted',
        async () => (await words(page, '.pause-question')) === 'Noted.',
        undefined,
        async () => `${await words(page)} – the focus is on “${await focused(page)}”`,
      )
      await until(
        'the answer is kept',
        async () => (await scene.browser.readDatabase('ratings')).length === 1,
      )
      expect(await scene.browser.readDatabase('ratings')).toMatchObject([
        { surface: 'instagram.com', drifted: true },
      ])
    })
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('a pause and a wall with its wait read in German and fit at 360 px', async () => {
    const { browser } = scene
    await prepare(browser)
    const open = async (address: string) => {
      await tryToGo(browser, await browser.newPage(), address)
      const [wall] = await wallsAre(browser, 1)
      const page = await wallPage(browser)
      await resize(page, 360, 640)
      return { page, id: wall!.id }
    }
    const pause = await open(INSTAGRAM)
    await until('the money is shown', async () => (await words(pause.page, '.wall-visit')).includes('€'))
    expect(await words(pause.page, '.wall-visit')).toBe('3. Besuch heute · 22 min · 13,35 €')
    expect(await tooWide(pause.page)).toEqual([])
    await closeTab(browser, pause.id)
    await wallsAre(browser, 0)
    const wall = await open(FEED)
    await press(wall.page, 'Für heute')
    await until('the way back has the focus', async () => (await focused(wall.page)) === 'Abbrechen')
    expect(await tooWide(wall.page)).toEqual([])
    expect(await flawsOf(wall.page)).toEqual([])
  })
})
