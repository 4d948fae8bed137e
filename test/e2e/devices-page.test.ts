/** Settings › Devices on one device: connecting, what goes wrong, starting anew and disconnecting, in both languages. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../fixtures/plain.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, fillIn, focused, openOwnPage, press, problemAt, resize, textOf } from './own-page.ts'
import { type Scene, useScene } from './scene.ts'
import { cutFields, tabThrough, tooSmall, tooWide } from './usable.ts'

const openDevices = async ({ browser }: Scene): Promise<Page> => {
  const page = await openOwnPage(browser, 'dashboard.html#/settings/devices')
  await until('the section is there', () => textOf(page, '#devices'))
  return page
}

const says = (page: Page, words: string): Promise<unknown> =>
  until(`the section says “${words}”`, async () => plain(await textOf(page, '#devices'))?.includes(words))

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  beforeEach(async () => {
    page = await openDevices(scene)
  })
  afterEach(async () => {
    await page.close()
    await command(scene.browser, 'disconnectDevices', null)
  })

  test('by keyboard: a passphrase of one’s own that is too short says so; a longer one connects', async () => {
    await press(page, 'Connect this device', '#devices')
    await press(page, 'Use my own', '#devices')
    await until('the field has the focus', async () => (await focused(page)) === 'Passphrase')
    await page.keyboard.type('too short')
    await page.keyboard.press('Enter')
    await until('the field says so', async () => (await problemAt(page, 'Passphrase', '#devices')) !== null)
    await fillIn(page, 'Passphrase', 'correct horse battery staple', '#devices')
    await press(page, 'Connect', '.connect-form')
    await says(page, 'This device is connected')
    await says(page, 'correct horse battery staple')
    await press(page, 'Hide', '#devices')
    await until('it is hidden', async () => !(await textOf(page, '#devices'))?.includes('correct horse'))
    await says(page, 'None yet')
    await says(page, 'kB of Zeitwert’s part')
  })

  test('starting anew empties the area, and a device with the old passphrase is asked for the new one', async () => {
    await command(scene.browser, 'connectDevices', { name: 'Laptop', passphrase: 'the old passphrase' })
    await until('it is connected', async () => plain(await textOf(page, '#devices'))?.includes('connected'))
    const before = await scene.browser.evaluate(() => chrome.storage.sync.get('zeitwert'))
    await command(scene.browser, 'startDevicesAnew', { name: 'Laptop', passphrase: 'the new passphrase' })
    const after = await scene.browser.evaluate(() => chrome.storage.sync.get('zeitwert'))
    expect(after).not.toEqual(before)
    // As another device sees it, to which the engine brings the other head.
    await scene.browser.evaluate((head) => chrome.storage.sync.set(head as object), before)
    await says(page, 'started over with another passphrase')
    await press(page, 'Type the passphrase', '#devices')
    await fillIn(page, 'Passphrase', 'the old passphrase', '#devices')
    await press(page, 'Connect', '.connect-form')
    await says(page, 'This device is connected.')
  })

  test('an area that is full is told, and nothing is lost here', async () => {
    await command(scene.browser, 'connectDevices', { name: 'Laptop', passphrase: 'a long passphrase' })
    await scene.browser.evaluate(async () => {
      // Other devices fill it up to the last kilobytes.
      const sizes = [...Array.from({ length: 12 }, () => 8000), 4600]
      const filling = sizes.map((size, index) => [
        `zeitwert.0000000${index.toString(16)}.words0`,
        'x'.repeat(size),
      ])
      await chrome.storage.sync.set(Object.fromEntries(filling))
    })
    const rates = Array.from({ length: 60 }, (_, index) => ({
      from: `20${10 + (index % 20)}-0${1 + (index % 9)}-0${1 + (index % 3)}`,
      amountMinor: 1000 + index * 7919,
      currency: 'EUR',
      hourTypes: null,
    }))
    for (const rate of rates) await command(scene.browser, 'putRate', { rate, replaces: null })
    for (let index = 0; index < 80; index += 1)
      await command(scene.browser, 'changeSurface', {
        surface: `site${(index * 7919) % 100_003}.example`,
        change: { name: `Name ${(index * 104_729) % 999_983}`, worthQuarters: index % 9 },
      })
    await command(scene.browser, 'exchangeNow', null)
    await says(page, 'part of your browser’s sync is full')
    expect((await scene.browser.readDatabase('surfaces')).length).toBeGreaterThanOrEqual(80)
    await scene.browser.evaluate(async () => {
      const keys = Object.keys(await chrome.storage.sync.get(null))
      await chrome.storage.sync.remove(keys.filter((key) => key.endsWith('.words0')))
    })
    await command(scene.browser, 'exchangeNow', null)
    await says(page, 'This device is connected.')
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('off, the form, and connected: axe finds nothing, all can be reached, and it fits at 360 px', async () => {
    const look = async (page: Page) => {
      for (const scheme of ['dark', 'light'] as const) {
        await setColourScheme(scene.browser, page, scheme)
        expect(await flawsOf(page)).toEqual([])
      }
      await resize(page, 360, 800)
      expect([...(await tooWide(page)), ...(await cutFields(page)), ...(await tooSmall(page))]).toEqual([])
      await resize(page, 1200, 800)
    }
    const page = await openDevices(scene)
    await says(page, 'Dieses Gerät verbinden')
    await look(page)
    await click(page, 'Dieses Gerät verbinden', '#devices')
    await until('the form is there', () => textOf(page, '.connect-form'))
    await look(page)
    await click(page, 'Verbinden', '.connect-form')
    await says(page, 'Dieses Gerät ist verbunden.')
    await until('the form closed', async () => (await textOf(page, '.connect-form')) === null)
    await look(page)
    await page.close()
    const fresh = await openDevices(scene)
    const { all, seen } = await tabThrough(fresh)
    expect(seen).toEqual(all)
    await fresh.close()
  })
})
