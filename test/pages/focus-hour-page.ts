/** What a page says of a focus hour. */
import type { Page } from 'puppeteer-core'
import { until } from '../e2e/harness/until.ts'
import { textOf } from '../e2e/own-page.ts'

export const hasWords = (page: Page, selector: string, words: RegExp | string): Promise<true> => {
  const said = async () => (await textOf(page, selector).catch(() => '')) ?? ''
  return until(
    `${selector} says ${words}`,
    async () => {
      const text = await said()
      return typeof words === 'string' ? text.includes(words) : words.test(text)
    },
    undefined,
    said,
  ) as Promise<true>
}
