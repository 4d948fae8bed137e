/** An allowance that ends while the person is there: when and where the wall comes, and what a pass opens. */
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { EVERY_DAY } from '../../domain/firewall/rule'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { SOUND } from './harness/sound.ts'
import { until } from './harness/until.ts'
import { openSpan, recording, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import {
  activate,
  closeTab,
  putRule,
  ruleOf,
  tabIsAt,
  tabsNow,
  wallPage,
  walls,
  wallsAre,
} from './wall-scene.ts'

/** An address with everything that an address may contain. */
const ADDRESS = `https://www.reddit.com/r/a?x=1&y=%26%23&z=${'long-'.repeat(380)}#part&more`

const MINUTE = 60

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch, { pages: { 'www.tiktok.com/': SOUND } })
  let page: Page
  let tab: number

  const idOf = async (part: string): Promise<number> =>
    (await tabsNow(scene.browser)).find(({ url }) => url.includes(part))?.id ?? -1

  test('the wall comes within two seconds of the end: in front, in a second window, and in an audible tab', async () => {
    const { browser } = scene
    await setRate(browser)
    const heard = await browser.newPage()
    await browser.goto(heard, 'https://www.tiktok.com/')
    await until('the tab is heard', () =>
      browser.evaluate(async () => (await chrome.tabs.query({ audible: true })).length === 1),
    )
    page = await browser.newPage()
    await browser.goto(page, ADDRESS)
    const beside = await browser.driver.newPage({ type: 'window' })
    await browser.goto(beside, 'https://x.com/home')
    await page.bringToFront()
    await until('the page is being recorded', async () =>
      (await openSpan(browser))?.surface.startsWith('reddit.com'),
    )
    tab = await idOf('reddit.com')
    // Time recorded before the rule counts: 12 s of the minute are left.
    await seedVisits(browser, [{ surface: 'instagram.com', minutesAgo: 30, seconds: MINUTE - 12 }])
    await putRule(browser, ruleOf())
    const [rule] = await until('the rule counts', async () => {
      const rows = (await browser.readDatabase('usage')) as { ms: number }[]
      return rows.length > 0 && rows
    })
    const seenAt = Date.now()
    expect(rule!.ms).toBeLessThan(MINUTE * 1000)
    await until(
      'the page is at the wall',
      async () => (await walls(browser)).some(({ id }) => id === tab),
      20_000,
    )
    expect(Date.now() - seenAt).toBeLessThan(14_000)
    await wallsAre(browser, 3)
    const spent = await until('all of it is used', async () => {
      const [row] = (await browser.readDatabase('usage')) as { ms: number }[]
      return row && row.ms >= MINUTE * 1000 && row
    })
    expect(spent.ms).toBeLessThan(MINUTE * 1000 + 2000)
  })

  test('a pass leads back to the exact address and holds in every tab', async () => {
    const { browser } = scene
    const others = (await walls(browser)).filter(({ id }) => id !== tab)
    await activate(browser, tab)
    const wall = await wallPage(browser)
    const request = { command: 'pass', input: { type: 'quarter', priceMinor: 900, currency: 'EUR' } }
    await wall.evaluate((message) => void chrome.runtime.sendMessage(message), request)
    await tabIsAt(browser, tab, ADDRESS)
    await activate(browser, others[0]!.id)
    await until('the other wall is gone', async () => (await walls(browser)).length < 2)
    const [pass] = (await browser.readDatabase('overrides')) as { type: string; priceMinor: number }[]
    expect(pass).toMatchObject({ type: 'quarter', priceMinor: 900 })
    for (const { id } of others) await closeTab(browser, id)
  })

  test('an extension page that is not a wall gets no pass', async () => {
    const { browser } = scene
    await expect(command(browser, 'pass', { type: 'day', priceMinor: 0, currency: 'EUR' })).rejects.toThrow(
      'error_pass_gone',
    )
  })

  test('the status of a used-up rule says that nothing is left', async () => {
    const { browser } = scene
    const answer = await browser.evaluate(
      (message) =>
        chrome.runtime.sendMessage(message) as Promise<{
          done: { rules: { isSpent: boolean; leftMs: number }[] }
        }>,
      { command: 'firewall', input: null },
    )
    expect(answer.done.rules[0]).toMatchObject({ isSpent: true, leftMs: 0 })
  })
})

describe.each(BROWSERS)('$name: before the end', ({ launch }) => {
  const scene = useScene(launch)

  test('a notification warns of the end, and the icon counts down', async () => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, [{ surface: 'reddit.com', minutesAgo: 40, seconds: 10 * MINUTE - 50 }])
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.reddit.com/')
    await recording(browser, 'reddit.com')
    await putRule(browser, ruleOf({ bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(10) } } }))
    await until('the icon counts down', async () =>
      browser.evaluate(async () => (await chrome.action.getBadgeText({})) === '1m'),
    )
    const warned = await browser.evaluate(async () => {
      const { guard } = await chrome.storage.session.get('guard')
      return (guard as { warned: string[] }).warned
    })
    expect(warned).toEqual([expect.stringMatching(/^\S+ \d{4}-\d{2}-\d{2} 1$/)])
    const shown = await browser.evaluate(async () => Object.keys(await chrome.notifications.getAll()))
    // Firefox finds no system notification service here.
    if (browser.name === 'chromium') expect(shown).toEqual([`firewall ${warned[0]}`])
  })
})

describe.each(BROWSERS)('$name: a page that asks before it is left', ({ launch }) => {
  const ASKS = `<textarea></textarea><script>addEventListener('beforeunload', (event) => event.preventDefault())</script>`
  const scene = useScene(launch, { pages: { 'www.reddit.com/': ASKS } })

  test('stays open: the wall opens in a tab of its own in front of it', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.reddit.com/')
    await recording(browser, 'reddit.com')
    await page.click('textarea')
    await page.keyboard.type('half a sentence')
    page.on('dialog', () => undefined) // leaves the question unanswered
    await putRule(
      browser,
      ruleOf({ strictness: 'lock', bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(0) } } }),
    )
    await until('the wall is in front', async () => (await wallsAre(browser, 1))[0]?.active)
    expect((await tabsNow(browser)).some(({ url }) => url.includes('reddit.com'))).toBe(true)
  })
})
