import { launchChromium } from '../../e2e/harness/chromium.ts'
import type { DataTimes } from '../in-page/data.ts'
import type { Part, Row } from '../report/row.ts'
import { runInPage } from '../tools/in-page.ts'
import { seedHistory } from '../tools/seed-history.ts'
import { dismissWelcome, onStage } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'

const TIMES = 3
const BUDGET_MS = 10_000
const BUDGET_MB = 200

/** With 40 surfaces a day over five years, about a million spans. */
const SPANS_A_DAY = 550

/** No page gets more memory than the budget; a page that needed more would crash. */
const ARGS = ['--enable-precise-memory-info', `--js-flags=--max-old-space-size=${BUDGET_MB}`]

async function measureOnce(): Promise<DataTimes> {
  return onStage(launchChromium, { args: ARGS }, async ({ browser }) => {
    await dismissWelcome(browser)
    await seedHistory(browser, SPANS_A_DAY)
    return runInPage<DataTimes>(await browser.openExtensionPage('manifest.json'), 'data', 'timeData')
  })
}

const time = (what: string, measured: number[]): Row => ({
  what,
  budget: `≤ ${BUDGET_MS / 1000} s`,
  unit: 'ms',
  measured,
  met: median(measured) <= BUDGET_MS,
})

export const data: Part = {
  title: 'Export, import and undo',
  method: `In a page of the extension in Chromium, with five years of 40 surfaces and ${SPANS_A_DAY} spans a day, the product’s own functions: write the whole record to a file (\`exportFile\`), read the file (\`readExport\`), compare it with the database (\`previewImport\`), import it under another device’s name in place of the existing data (\`importFile\`, which backs up what it changes), undo that (\`undoImport\`), and import it into an empty database. ${TIMES} fresh browsers with a heap limit of ${BUDGET_MB} MB; without a limit Chromium collects garbage later. The heap is read at each step of progress and after each task.`,
  measure: async () => {
    const all: DataTimes[] = []
    for (let index = 0; index < TIMES; index += 1) all.push(await measureOnce())
    const { spans, fileMb } = all[0] as DataTimes
    const sum = (...steps: (keyof DataTimes['took'])[]) =>
      all.map(({ took }) => steps.reduce((ms, step) => ms + took[step], 0))
    const heap = all.map(({ heapMb }) => heapMb)
    return [
      time(`export of ${spans.toLocaleString('en')} spans (${fileMb.toFixed(0)} MB)`, sum('export')),
      time('import into an empty database: reading and writing', sum('read', 'merge')),
      time('import that replaces existing data: reading, backing up, writing', sum('read', 'replace')),
      {
        what: 'of this, reading and checking the file',
        budget: '',
        unit: 'ms',
        measured: sum('read'),
        met: null,
      },
      {
        what: 'comparing the file with the database',
        budget: '',
        unit: 'ms',
        measured: sum('preview'),
        met: null,
      },
      { what: 'undoing the import', budget: '', unit: 'ms', measured: sum('undo'), met: null },
      {
        what: 'largest JavaScript heap of the page',
        budget: `≤ ${BUDGET_MB} MB`,
        unit: 'MB',
        measured: heap,
        met: median(heap) <= BUDGET_MB,
      },
    ]
  },
}
