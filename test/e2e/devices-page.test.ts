/** Settings › Devices: when the browser’s area is full, and in narrow windows. The rest is in test/pages. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDevices, says } from '../pages/devices-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, resize, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { cutFields, tabThrough, tooSmall, tooWide } from './usable.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  beforeEach(async () => {
    page = await openDevices(scene.browser)
  })
  afterEach(async () => {
    await page.close()
    await command(scene.browser, 'disconnectDevices', null)
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
    const page = await openDevices(scene.browser)
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
    const fresh = await openDevices(scene.browser)
    const { all, seen } = await tabThrough(fresh)
    expect(seen).toEqual(all)
    await fresh.close()
  })
})
