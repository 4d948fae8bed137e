/** Rules for everything but something, and rules that open only after something else. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { UsageRow } from '../../domain/firewall/usage-row'
import type { StoredRule, Target } from '../../domain/firewall/rule'
import { minutes } from '../fixtures/rules.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, fillIn, openOwnPage, press, problemAt, textOf } from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tooSmall, tooWide } from './usable.ts'
import {
  closeTab,
  endRules,
  FEED,
  putRule,
  reloadWall,
  ruleOf,
  tabIsAt,
  tryToGo,
  wallsAre,
} from './wall-scene.ts'
import { plain } from '../fixtures/plain.ts'

const learning: Target = { type: 'kind', kind: 'learning' }
const COURSE = 'https://www.coursera.org/'

/** Types into the field for what a rule is about, or leaves open, and takes the first suggestion. */
async function take(page: Page, label: string, typed: string, name: string): Promise<void> {
  const chips = () =>
    page.evaluate(() => [...document.querySelectorAll('.chip')].map((chip) => chip.firstChild?.textContent))
  await page.evaluate((words) => {
    const all = [...document.querySelectorAll<HTMLLabelElement>('.rule-form label')]
    all.find(({ textContent }) => textContent.trim() === words)?.control?.focus()
  }, label)
  await page.keyboard.type(typed)
  await until(`${name} is suggested`, () =>
    page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('[aria-selected=true] .name')].some(
          ({ textContent }) => textContent === wanted,
        ),
      name,
    ),
  )
  await page.keyboard.press('Enter')
  await until(`${name} is taken`, async () => (await chips()).includes(name))
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  const rules = async () => (await scene.browser.readDatabase('limits')) as StoredRule[]
  const noRules = () => endRules(scene.browser)

  beforeAll(() => setRate(scene.browser))

  test('the form asks at once what everything leaves open, and says it in a sentence', async () => {
    const page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
    await click(page, 'New rule')
    await until('the form is there', () => textOf(page, '.rule-form'))
    await take(page, 'What to limit', 'all', 'Everything')
    await take(page, 'but', 'learn', 'Learning')
    await until('the sentence is formed', async () =>
      plain(await textOf(page, '.formed'))?.startsWith(
        'Everything but Learning: 20 min a day, then the wall',
      ),
    )
    await page.evaluate(() => document.querySelector<HTMLElement>('.rule-more summary')?.click())
    await take(page, 'Only after', 'work', 'Work')
    await press(page, 'Save')
    await until('the flaw is shown', async () =>
      (await problemAt(page, 'Only after'))?.startsWith('The rule closes this too'),
    )
    await take(page, 'but', 'work', 'Work')
    await fillIn(page, 'For how long', '30')
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.rule-more input[type=checkbox]:not(:checked)')?.click(),
    )
    expect(await flawsOf(page)).toEqual([])
    await page.setViewport({ width: 360, height: 640 })
    await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
    expect(await tooWide(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    await press(page, 'Save')
    const [stored] = await until('the rule is stored', async () => {
      const all = await rules()
      return all.length === 1 && all
    })
    expect(stored?.rule).toMatchObject({
      targets: [{ type: 'everything' }],
      except: [learning, { type: 'kind', kind: 'work' }],
      after: { minutes: 30 },
      carriesOver: true,
    })
    await noRules()
    await page.close()
  })

  test('feeds after a minute of learning: the wall says how much is missing, and opens once it was there', async () => {
    const { browser, display } = scene
    await seedVisits(browser, [{ surface: 'coursera.org', seconds: 58, minutesAgo: 10 }])
    await putRule(browser, ruleOf({ bound: minutes(30), after: { targets: [learning], minutes: 1 } }))
    const page = await browser.newPage()
    await tryToGo(browser, page, FEED)
    const [tab] = await wallsAre(browser, 1)
    const wall = await reloadWall(browser, tab!.id)
    expect(plain(await textOf(wall, 'h1'))).toBe('1 min of Learning first.')
    expect(plain(await textOf(wall, '.wall-facts'))).toContain('58 s of 1 min')
    expect(await wall.evaluate(() => document.querySelectorAll('.wall-passes .pass').length)).toBe(3)
    expect(await flawsOf(wall)).toEqual([])
    const popup = await openOwnPage(browser, 'popup.html')
    await until('the popup says what is missing', async () =>
      plain(await textOf(popup, '[data-rule] .number'))?.startsWith('1 min of Learning to go'),
    )
    await popup.close()
    const course = await browser.newPage()
    display.input()
    await browser.goto(course, COURSE)
    await until('learning has lasted long enough', async () => {
      await command(browser, 'recordChanged', null)
      const rows = (await browser.readDatabase('usage')) as UsageRow[]
      return rows.some(({ firstMs = 0 }) => firstMs >= 60_000)
    })
    await wall.bringToFront()
    await tabIsAt(browser, tab!.id, FEED)
    await wallsAre(browser, 0)
    await course.close()
    await closeTab(browser, tab!.id)
    await noRules()
  })

  test('everything but learning: a site that nobody knows is closed; learning, sign-in, localhost and our pages are open', async () => {
    const { browser, server } = scene
    await putRule(
      browser,
      ruleOf({
        targets: [{ type: 'everything' }],
        except: [learning],
        bound: minutes(0),
        strictness: 'lock',
      }),
    )
    const page = await browser.newPage()
    await tryToGo(browser, page, 'https://unknown.example.net/')
    const [tab] = await wallsAre(browser, 1)
    const wall = await reloadWall(browser, tab!.id)
    expect(await textOf(wall, 'main')).toContain('Everything but Learning')
    expect(await flawsOf(wall)).toEqual([])
    const other = await browser.newPage()
    for (const [address, surface] of [
      [COURSE, 'coursera.org'],
      ['https://github.com/login', 'github.com/sign-in'],
      ['https://printer.local/', 'printer.local'],
      [`https://localhost:${server.port}/`, 'localhost'],
    ] as const) {
      await browser.goto(other, address)
      await recording(browser, surface)
      await wallsAre(browser, 1)
    }
    await openOwnPage(browser, 'dashboard.html#/firewall')
    await wallsAre(browser, 1)
    await other.close()
    await wall.close()
    await noRules()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the form reads as a German sentence and fits at 360 px', async () => {
    const page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
    await click(page, 'Neue Regel')
    await until('the form is there', () => textOf(page, '.rule-form'))
    await page.setViewport({ width: 360, height: 640 })
    await take(page, 'Was begrenzen?', 'alles', 'Alles')
    await take(page, 'außer', 'lern', 'Lernen')
    await page.evaluate(() => document.querySelector<HTMLElement>('.rule-more summary')?.click())
    await take(page, 'Erst nach', 'lern', 'Lernen')
    await until('the sentence is formed', async () =>
      plain(await textOf(page, '.formed'))?.startsWith(
        'Alles außer Lernen: 20 min am Tag, erst nach 20 min Lernen, dann Sperre',
      ),
    )
    expect(await tooWide(page)).toEqual([])
    expect(await flawsOf(page)).toEqual([])
  })
})
