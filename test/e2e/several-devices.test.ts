/** One limit over several devices: what another one used closes a page here, and the wall names the part. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { UsageRow } from '../../domain/firewall/usage-row.ts'
import { MINUTE_MS } from '../../domain/time/local-time.ts'
import { heardOf } from '../fixtures/elsewhere.ts'
import { plain } from '../fixtures/plain.ts'
import { minutes } from '../fixtures/rules.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { resize, textOf } from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tooWide } from './usable.ts'
import { FEED, putRule, reloadWall, ruleOf, tryToGo, wallPage, wallsAre } from './wall-scene.ts'

/** A rule of 40 minutes, of which 12 were used here. */
async function useHere(browser: TestBrowser): Promise<UsageRow> {
  await setRate(browser)
  await seedVisits(browser, [{ surface: 'reddit.com', minutesAgo: 90, seconds: 720 }])
  await putRule(browser, ruleOf({ bound: minutes(40) }))
  return until('the use here is stored', async () => (await browser.readDatabase('usage'))[0] as UsageRow)
}

/** What Desk said last, as an exchange stores it. */
async function hear(browser: TestBrowser, own: UsageRow, used: number): Promise<void> {
  const rows = [{ ...own, ms: used * MINUTE_MS }]
  await writeRows(browser, 'devices', [heardOf({ at: Date.now(), rows })])
  await command(browser, 'recordChanged', null)
}

const wordsOf = async (page: Page): Promise<string> => plain(await textOf(page, 'main'))

async function isUsableWhenNarrow(page: Page): Promise<void> {
  await resize(page, 360, 640)
  await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
  expect(await tooWide(page)).toEqual([])
  expect(await flawsOf(page)).toEqual([])
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let own: UsageRow
  beforeAll(async () => {
    own = await useHere(scene.browser)
  })

  test('an open page closes when another device has used the rest, and the wall names both parts', async () => {
    const { browser } = scene
    await browser.goto(await browser.newPage(), FEED)
    await recording(browser, 'reddit.com')
    await hear(browser, own, 20)
    await wallsAre(browser, 0)
    await hear(browser, own, 28)
    await wallsAre(browser, 1)
    const page = await wallPage(browser)
    expect(await wordsOf(page)).toContain('That was 40 min today.')
    expect(await wordsOf(page)).toContain('12 min here, 28 min on Desk')
    await isUsableWhenNarrow(page)
  })

  test('the wall stays after the worker was killed, and nothing of it is stored as use of this device', async () => {
    const { browser } = scene
    await browser.killWorker()
    const [tab] = await wallsAre(browser, 1)
    const page = await reloadWall(browser, tab!.id)
    expect(await wordsOf(page)).toContain('12 min here, 28 min on Desk')
    const [row] = (await browser.readDatabase('usage')) as UsageRow[]
    expect(Math.floor(row!.ms / MINUTE_MS)).toBe(12)
  })

  test('the Firewall page says the same of the rule', async () => {
    const page = await scene.browser.openExtensionPage('dashboard.html#/firewall')
    const row = await until('the rule is shown', () => textOf(page, '.rule'))
    expect(plain(row)).toContain('12 min here, 28 min on Desk')
    expect(plain(await textOf(page, '.cannot'))).toContain('your connected devices is still on its way')
    await isUsableWhenNarrow(page)
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the wall has German words for both parts', async () => {
    const { browser } = scene
    const own = await useHere(browser)
    await hear(browser, own, 28)
    await tryToGo(browser, await browser.newPage(), FEED)
    const page = await wallPage(browser)
    expect(await wordsOf(page)).toContain('Heute waren es 40 min.')
    expect(await wordsOf(page)).toContain('12 min hier, 28 min auf Desk')
    await isUsableWhenNarrow(page)
  })
})
