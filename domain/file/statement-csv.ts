import { type Cell, csvOf } from './csv'
import { type FindingRow, findingRows } from './findings-csv'
import type { Findings } from '../insight/findings'
import type { StatedPromise, StatementFacts } from '../statement/issued-statement'
import { HOUR_TYPES } from '../value/hour-types'
import { onlyPriceOf } from '../value/rate-history'
import type { Line } from '../statement/statement'
import type { Rate } from '../value/hour-price'

const HEADER = [
  'period_first',
  'period_last',
  'issued_at',
  'revalued_since',
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
  'count',
]

/** Whole seconds and minor units; docs/formats.md describes each column. */
const amounts = ({ timeMs, money }: Line): Cell[] => [
  Math.floor(timeMs / 1000),
  money?.costMinor ?? null,
  money?.returnMinor ?? null,
  money?.netMinor ?? null,
]

/** A row with empty cells up to its end. */
const filled = (row: readonly Cell[]): Cell[] => HEADER.map((_column, at) => row[at] ?? null)

const instant = (epochMs: number): string => new Date(epochMs).toISOString()

/** A row for each hour price: one, or one for each hour type. */
function pricesOf({ amountMinor, currency, hourTypes }: Rate): Cell[][] {
  const row = (type: string, minor: number): Cell[] => [type, null, null, null, null, currency, minor]
  if (!hourTypes) return [row('', amountMinor)]
  return HOUR_TYPES.map((type) => row(type, Math.round((amountMinor * hourTypes.percent[type]) / 100)))
}

/** A promise about the week: its minutes, kind, the seconds that count, its result, and its price. */
const promiseCells = ({ commitment, actualMs }: StatedPromise): Cell[] => {
  const { type, minutes, kind, settled, currency, priceMinor } = commitment
  const cells: Cell[] = [`promise-${type}`, minutes, kind, Math.floor(actualMs / 1000), null, null]
  return [...cells, settled?.amountMinor ?? null, currency, priceMinor]
}

/** The cells of a row from `section` on. */
const cellsOf = (row: FindingRow, currency: string | null): Cell[] => {
  const { costMinor = null, returnMinor = null, netMinor = null, worthQuarters = null, count = null } = row
  const hasAmount = costMinor !== null || returnMinor !== null || netMinor !== null
  return [
    row.section,
    row.name,
    row.kind ?? '',
    row.ms === undefined ? null : Math.floor(row.ms / 1000),
    costMinor,
    returnMinor,
    netMinor,
    hasAmount ? (row.currency ?? currency) : null,
    null,
    worthQuarters,
    row.worthSource ?? null,
    count,
  ]
}

/**
 * A statement as a table: its total, the prices of an hour, then a row for each kind and each surface, for each
 * source of day totals in it, for each promise about the week (its `name` is the promised minutes), for focus hours, and
 * for the findings.
 */
export function statementCsv(facts: StatementFacts, findings: Findings): string {
  const { currency, rates, issuedAt, revaluedSince, focus, totals = [], promises = [] } = facts
  const { period, statement } = facts.stated
  const hourMinor = onlyPriceOf(rates, period)
  const { total, kinds, surfaces } = statement
  const leading: Cell[] = [
    period.first,
    period.last,
    instant(issuedAt),
    revaluedSince === null ? null : instant(revaluedSince),
  ]
  const more: FindingRow[] = [
    ...totals.map(({ source, ms }) => ({ section: 'totals', name: source, ms })),
    ...(focus
      ? [
          { section: 'focus', name: 'planned', ms: focus.plannedMs },
          { section: 'focus', name: 'focused', ms: focus.focusedMs },
        ]
      : []),
    ...findingRows(findings),
  ]
  const rows: Cell[][] = [
    [...leading, 'total', '', '', ...amounts(total), currency, hourMinor],
    ...rates.flatMap((rate) => pricesOf(rate).map((price) => [...leading, 'rate', rate.from, ...price])),
    ...kinds.map((line) => [...leading, 'kind', '', line.kind, ...amounts(line), currency, hourMinor]),
    ...surfaces.map((line) => {
      const { surface, kind, worth } = line.profile
      return [
        ...leading,
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
    ...promises.map((promise) => [...leading, ...promiseCells(promise)]),
    ...more.map((row) => [...leading, ...cellsOf(row, currency)]),
  ]
  return csvOf(HEADER, rows.map(filled))
}
