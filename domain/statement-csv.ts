import { type Cell, csvOf } from './csv'
import type { StatementFacts } from './issued-statement'
import type { Line } from './statement'

const HEADER = [
  'period_first',
  'period_last',
  'issued_at',
  'section',
  'name',
  'kind',
  'seconds',
  'cost_minor',
  'return_minor',
  'net_minor',
  'currency',
  'hour_price_minor',
  'worth_quarters',
  'worth_source',
]

/** Whole seconds and minor units; docs/formats.md tells of each column. */
const amounts = ({ timeMs, money }: Line): Cell[] => [
  Math.floor(timeMs / 1000),
  money?.costMinor ?? null,
  money?.returnMinor ?? null,
  money?.netMinor ?? null,
]

/** A statement as a table: its total, then a row for each kind and each surface. */
export function statementCsv(facts: StatementFacts): string {
  const { currency, hourMinor, issuedAt } = facts
  const { period, statement } = facts.stated
  const { total, kinds, surfaces } = statement
  const ahead: Cell[] = [period.first, period.last, new Date(issuedAt).toISOString()]
  return csvOf(HEADER, [
    [...ahead, 'total', '', '', ...amounts(total), currency, hourMinor, null, null],
    ...kinds.map((line) => [
      ...ahead,
      'kind',
      '',
      line.kind,
      ...amounts(line),
      currency,
      hourMinor,
      null,
      null,
    ]),
    ...surfaces.map((line) => {
      const { surface, kind, worth } = line.profile
      return [
        ...ahead,
        'surface',
        surface,
        kind,
        ...amounts(line),
        currency,
        hourMinor,
        worth.worthQuarters,
        worth.source,
      ]
    }),
  ])
}
