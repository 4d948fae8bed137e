/** Two profiles of a browser that meet over its sync area, which the test carries from one to the other. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/surface/opinion'
import { minutes } from '../fixtures/rules.ts'
import { plain } from '../fixtures/plain.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, fillIn, openOwnPage, problemAt, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { personToday } from './seed.ts'
import { FEED, ruleOf, walls } from './wall-scene.ts'

const SETTINGS = 'dashboard.html#/settings/devices'
const RULE = ruleOf({ id: 'f00dfeed', targets: [{ type: 'site', site: 'reddit.com' }], bound: minutes(40) })

const areaOf = (browser: TestBrowser): Promise<Record<string, unknown>> =>
  browser.evaluate(() => chrome.storage.sync.get(null))

/** What a sync engine does: the other profile gets everything but its own items, at once. */
async function carry(from: TestBrowser, to: TestBrowser): Promise<void> {
  const area = await areaOf(from)
  await to.evaluate(async (text) => {
    const { device } = await chrome.storage.local.get('device')
    const items = JSON.parse(text) as Record<string, unknown>
    const isOwn = (key: string) => key.startsWith(`zeitwert.${String(device)}.`)
    const here = Object.keys(await chrome.storage.sync.get(null))
    await chrome.storage.sync.remove(here.filter((key) => !isOwn(key) && !(key in items)))
    await chrome.storage.sync.set(Object.fromEntries(Object.entries(items).filter(([key]) => !isOwn(key))))
  }, JSON.stringify(area))
}

/** The item with a device's use names it and its time; so its text changes with each write. */
const written = (browser: TestBrowser): Promise<string> =>
  browser.evaluate(async () => {
    const { device } = await chrome.storage.local.get('device')
    const key = `zeitwert.${String(device)}.use`
    return String((await chrome.storage.sync.get(key))[key])
  })

const opinions = async (browser: TestBrowser) => (await browser.readDatabase('surfaces')) as Opinion[]

