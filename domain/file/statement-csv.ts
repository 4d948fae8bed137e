import { type Cell, csvOf } from './csv'
import type { StatementFacts } from '../statement/issued-statement'
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
]

/** Whole seconds and minor units; docs/formats.md describes each column. */
const amounts = ({ timeMs, money }: Line): Cell[] => [
  Math.floor(timeMs / 1000),
  money?.costMinor ?? null,
  money?.returnMinor ?? null,
  money?.netMinor ?? null,
]

const instant = (epochMs: number): string => new Date(epochMs).toISOString()

/** A row for each hour price: one, or one for each hour type. */
function pricesOf({ amountMinor, currency, hourTypes }: Rate): Cell[][] {
  const row = (type: string, minor: number): Cell[] => [
    type,
    null,
    null,
    null,
    null,
    currency,
    minor,
    null,
    null,
  ]
  if (!hourTypes) return [row('', amountMinor)]
  return HOUR_TYPES.map((type) => row(type, Math.round((amountMinor * hourTypes.percent[type]) / 100)))
}

/**
 * A statement as a table: its total, the prices of an hour, then a row for each kind and each surface, and for each
 * source of day totals in it.
 */
export function statementCsv(facts: StatementFacts): string {
  const { currency, rates, issuedAt, revaluedSince, totals = [] } = facts
  const { period, statement } = facts.stated
  const hourMinor = onlyPriceOf(rates, period)
  const { total, kinds, surfaces } = statement
  const leading: Cell[] = [
    period.first,
    period.last,
    instant(issuedAt),
    revaluedSince === null ? null : instant(revaluedSince),
  ]
  return csvOf(HEADER, [
    [...leading, 'total', '', '', ...amounts(total), currency, hourMinor, null, null],
    ...rates.flatMap((rate) => pricesOf(rate).map((price) => [...leading, 'rate', rate.from, ...price])),
    ...kinds.map((line) => [
      ...leading,
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
    ...totals.map(({ source, ms }) => [
      ...leading,
      'totals',
      source,
      '',
      Math.floor(ms / 1000),
      ...Array.from({ length: 7 }, () => null),
    ]),
  ])
}
