/** Checks that a page can be used by keyboard, by touch and in a narrow window. */
import type { Page } from 'puppeteer-core'

/** Elements beyond the edge of the window, if the page scrolls sideways. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const isOut = (element: Element) => element.getBoundingClientRect().right > innerWidth
    return [...document.querySelectorAll('body *')]
      .filter(isOut)
      .map(({ outerHTML }) => outerHTML.slice(0, 100))
  })

/** Text fields that cannot show the whole of what stands in them, with it and its width. */
export const cutFields = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    return [...document.querySelectorAll<HTMLInputElement>('input[type=text]')].flatMap((input) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(input)
      context.font = font
      const { width } = context.measureText(input.value)
      const room = input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return input.checkVisibility() && width > room ? [`${input.value} ${width} of ${room}`] : []
    })
  })

/** All usable elements in page order, and those that Tab reached with a visible focus. */
export async function tabThrough(page: Page): Promise<{ all: string[]; seen: string[] }> {
  const all = await page.evaluate(() => {
    const usable = [
      ...document.querySelectorAll<HTMLElement>(
        ':is(a, button, summary, input, select, [tabindex="0"]):not(:disabled)',
      ),
    ].filter((element) => element.checkVisibility() && !element.closest('[inert]'))
    for (const [index, element] of usable.entries())
      element.dataset['stop'] = `${index} ${element.textContent.trim()}`
    usable[1]?.focus()
    return usable.map(({ dataset }) => dataset['stop'] ?? '')
  })
  await page.keyboard.down('Shift')
  await page.keyboard.press('Tab')
  await page.keyboard.up('Shift')
  const seen = new Set<string>()
  // A date has a stop for each of its parts, and one for its calendar.
  const dates = await page.evaluate(() => document.querySelectorAll('input[type=date]').length)
  for (let step = 0; step < all.length + 4 * dates; step += 1) {
    const stop = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth } = getComputedStyle(active)
      const isVisible = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      return isVisible ? active.dataset['stop'] : undefined
    })
    if (stop !== undefined) seen.add(stop)
    await page.keyboard.press('Tab')
  }
  return { all, seen: [...seen] }
}

/**
 * Buttons and links whose hit area is below 44 px in height or width, with its size. In a table for a mouse, rows may
 * be 36 px high.
 */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const WANTED = 44
    const WANTED_IN_ROWS = matchMedia('(pointer: coarse)').matches ? WANTED : 36
    const reach = (element: Element, x: number, y: number, dx: number, dy: number) => {
      let steps = 0
      while (steps < WANTED && element.contains(document.elementFromPoint(x + dx * steps, y + dy * steps)))
        steps += 1
      return steps
    }
    return [...document.querySelectorAll<HTMLElement>('button, a')].flatMap((element) => {
      if (element.closest('[inert]') || !element.checkVisibility()) return []
      element.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = element.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const high = reach(element, x, y, 0, -1) + reach(element, x, y, 0, 1) - 1
      const wide = reach(element, x, y, -1, 0) + reach(element, x, y, 1, 0) - 1
      const wanted = element.closest('.site-table tbody') ? WANTED_IN_ROWS : WANTED
      return high < wanted || wide < WANTED ? [`${element.textContent} ${wide} × ${high}`] : []
    })
  })
