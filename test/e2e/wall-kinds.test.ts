/** The walls beside that of a spent allowance: a pause before entry, the cutoff, and what a pause of the record does not stop. */
import { beforeAll, describe, expect, test } from 'vitest'
import { EVERY_DAY } from '../../domain/rule'
import { BROWSERS, LASTING_BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { openSpan, recording, useLastingScene, useScene } from './scene.ts'
import {
  CLOSED,
  closeTab,
  FEED,
  putRule,
  ruleOf,
  tabIsAt,
  tabsNow,
  tryToGo,
  wallPage,
  wallsAre,
} from './wall-scene.ts'

const ALWAYS = ruleOf({
  strictness: 'pause',
  targets: [{ type: 'site', site: 'reddit.com' }],
  bound: { type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) },
})

/** Closed from a minute ago until an hour from now, across midnight or not. */
function cutoffNow() {
  const now = new Date()
  const minutes = now.getHours() * 60 + now.getMinutes()
  return ruleOf({
    targets: [{ type: 'kind', kind: 'video' }],
    bound: {
      type: 'hours',
      are: 'blocked',
      ranges: EVERY_DAY([{ from: (minutes + 1439) % 1440, to: ((minutes + 60) % 1440) + 1 }]),
    },
  })
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('a pause has to be sat through, a reload does not shorten it, and then it holds in every tab', async () => {
    const { browser } = scene
    await putRule(browser, ALWAYS)
    const page = await browser.newPage()
    const began = Date.now()
    await tryToGo(browser, page, FEED)
    const [tab] = await wallsAre(browser, 1)
    await wallPage(browser)
    await browser.evaluate((id) => chrome.tabs.reload(id), tab!.id)
    const wall = await wallPage(browser)
    const enter = { command: 'enter', input: null }
    await wall.evaluate((message) => chrome.runtime.sendMessage(message), enter)
    await wallsAre(browser, 1)
    await until(
      'the pause was sat through',
      async () => {
        await wall.evaluate((message) => chrome.runtime.sendMessage(message), enter).catch(() => undefined) // gone by now
        return (await tabsNow(browser)).some(({ id, url }) => id === tab!.id && url.includes('reddit.com'))
      },
      15_000,
    )
    expect(Date.now() - began).toBeGreaterThanOrEqual(4_500)
    await tabIsAt(browser, tab!.id, FEED)
    const other = await browser.newPage()
    await browser.goto(other, 'https://old.reddit.com/')
    await recording(browser, 'reddit.com')
    await wallsAre(browser, 0)
  })

  test('closed hours close at once what is open', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.netflix.com/')
    await recording(browser, 'netflix.com')
    await putRule(browser, cutoffNow())
    const [tab] = await wallsAre(browser, 1)
    await closeTab(browser, tab!.id)
  })

  test('pausing the record does not open anything', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { pausedUntil: 'resumed' })
    const page = await browser.newPage()
    await tryToGo(browser, page, 'https://www.netflix.com/')
    await wallsAre(browser, 1)
    await command(browser, 'changeSettings', { pausedUntil: null })
  })

  test('saying that it is something else does not open it today', async () => {
    const { browser } = scene
    await command(browser, 'changeSurface', { surface: 'netflix.com', change: { kind: 'learning' } })
    const [tab] = await wallsAre(browser, 1)
    await closeTab(browser, tab!.id)
    const page = await browser.newPage()
    await tryToGo(browser, page, 'https://www.netflix.com/')
    await wallsAre(browser, 1)
  })

  test('a private window is outside, unless the person lets the extension in', async () => {
    const { browser } = scene
    const hidden = await browser.openPrivatePage('https://www.netflix.com/')
    await until('nothing is recorded', async () => !(await openSpan(browser)))
    expect(hidden.url()).toContain('netflix.com')
    await hidden.close()
  })
})

describe.each(LASTING_BROWSERS)('$name, killed and started again', ({ launch }) => {
  const scene = useLastingScene(launch)

  beforeAll(async () => {
    await putRule(scene.browser, CLOSED)
    await scene.browser.kill()
    await scene.startAgain()
  })

  test('keeps its rules', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await tryToGo(browser, page, FEED)
    await wallsAre(browser, 1)
  })
})