describe.each(BROWSERS)('$name', ({ launch }) => {
  const laptop = useScene(launch)
  const desk = useScene(launch)
  let passphrase: string

  /** Carries the areas both ways until each device has heard what the other one said last. */
  const meet = async () => {
    for (const [from, to] of [
      [laptop, desk],
      [desk, laptop],
    ] as const) {
      await command(from.browser, 'exchangeNow', null)
      await carry(from.browser, to.browser)
      await command(to.browser, 'exchangeNow', null)
    }
  }

  const openDevices = async (browser: TestBrowser): Promise<Page> => {
    const page = await openOwnPage(browser, SETTINGS)
    await until('the section is there', () => textOf(page, '#devices'))
    return page
  }

  test('the first device makes a passphrase, the second types it: a wrong one says so and changes nothing', async () => {
    const first = await openDevices(laptop.browser)
    await click(first, 'Connect this device', '#devices')
    await fillIn(first, 'Name of this device', 'Laptop', '#devices')
    passphrase = (await textOf(first, '.passphrase bdi')) ?? ''
    expect(passphrase).toMatch(/^[\da-z]{4}(-[\da-z]{4}){3}$/)
    await click(first, 'Connect', '.connect-form')
    await until('the laptop is connected', async () =>
      plain(await textOf(first, '#devices'))?.includes('Last exchange'),
    )
    await first.close()

    await carry(laptop.browser, desk.browser)
    const second = await openDevices(desk.browser)
    await click(second, 'Connect this device', '#devices')
    await fillIn(second, 'Name of this device', 'Desk', '#devices')
    await fillIn(second, 'Passphrase', '0000-0000-0000-0000', '#devices')
    await click(second, 'Connect', '.connect-form')
    await until('the field says so', async () => (await problemAt(second, 'Passphrase', '#devices')) !== null)
    expect(Object.keys(await areaOf(desk.browser)).filter((key) => key.endsWith('.use'))).toHaveLength(1)
    await fillIn(second, 'Passphrase', passphrase.toUpperCase().replaceAll('-', ' '), '#devices')
    await click(second, 'Connect', '.connect-form')
    await until('the desk knows the laptop', async () =>
      (await textOf(second, '.other-devices'))?.includes('Laptop'),
    )
    await second.close()
    await meet()
    const again = await openDevices(laptop.browser)
    await until('the laptop knows the desk', async () =>
      (await textOf(again, '.other-devices'))?.includes('Desk'),
    )
    expect(await flawsOf(again)).toEqual([])
    await again.close()
  })

  test('opinions, rates and settings of one reach the other, and the later word wins', async () => {
    await command(laptop.browser, 'changeSurface', { surface: 'duolingo.com', change: { kind: 'games' } })
    await command(laptop.browser, 'changeSettings', { currency: 'CHF' })
    const rate = { from: '1970-01-01', amountMinor: 4200, currency: 'CHF', hourTypes: null }
    await command(laptop.browser, 'putRate', { rate, replaces: null })
    await meet()
    expect(await opinions(desk.browser)).toContainEqual({ surface: 'duolingo.com', kind: 'games' })
    expect(await desk.browser.readDatabase('rates')).toEqual([rate])
    await command(desk.browser, 'changeSurface', {
      surface: 'duolingo.com',
      change: { kind: 'learning', worthQuarters: 6 },
    })
    await meet()
    expect(await opinions(laptop.browser)).toContainEqual({
      surface: 'duolingo.com',
      kind: 'learning',
      worthQuarters: 6,
    })
    await command(desk.browser, 'changeSurface', {
      surface: 'duolingo.com',
      change: { kind: null, worthQuarters: null },
    })
    await meet()
    expect((await opinions(laptop.browser)).map(({ surface }) => surface)).not.toContain('duolingo.com')
  })

  describe('with a rule that the laptop made', () => {
    beforeAll(async () => {
      const stored = { id: RULE.id, createdAt: Date.now() - 600_000, rule: RULE, next: null, heals: null }
      await writeRows(laptop.browser, 'limits', [stored])
      const use = {
        rule: RULE.id,
        day: personToday(),
        ms: 28 * 60_000,
        opens: 1,
        amount: null,
        currency: null,
      }
      await writeRows(laptop.browser, 'usage', [use])
      await command(laptop.browser, 'recordChanged', null)
    })

    test('the rule and its use arrive, and with what is used here the wall comes within 2 s', async () => {
      await command(laptop.browser, 'exchangeNow', null)
      await carry(laptop.browser, desk.browser)
      await until('the rule is there', async () => (await desk.browser.readDatabase('limits')).length === 1)
      const own = {
        rule: RULE.id,
        day: personToday(),
        ms: 11 * 60_000,
        opens: 1,
        amount: null,
        currency: null,
      }
      await writeRows(desk.browser, 'usage', [own])
      await command(desk.browser, 'recordChanged', null)
      const page = await desk.browser.newPage()
      await desk.browser.goto(page, FEED)
      await page.bringToFront()
      expect(await walls(desk.browser)).toEqual([])
      const more = {
        rule: RULE.id,
        day: personToday(),
        ms: 29.5 * 60_000,
        opens: 2,
        amount: null,
        currency: null,
      }
      await writeRows(laptop.browser, 'usage', [more])
      await command(laptop.browser, 'recordChanged', null)
      await command(laptop.browser, 'exchangeNow', null)
      const before = performance.now()
      await carry(laptop.browser, desk.browser)
      await until('the wall is there', async () => (await walls(desk.browser)).length === 1)
      expect(performance.now() - before).toBeLessThan(2000)
      await until('it names both parts', async () =>
        plain(await textOf(page, 'body'))?.includes('29 min on Laptop'),
      )
      await page.close()
    })

    test('nobody can read the area, and it is a tenth full', async () => {
      const text = JSON.stringify(await areaOf(laptop.browser))
      for (const name of ['reddit', 'duolingo', 'Laptop', 'Desk', 'CHF', 'learning', RULE.id])
        expect(text).not.toContain(name)
      expect(text.length).toBeLessThan(10_240)
    })

    test('a looser rule waits on both, and taking the change back reaches the other', async () => {
      await command(desk.browser, 'putRule', { rule: { ...RULE, bound: minutes(60) }, pin: null })
      await meet()
      const [waiting] = (await laptop.browser.readDatabase('limits')) as { rule: object; next: object }[]
      expect(waiting).toMatchObject({ rule: RULE, next: { value: { bound: minutes(60) } } })
      await command(laptop.browser, 'takeBackChange', { id: RULE.id })
      await meet()
      expect(await desk.browser.readDatabase('limits')).toMatchObject([{ rule: RULE, next: null }])
    })
  })

  test('nothing is written while nothing changes', async () => {
    await meet()
    const before = await written(laptop.browser)
    await command(laptop.browser, 'exchangeNow', null)
    expect(await written(laptop.browser)).toBe(before)
    const alarms = await laptop.browser.evaluate(() => chrome.alarms.getAll())
    expect(alarms.map(({ name }) => name).filter((name) => /device|exchange/.test(name))).toEqual([])
  })

  test('a device that leaves takes its items along, and the other keeps what it said', async () => {
    const page = await openDevices(desk.browser)
    await click(page, 'Disconnect this device', '#devices')
    await click(page, 'Disconnect', '#devices .sure')
    await until('its items are gone', async () => (await written(desk.browser)) === 'undefined')
    await carry(desk.browser, laptop.browser)
    await command(laptop.browser, 'exchangeNow', null)
    expect(await desk.browser.readDatabase('limits')).toHaveLength(1)
    expect(await laptop.browser.readDatabase('limits')).toHaveLength(1)
    await page.close()
  })

  test('what is erased goes from the area, and nothing brings it back', async () => {
    const { browser } = laptop
    await browser.evaluate(() => chrome.storage.sync.set({ 'zeitwert.0000000a.use': 'another' }))
    const page = await openOwnPage(browser, 'dashboard.html#/settings/data')
    await click(page, 'Erase everything', '#data')
    await fillIn(page, 'To confirm, type “erase”', 'erase', '#data')
    await click(page, 'Erase everything', '#data form')
    await until('it is erased', async () => (await textOf(page, '#data'))?.includes('was erased'))
    await page.close()
    const left = Object.keys(await areaOf(browser)).toSorted()
    expect(left).toHaveLength(3)
    expect(left[0]).toBe('zeitwert')
    expect(left.filter((key) => key.endsWith('.erased'))).toHaveLength(1)
    await command(browser, 'exchangeNow', null)
    expect(Object.keys(await areaOf(browser)).toSorted()).toEqual(left)
    expect(await browser.readDatabase('words')).toEqual([])
    expect(await browser.readDatabase('surfaces')).toEqual([])
    expect(await browser.evaluate(() => chrome.storage.local.get('devices'))).toEqual({})
  })
})
