/** Settings › Devices on one device: connecting, what goes wrong, and starting anew. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { fillIn, focused, press, problemAt, textOf } from '../e2e/own-page.ts'
import { plain } from '../fixtures/plain.ts'
import { openDevices, says } from './devices-page.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  beforeEach(async () => {
    page = await openDevices(scene.browser)
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
})
