/** Opens the popup as a click on the toolbar does, with no page of the extension beside it. */
import type { CDPSession } from 'puppeteer-core'
import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { until } from '../../e2e/harness/until.ts'

const popupIn = async (session: CDPSession): Promise<string | undefined> => {
  const { targetInfos } = await session.send('Target.getTargets')
  return targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId
}

/** Opens the popup over the page with this address, leaves it open for a moment, and closes it. */
export async function showPopup(
  browser: TestBrowser,
  address: string,
  whileOpen: () => Promise<void>,
): Promise<void> {
  const session = await browser.driver.target().createCDPSession()
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] })
  const tab = targetInfos.find(({ url }) => url === address)
  if (!tab) throw new Error(`There is no tab with ${address}.`)
  const id = new URL(browser.extensionUrl('')).host
  await session.send('Extensions.triggerAction', { id, targetId: tab.targetId })
  const targetId = await until('the popup is open', () => popupIn(session))
  await whileOpen()
  await session.send('Target.closeTarget', { targetId })
  await until('the popup is closed', async () => (await popupIn(session)) === undefined)
}
