/** Somebody types while a wall appears: no key that was meant for the page answers the wall. */
import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { pass, recording, useScene } from './scene.ts'
import {
  addressesNow,
  closeTab,
  endRules,
  FEED,
  isAtReadyWall,
  putRule,
  ruleOf,
  tabsNow,
  wallPage,
  walls,
  wallsAre,
} from './wall-scene.ts'
import { minutes } from '../fixtures/rules.ts'

/** So many fields that Tab stays in the page. */
const FIELDS = '<textarea></textarea>'.repeat(99)
const SHUT = ruleOf({ bound: minutes(0) })

/**
 * Words, line ends and steps between fields. After each of these keys comes a letter: when a busy computer pauses once,
 * the next key counts as meant for the wall, but it alone presses nothing, and the letter makes keys rest anew.
 */
const KEYS = 'h i space a l l Return n o w Tab o k space w e Return a h Tab m e space y o u Return'.split(' ')
const keysFor = (ms: number, msAKey: number) =>
  Array.from({ length: Math.ceil(ms / msAKey) }, (_, i) => KEYS[i % KEYS.length]!)

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch, { pages: { 'www.reddit.com/': FIELDS } })

  /** Opens a feed whose text field has the focus. */
  const openFeed = async (): Promise<{ page: Page; id: number }> => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, FEED)
    await page.bringToFront()
    await page.focus('textarea')
    await recording(browser, 'reddit.com')
    await scene.display.type(['x'], 20)
    await until('the field gets the keys', () =>
      page.evaluate(() => document.querySelector('textarea')?.value.includes('x') ?? false),
    )
    const tab = (await tabsNow(browser)).find(({ url, active }) => active && url.includes('reddit.com'))
    return { page, id: tab!.id }
  }

  afterEach(async () => {
    const { browser } = scene
    // First the walls: without their rule they go back to their page.
    for (const { id } of await walls(browser)) await closeTab(browser, id)
    await endRules(browser)
  })

  /** The tab still stands at its wall, and no pass was taken. */
  const nothingWasPressed = async (id: number) => {
    const { browser } = scene
    expect(
      (await walls(browser)).map((wall) => wall.id),
      await addressesNow(browser),
    ).toEqual([id])
    expect(await browser.readDatabase('overrides')).toEqual([])
  }

  test.each([40, 80, 150])('typing at %i ms a key presses nothing', async (msAKey) => {
    const { browser, display } = scene
    const { id } = await openFeed()
    const typing = display.type(keysFor(4000, msAKey), msAKey)
    await pass(0.5)
    await putRule(browser, SHUT)
    await typing
    await pass(0.3)
    await nothingWasPressed(id)
  })

  test.each(['space', 'Return', 'Tab'])('a held key %s presses nothing', async (key) => {
    const { browser, display } = scene
    const { id } = await openFeed()
    const holding = display.hold(key, 3000)
    await pass(0.5)
    await putRule(browser, SHUT)
    await holding
    await pass(0.3)
    await nothingWasPressed(id)
  })

  test('the heading has the focus, so that it is announced; Tab past the link to the rule and Enter leave', async () => {
    const { browser, display } = scene
    const { id } = await openFeed()
    await putRule(browser, SHUT)
    await wallsAre(browser, 1)
    const wall = await wallPage(browser)
    await until('the heading has the focus', () =>
      wall.evaluate(() => document.activeElement?.tagName === 'H1'),
    )
    expect(await isAtReadyWall(wall)).toBe(true)
    await pass(0.6)
    await display.type(['Tab', 'Tab', 'Return'], 120)
    await until('the tab is gone', async () => !(await tabsNow(browser)).some((tab) => tab.id === id))
  })
})
