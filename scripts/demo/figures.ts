/** Reads today's figures from the real popup, as text on the screen. */
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { until } from '../../test/e2e/harness/until.ts'

export interface Row {
  surface: string
  name: string
  time: string
  net: string
  notes: string
  seconds: number
}

export interface Figures {
  /** When they were read, epoch ms. */
  at: number
  heading: string
  time: string
  /** Cost, return and net, each with its label. */
  totals: [label: string, amount: string][]
  rows: Row[]
}

/** Opens the popup over the front page, reads it and closes it. */
export async function readPopup(browser: TestBrowser): Promise<Figures> {
  const popup = await browser.openPopup()
  await until('the popup’s figures are on screen', () =>
    popup.evaluate((view) => view.performance.getEntriesByName('ready').length > 0),
  )
  const figures = await popup.evaluate((view): Figures => {
    const words = (element: Element | null | undefined) => element?.textContent?.trim() ?? ''
    const find = (id: string) => view.document.getElementById(id)
    const amount = (id: string): [string, string] => [
      words(find(id)?.closest('div')?.querySelector('dt')),
      words(find(id)),
    ]
    const row = (item: Element): Row => {
      const time = item.querySelector('time')
      return {
        surface: item.getAttribute('data-surface') ?? '',
        name: words(item.querySelector('.name')),
        time: words(time),
        net: words(item.querySelector('data')),
        notes: words(item.querySelector('.line + .line > .soft')),
        seconds: Number(time?.getAttribute('datetime')?.match(/^PT(\d+)S$/)?.[1]),
      }
    }
    return {
      at: Date.now(),
      heading: words(view.document.querySelector('h1')),
      time: words(find('today-time')),
      totals: [amount('today-cost'), amount('today-return'), amount('today-net')],
      rows: [...view.document.querySelectorAll('li[data-surface]')].map(row),
    }
  })
  await popup.close()
  return figures
}
