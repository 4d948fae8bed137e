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

  test('a hidden button cannot be clicked as a person would', async () => {
    await page.evaluate(() => {
      const line = document.createElement('p')
      line.hidden = true
      line.className = 'hidden-line'
      line.append(document.createElement('button'))
      document.querySelector('main')?.append(line)
    })
    const button = await page.$('.hidden-line button')
    await expect(button?.click()).rejects.toThrow('not clickable')
  })

  test('a button in a disabled group does nothing when it is clicked', async () => {
    const clicks = await page.evaluate(() => {
      const [group, button] = [document.createElement('fieldset'), document.createElement('button')]
      let count = 0
      button.type = 'button'
      button.addEventListener('click', () => (count += 1))
      group.append(button)
      document.querySelector('main')?.append(group)
      button.click()
      group.disabled = true
      button.click()
      return count
    })
    expect(clicks).toBe(1)
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
