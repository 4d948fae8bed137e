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

/**
 * Selectors of which a mark is not hatched: of the pixels inside its edge, a tenth or more must differ clearly from the
 * most frequent colour, and that colour must have a tenth or more. A selector without a mark is named, too.
 */
export async function unhatchedIn(page: Page, selectors: readonly string[]): Promise<string[]> {
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
      const EDGE = 2
      const isHatched = (mark: Element): boolean => {
        const { left, top, width, height } = mark.getBoundingClientRect()
        const { data } = drawing.getImageData(
          Math.ceil((left + EDGE) * scale),
          Math.ceil((top + EDGE) * scale),
          Math.max(1, Math.floor((width - 2 * EDGE) * scale)),
          Math.max(1, Math.floor((height - 2 * EDGE) * scale)),
        )
        const pixels = Array.from({ length: data.length / 4 }, (_, at) =>
          Array.from(data.subarray(4 * at, 4 * at + 3)),
        )
        const counts = new Map<string, number>()
        for (const pixel of pixels) counts.set(pixel.join(), (counts.get(pixel.join()) ?? 0) + 1)
        const [ground = '', most = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
        const of = ground.split(',').map(Number)
        const differs = (pixel: number[]) => pixel.some((one, at) => Math.abs(one - (of[at] ?? 0)) > 24)
        const share = pixels.filter(differs).length / pixels.length
        return share >= 0.1 && most / pixels.length >= 0.1
      }
      return wanted.filter((selector) => {
        const marks = [...document.querySelectorAll(selector)].filter((mark) => {
          const { width, height } = mark.getBoundingClientRect()
          return width >= 8 && height >= 8
        })
        return marks.length === 0 || !marks.every(isHatched)
      })
    },
    picture,
    [...selectors],
  )
}
