import { launchChromium } from '../../e2e/harness/chromium.ts'
import { price } from '../in-page/valuation.ts'
import type { Part, Row } from '../report/row.ts'
import { runInPage } from '../tools/in-page.ts'
import { onStage } from '../tools/stage.ts'
import { median } from '../tools/statistics.ts'

const SPANS = 100_000
const TIMES = 15
const BUDGET_MS = 50

const row = (where: string, measured: number[]): Row => ({
  what: `${SPANS.toLocaleString('en')} spans priced, ${where}`,
  budget: `≤ ${BUDGET_MS} ms`,
  unit: 'ms',
  measured,
  met: median(measured) <= BUDGET_MS,
})

export const valuation: Part = {
  title: 'Pricing a statement',
  method: `A whole statement (\`statementOf\`) of ${SPANS.toLocaleString('en')} spans over 500 days, by surface and kind, at a rate with hour types, which is the slowest case. ${TIMES} times, including the first runs.`,
  measure: async () => [
    row('in Node', price(SPANS, TIMES)),
    row(
      'in Chromium',
      await onStage(launchChromium, {}, async ({ browser }) =>
        runInPage<number[]>(await browser.newPage(), 'valuation', 'price', SPANS, TIMES),
      ),
    ),
  ],
}
