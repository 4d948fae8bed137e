/** What the tests of the welcome page do with a file that is to be brought in. */
import type { ElementHandle, Page } from 'puppeteer-core'
import { until } from '../e2e/harness/until.ts'
import { click, textOf } from '../e2e/own-page.ts'

export const isAt = (page: Page, words: string) =>
  until(`the page is at “${words}”`, async () => (await textOf(page, 'h1')) === words)

export async function chooseIn(page: Page, path: string): Promise<void> {
  const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
  await until('the preview is on screen', () => page.$('.import-question'))
}

export async function imported(page: Page): Promise<void> {
  await click(page, 'Import', '.import-question')
  await until('it is imported', async () => (await textOf(page, 'main'))?.includes('The file was imported.'))
}
