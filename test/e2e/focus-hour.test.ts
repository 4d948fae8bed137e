/** A focus hour: begun in the popup by keys, held against a killed worker, and ended with its sentence. */
import { describe, expect, test } from 'vitest'
import type { FocusRow } from '../../domain/firewall/focus-row'
import type { StoredRule } from '../../domain/firewall/rule'
import { focusBound, wishFor } from '../fixtures/focus.ts'
import { hasWords } from '../pages/focus-hour-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { focused, openOwnPage, press, textOf } from './own-page.ts'
import { pass, recording, type Scene, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { activate, FEED, reloadWall, tabIsAt, tabsNow, tryToGo, walls, wallsAre } from './wall-scene.ts'

const UNKNOWN = 'https://www.somewhere.example/'
const NAMED = 'https://www.coursera.org/'

const rules = async ({ browser }: Scene) => (await browser.readDatabase('limits')) as StoredRule[]
const rows = async ({ browser }: Scene) =>
  ((await browser.readDatabase('log')) as FocusRow[]).filter(({ type }) => type === 'focus')

describe.each(BROWSERS)('$name', ({ launch }) => {
  describe('in English', () => {
    const scene = useScene(launch)
    let feed: number

    test('begins with the keyboard in the popup, which then shows it, without a flaw', async () => {
      const { browser } = scene
      await setRate(browser)
      const page = await browser.newPage()
      await browser.goto(page, FEED)
      await recording(browser, 'reddit.com')
      feed = (await tabsNow(browser)).find(({ url }) => url.includes('reddit.com'))!.id
      const popup = await openOwnPage(browser, 'popup.html')
      await press(popup, 'Focus hour', 'header')
      await until('the focus is on Start', async () => (await focused(popup)) === 'Start')
      expect(await flawsOf(popup)).toEqual([])
      await popup.keyboard.press('Enter')
      await hasWords(popup, '.focus-now', /Focus hour until .*50.min left.*Open: Work and Learning/)
      await until('it is said once', async () => !(await textOf(popup, '.limits'))?.includes('Focus hour'))
      expect(await flawsOf(popup)).toEqual([])
      await popup.keyboard.press('Tab')
      const button = await focused(popup)
      // The time is shown anew each second, and leaves the focus where it is.
      await pass(2)
      expect([button, await focused(popup)]).toEqual(['10 min longer', '10 min longer'])
      await popup.close()
    })

    test('closes what was open and what is unknown, and leaves what was named', async () => {
      const { browser } = scene
      await activate(browser, feed)
      await wallsAre(browser, 1)
      const wall = await reloadWall(browser, feed)
      await hasWords(wall, 'h1', /Focus hour until/)
      expect(await textOf(wall, '.wall-passes')).toMatch(/1 more minute.*15 minutes/)
      expect(await textOf(wall, '.wall-passes')).not.toContain('today')
      expect(await flawsOf(wall)).toEqual([])
      const page = await browser.newPage()
      await tryToGo(browser, page, UNKNOWN)
      await wallsAre(browser, 2)
      const other = await browser.newPage()
      await browser.goto(other, NAMED)
      await recording(browser, 'coursera.org')
      const local = await browser.newPage()
      await browser.goto(local, `https://localhost:${scene.server.port}/`).catch(() => undefined)
      expect(await walls(browser)).toHaveLength(2)
    })

    test('closes what was opened after the worker was killed', async () => {
      const { browser } = scene
      const page = await browser.newPage()
      await browser.goto(page, NAMED)
      await recording(browser, 'coursera.org')
      const before = (await walls(browser)).length
      await browser.killWorker()
      await tryToGo(browser, page, FEED)
      await wallsAre(browser, before + 1)
    })

    test('cannot be removed', async () => {
      const { browser } = scene
      const [stored] = await rules(scene)
      const removing = command(browser, 'removeRule', { id: stored!.id, pin: null })
      await expect(removing).rejects.toThrow('error_focus_runs')
      expect(await rules(scene)).toEqual([stored])
    })

    test('ends although the worker was killed, leads back, and says what came of it once', async () => {
      const { browser } = scene
      const [before] = await rules(scene)
      // The same hour, begun so long ago that it ends in a few seconds.
      const endsAt = Date.now() + 4_000
      const bound = focusBound(endsAt - 50 * 60_000, 50)
      await writeRows(browser, 'limits', [{ ...before!, rule: { ...before!.rule, bound } }])
      await seedVisits(browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 40 }])
      await command(browser, 'recordChanged', null)
      await activate(browser, feed)
      await browser.killWorker()
      await until('it is over', () => Date.now() > endsAt)
      await activate(browser, (await tabsNow(browser)).find(({ url }) => url.includes('coursera'))!.id)
      await activate(browser, feed)
      await tabIsAt(browser, feed, FEED)
      await until('its rule is gone', async () => (await rules(scene)).length === 0)
      expect(await rows(scene)).toMatchObject([{ id: before!.id, endedAt: endsAt }])
      const popup = await openOwnPage(browser, 'popup.html')
      await hasWords(popup, '.focus-end', /50.min, 1\d of them at what you named/)
      expect(await flawsOf(popup)).toEqual([])
      await popup.close()
      const again = await openOwnPage(browser, 'popup.html')
      await until('the limits are known', () => again.$('.limits'))
      expect(await again.$('.focus-end')).toBeNull()
      await again.close()
      const day = await openOwnPage(browser, 'dashboard.html#/today')
      await hasWords(day, '.focus-list', /50.min, 1\d of them at what you named/)
      expect(await day.$('.focus-band')).not.toBeNull()
      expect(await flawsOf(day)).toEqual([])
      await day.close()
      const trends = await openOwnPage(browser, 'dashboard.html#/trends/this-month')
      await hasWords(trends, 'main', /1 focus hour: 1\d.min of 50.min at what you named/)
      await until('the table is there', () =>
        trends.evaluate(() => document.querySelector('main table')?.textContent.includes('In focus hours')),
      )
      await trends.close()
    })
  })

  describe('in German', () => {
    const scene = useScene(launch, { lang: 'de' })

    test('offers the form with the last choice, without a flaw', async () => {
      const { browser } = scene
      await command(browser, 'startFocus', wishFor({ minutes: 25, workMinutes: 25, breakMinutes: 5 }))
      await command(browser, 'takeBackFocus', null)
      const popup = await openOwnPage(browser, 'popup.html#focus')
      await hasWords(popup, '.focus-form', 'Bleibt offen')
      expect(await flawsOf(popup)).toEqual([])
      await popup.close()
    })

    test('shows in the popup that it runs, with its breaks, without a flaw', async () => {
      const { browser } = scene
      await command(browser, 'startFocus', wishFor({ minutes: 50, workMinutes: 25, breakMinutes: 5 }))
      const popup = await openOwnPage(browser, 'popup.html')
      await hasWords(popup, '.limits', /Fokuszeit: bis .*noch 50.min/)
      await press(popup, 'Eine Fokuszeit läuft.', 'header')
      await hasWords(
        popup,
        '.focus-now',
        /Offen: Arbeit und Coursera.*Die nächste Pause ist um .*10.min länger/,
      )
      expect(await flawsOf(popup)).toEqual([])
      await popup.close()
    })
  })
})
