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

  test('what is read from storage and changed does not change what is stored', async () => {
    const stored = await page.evaluate(async () => {
      await chrome.storage.local.set({ kept: { size: 1 } })
      const { kept } = (await chrome.storage.local.get('kept')) as { kept: { size: number } }
      kept.size = 2
      const again = (await chrome.storage.local.get('kept')) as { kept: { size: number } }
      return again.kept.size
    })
    expect(stored).toBe(1)
  })
})
