/** Opens the section Devices, and waits for what it says. */
import type { Page } from 'puppeteer-core'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { openOwnPage, textOf } from '../e2e/own-page.ts'
import { plain } from '../fixtures/plain.ts'

export const openDevices = async (browser: PageHost): Promise<Page> => {
  const page = await openOwnPage(browser, 'dashboard.html#/settings/devices')
  await until('the section is there', () => textOf(page, '#devices'))
  return page
}

export const says = (page: Page, words: string): Promise<unknown> =>
  until(`the section says “${words}”`, async () => plain(await textOf(page, '#devices'))?.includes(words))
