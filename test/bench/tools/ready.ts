/** Time from the start of a page's navigation to its mark `ready`, by its own clock, ms. */
import { until } from '../../e2e/harness/until.ts'
import type { Stage } from './stage.ts'

export async function popupReadyAfter({ browser }: Stage): Promise<number> {
  const popup = await browser.openPopup()
  const ms = await until('the popup is ready', () =>
    popup.evaluate((view) => view.performance.getEntriesByName('ready')[0]?.startTime),
  )
  await popup.close()
  return ms
}

export async function pageReadyAfter({ browser }: Stage, path: string): Promise<number> {
  const page = await browser.openExtensionPage(path)
  const ms = await until(`${path} is ready`, () =>
    page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime),
  )
  await page.close()
  return ms
}
