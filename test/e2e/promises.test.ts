/** Promises about a week: settled once, and their card and popup as they are seen. The rest is in test/pages. */
import { describe, expect, test } from 'vitest'
import { addDays, HOUR_MS } from '../../domain/time/local-time'
import { CARD, DAY_START, promises, says, seedPromises, thisWeek, words } from '../pages/promises-page.ts'
import { minutesAWeek } from '../fixtures/rules.ts'
import { plain } from '../fixtures/plain.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { fillIn, openOwnPage, press } from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { tooWide } from './usable.ts'
import { putRule, ruleOf } from './wall-scene.ts'

async function visit(browser: TestBrowser, site: string): Promise<void> {
  const page = await browser.newPage()
  await browser.goto(page, `https://www.${site}/`)
  await recording(browser, site)
}

const settledOf = async (browser: TestBrowser) =>
  (await promises(browser)).flatMap(({ settled }) => (settled ? [settled] : []))

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('a week that is over is settled once, even if the worker dies', async () => {
    const { browser } = scene
    await seedPromises(browser)
    await visit(browser, 'zeit.de')
    const settled = await until('last week is settled', async () => {
      const all = await settledOf(browser)
      return all.length === 2 && all
    })
    expect(
      settled.map(({ amountMinor, actualMs, isEarly }) => [amountMinor, actualMs / HOUR_MS, isEarly]),
    ).toEqual([
      [-5000, 12, false],
      [-2500, 3, false],
    ])
    await browser.killWorker()
    await visit(browser, 'heise.de')
    expect(await settledOf(browser)).toEqual(settled)
  })

  test('the card with its history and next week passes axe and fits, from 360 to 1440 px', async () => {
    const { browser } = scene
    const terms = {
      kind: 'learning',
      type: 'least',
      minutes: 240,
      priceMinor: 2500,
      currency: 'EUR',
    } as const
    await command(browser, 'promise', { terms: [{ week: addDays(thisWeek(), 7), ...terms }] })
    const page = await openOwnPage(browser, 'dashboard.html#/insights/last-week/promises')
    await says(page, 'Learning: at least 1 h')
    await until('the history is there', () => page.$('.promise-settled tbody tr'))
    const settled = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLTableRowElement>('.promise-settled tbody tr')].map((row) =>
        [...row.cells].slice(1).map(({ textContent }) => textContent),
      ),
    )
    expect(settled.map((row) => row.map(plain))).toEqual([
      ['−€25.00', '−€75.00'],
      ['−€50.00', '−€50.00'],
    ])
    expect(await flawsOf(page)).toEqual([])
    for (const width of [360, 768, 1440]) {
      await page.setViewport({ width, height: 900 })
      await until('the window is as wide', () => page.evaluate((px) => innerWidth === px, width))
      expect(await tooWide(page)).toEqual([])
    }
    await page.close()
  })

  test('the popup shows the goal of this week beside the limits', async () => {
    await putRule(scene.browser, ruleOf({ bound: minutesAWeek(480) }))
    const popup = await scene.browser.openPopup()
    const line = await until('the goal is there', () =>
      popup.evaluate((view) =>
        view.document.querySelector('.limits [data-goal]')?.textContent.replace(/\s+/g, ' '),
      ),
    )
    expect(line).toBe('Learning: at least 1 h1 h to go')
    await popup.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('with hidden money, promises are hours alone', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { moneyHidden: true, weekStart: 0, dayStartHour: DAY_START })
    const page = await openOwnPage(browser, 'dashboard.html#/insights/last-week/promises')
    await says(page, 'Am Montag steht sie fest')
    await fillIn(page, 'Feeds, höchstens', '7,5', CARD)
    await press(page, 'Versprechen', CARD)
    await says(page, 'Die nächste Woche ist versprochen.')
    expect((await promises(browser)).map(({ minutes, priceMinor }) => [minutes, priceMinor])).toEqual([
      [450, 0],
    ])
    expect(await words(page)).not.toContain('€')
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
