/** Checks pixel by pixel that marks and texts of a page stand out from what is behind them. */
import type { Page } from 'puppeteer-core'
import { until } from './harness/until.ts'
import { resize } from './own-page.ts'

/**
 * Makes the window as high as the page, so that a picture of the window shows all of it and nothing scrolls. A page may
 * still grow meanwhile.
 */
const showWhole = (page: Page): Promise<true> =>
  until('the whole page fits', async () => {
    const [width, height, length, top] = await page.evaluate(
      () => [innerWidth, innerHeight, document.documentElement.scrollHeight, scrollY] as const,
    )
    if (height !== length) await resize(page, width, length)
    return height === length && top === 0
  }) as Promise<true>

interface Seen {
  /** The selectors that matched something. */
  checked: string[]
  /** Each mark in whose place the picture has only the colour of the page. */
  unseen: string[]
}

/** Looks for the marks that these selectors match on a picture of the whole page. */
export async function unseenIn(page: Page, selectors: readonly string[]): Promise<Seen> {
  await showWhole(page)
  const picture = await page.screenshot({ encoding: 'base64' })
  return page.evaluate(
    async (base64, wanted) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')
      if (!drawing) throw new Error('There is no canvas to read the picture from.')
      drawing.drawImage(image, 0, 0)
      const scale = image.width / innerWidth
      const pixelsIn = ({ left, top, width, height }: DOMRect): Uint32Array => {
        const [x, y] = [Math.floor(left * scale), Math.floor(top * scale)] as const
        const [wide, high] = [Math.ceil(width * scale), Math.ceil(height * scale)] as const
        return new Uint32Array(drawing.getImageData(x, y, wide, high).data.buffer)
      }
      const [background] = pixelsIn(new DOMRect(0, 0, 1, 1))
      const isSeen = (mark: Element) =>
        pixelsIn(mark.getBoundingClientRect()).some((pixel) => pixel !== background)
      const isShown = (mark: Element) => {
        const { width, height } = mark.getBoundingClientRect()
        return width >= 1 && height >= 1 && mark.checkVisibility()
      }
      const marks = wanted.map((selector) => ({
        selector,
        shown: [...document.querySelectorAll(selector)].filter(isShown),
      }))
      return {
        checked: marks.filter(({ shown }) => shown.length > 0).map(({ selector }) => selector),
        unseen: marks.flatMap(({ selector, shown }) =>
          shown.filter((mark) => !isSeen(mark)).map((mark) => `${selector}: ${mark.outerHTML}`),
        ),
      }
    },
    picture,
    [...selectors],
  )
}
