/** What a page without a browser has to do as browsers do, because other tests rely on it. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOwnPage } from '../e2e/own-page.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  beforeAll(async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
  })
  afterAll(() => page.close())

  test('a function that runs in the page does not see what is around it in the test', async () => {
    const around = 1
    await expect(page.evaluate(() => around)).rejects.toThrow('around')
  })

  test('text without a tabindex does not take the focus', async () => {
    const focused = await page.evaluate(() => {
      document.querySelector<HTMLElement>('main p')?.focus()
      return document.activeElement === document.body
    })
    expect(focused).toBe(true)
  })

  test('a page finds its own words in the language of the extension', async () => {
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })
})
