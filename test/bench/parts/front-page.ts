import { builtExtension } from '../../e2e/harness/built-extension.ts'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import type { Part } from '../report/row.ts'
import { listen, takeReports, withProbe } from '../tools/probe.ts'
import { HISTORY_IN_WORDS, seedHistory } from '../tools/seed-history.ts'
import { dismissWelcome, onStage, visit, wait } from '../tools/stage.ts'
import { summary } from '../tools/statistics.ts'

/** More than two alarm periods. */
const WATCH_MS = 65_000
const TABS = 20
const SETTLE_MS = 5_000

export const frontPage: Part = {
  title: 'One page in front',
  method: `One page is in front in Chromium for ${WATCH_MS / 1000} s, with ${TABS} other tabs and ${HISTORY_IN_WORDS}. A probe in the worker counts runtime messages in both directions, the rows that it writes to the database, and what it sets in \`storage.local\`. Afterwards one message is sent, to show that the probe works. A beat, and a look that finds the same page, sets the checkpoint.`,
  measure: async () => {
    const extensionDir = await withProbe(builtExtension('chrome-mv3'))
    return onStage(launchChromium, { extensionDir }, async ({ browser }) => {
      await dismissWelcome(browser)
      await seedHistory(browser)
      for (let tab = 0; tab < TABS; tab += 1) await visit(browser, `https://site-${tab}.example.org/`)
      await visit(browser, 'https://www.zeit.de/')
      await wait(SETTLE_MS)
      await listen(browser)
      await wait(WATCH_MS)
      const reports = await takeReports(browser)
      await browser.evaluate(() => chrome.runtime.sendMessage({ command: 'recordChanged', input: null }))
      const after = await takeReports(browser)
      if (!after.some((one) => one.type === 'message')) throw new Error('The probe hears no messages.')

      const rows = reports.flatMap((one) => (one.type === 'saved' ? one.stores : [])).length
      const items = reports.flatMap((one) => (one.type === 'set' ? [one.keys.length] : []))
      const messages = reports.filter((one) => one.type === 'message').length
      return [
        { what: 'messages', budget: '0', unit: 'messages', measured: [messages], met: messages === 0 },
        {
          what: 'rows written to the database',
          budget: '0',
          unit: 'rows',
          measured: [rows],
          met: rows === 0,
        },
        {
          what: 'items set per beat or look',
          budget: '1',
          unit: 'items',
          measured: items,
          met: summary(items).max === 1,
        },
      ]
    })
  },
}
