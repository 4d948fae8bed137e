/** Settings › Devices, and the files that it saves and brings in. */
import type { ElementHandle, Page } from 'puppeteer-core'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { openOwnPage, textOf } from '../e2e/own-page.ts'

export const SETTINGS = 'dashboard.html#/settings/devices'

export const says = (page: Page, words: string) =>
  until(
    `the section says “${words}”`,
    async () => (await textOf(page, '#devices'))?.includes(words),
    undefined,
    async () => (await textOf(page, '#devices .devices-part .file-said')) ?? '',
  )

export async function openDevices(browser: PageHost, first: string): Promise<Page> {
  const page = await openOwnPage(browser, SETTINGS)
  await says(page, first)
  return page
}

export const idOf = async (browser: PageHost): Promise<string> =>
  String((await browser.evaluate(() => chrome.storage.local.get('device')))['device'])

export async function chooseFile(page: Page, path: string): Promise<void> {
  const input = (await page.$('#devices input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
}
