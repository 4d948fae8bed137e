/** What a limit goes by stays as it was: the week, amounts already used, the wait after wrong PINs. Settings: test/pages. */
import { describe, expect, test } from 'vitest'
import type { FirewallRow } from '../../domain/firewall/firewall-state'
import type { StoredRule } from '../../domain/firewall/rule'
import { addDays, personDay, weekday } from '../../domain/time/local-time'
import { localOffset } from '../../platform/local-offset'
import { euros, minutesAWeek } from '../fixtures/rules.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { fillIn, openOwnPage, press, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate, storedSettings } from './seed.ts'
import { closeTab, FEED, putRule, reloadWall, ruleOf, tryToGo, walls, wallsAre } from './wall-scene.ts'

const VIDEO = 'https://www.netflix.com/'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  const guardRow = async (): Promise<FirewallRow> => {
    const [row] = (await scene.browser.readDatabase('guard')) as FirewallRow[]
    if (!row) throw new Error('The guard has stored nothing yet.')
    return row
  }
  const wallAt = async (address: string) => {
    const { browser } = scene
    for (const { id } of await walls(browser)) await closeTab(browser, id)
    await wallsAre(browser, 0)
    await tryToGo(browser, await browser.newPage(), address)
    const [tab] = await wallsAre(browser, 1)
    return tab!
  }

  test('a week that is used up stays used up when the start of the week is moved', async () => {
    const { browser } = scene
    await setRate(browser)
    const { dayStartHour = 4 } = await storedSettings(browser)
    const today = personDay(Date.now(), localOffset(Date.now()), dayStartHour)
    const yesterday = addDays(today, -1)
    await command(browser, 'changeSettings', { weekStart: weekday(yesterday) })
    const rule = ruleOf({ targets: [{ type: 'site', site: 'netflix.com' }], bound: minutesAWeek(1) })
    await putRule(browser, rule)
    const [stored] = (await browser.readDatabase('limits')) as StoredRule[]
    await until('the week began yesterday', async () => {
      await writeRows(browser, 'guard', [{ ...(await guardRow()), week: yesterday }], 'now')
      if (await browser.isWorkerAwake()) await browser.killWorker()
      return (await guardRow()).week === yesterday
    })
    await writeRows(browser, 'usage', [
      { rule: stored!.id, day: yesterday, ms: 60_000, opens: 0, amount: null, currency: null },
    ])
    if (await browser.isWorkerAwake()) await browser.killWorker()
    await wallAt(VIDEO)

    // As if the change had been made yesterday and its wait were over.
    await command(browser, 'changeSettings', { weekStart: weekday(today) })
    await until('the moved start is in force', async () => {
      const row = await guardRow()
      if (!row.terms) return false
      const terms = { ...row.terms, held: { ...row.terms.held, weekStart: weekday(today) }, next: null }
      await writeRows(browser, 'guard', [{ ...row, terms }], 'now')
      if (await browser.isWorkerAwake()) await browser.killWorker()
      return (await guardRow()).terms?.held.weekStart === weekday(today)
    })
    await wallAt(VIDEO)
    expect((await guardRow()).week).toBe(yesterday)
    expect((await guardRow()).terms?.held.weekStart).toBe(weekday(today))
  })

  test('an amount that is used up stays used up in another currency', async () => {
    const { browser } = scene
    await seedVisits(browser, [{ surface: 'instagram.com', minutesAgo: 30, seconds: 110 }])
    await putRule(browser, ruleOf({ bound: euros(1) }))
    const { id } = await wallAt(FEED)
    await command(browser, 'changeSettings', { currency: 'JPY' })
    const wall = await reloadWall(browser, id)
    await until('the wall says €1.10', async () => (await textOf(wall, 'main'))?.includes('€1.10'))
    await browser.killWorker()
    await wallAt(FEED)
  })

  test('wrong PINs make the next one wait, the page says until when, and a new worker still waits', async () => {
    const { browser } = scene
    await command(browser, 'setPin', { pin: '246824', old: null })
    const page = await openOwnPage(browser, 'dashboard.html#/firewall')
    const last = '.rules > li:last-child'
    const said = (words: string | RegExp) =>
      until(`the page says ${words}`, async () =>
        ((await textOf(page, `${last} .save-note.failed`)) ?? '').match(words),
      )
    await press(page, 'Switch off', last)
    const type = async (pin: string) => {
      await fillIn(page, 'PIN', pin, last)
      await press(page, 'Switch off', last)
    }
    for (const [index, pin] of ['111111', '222222', '333333'].entries()) {
      await type(pin)
      await until(`${pin} is counted`, () =>
        browser.evaluate(async (count) => {
          const { pin: stored } = await chrome.storage.local.get('pin')
          return (stored as { tries?: { wrong: number } }).tries?.wrong === count
        }, index + 1),
      )
      await said(/That is not the PIN/)
    }
    await said(/You can try again at \d/)
    await browser.killWorker()
    await type('246824')
    await said(/Too many wrong PINs. You can try again at \d/)
    await page.close()
  })
})
