import { type Cell, csvOf } from './csv'
import { newestCompared } from '../insight/cleaning-change'
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

/** A promise about the week: its minutes, kind, the seconds that count, its result, and its price. */
const promiseCells = ({ commitment, actualMs }: StatedPromise): Cell[] => {
  const { type, minutes, kind, settled, currency, priceMinor } = commitment
  const cells: Cell[] = [`promise-${type}`, minutes, kind, Math.floor(actualMs / 1000), null, null]
  return [...cells, settled?.amountMinor ?? null, currency, priceMinor, null, null]
}

type TimeRow = readonly [section: string, name: string, ms: number]

/** The findings that are times: of each owner, what AI saved and where it went, around a cleaning, and past the cutoff. */
function timesFound({ owners, ai, clean, nights }: Findings): TimeRow[] {
  const rows: TimeRow[] = []
  for (const { name, timeMs } of owners?.shares ?? []) rows.push(['owner', name, timeMs])
  if (ai) rows.push(['ai', 'dividend', ai.dividendMs])
  if (ai?.split) {
    const { keptMs, leakedMs, unknownMs } = ai.split
    rows.push(['ai', 'kept', keptMs], ['ai', 'leaked', leakedMs], ['ai', 'unknown', unknownMs])
  }
  for (const feed of clean?.feeds ?? []) {
    const change = newestCompared(feed.comparisons)
    if (!change) continue
    const { site } = feed.guide
    rows.push(['week-before-cleaning', site, change.beforeMs], ['week-after-cleaning', site, change.afterMs])
  }
  if (nights) rows.push(['nights', 'past', nights.pastMs])
  return rows
}

/**
 * A statement as a table: its total, the prices of an hour, then a row for each kind and each surface, for each
 * source of day totals in it, for each promise about the week (its `name` is the promised minutes), for focus hours, and
 * for each finding that is a time.
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
  const timeRows: TimeRow[] = [
    ...totals.map(({ source, ms }) => ['totals', source, ms] as const),
    ...(focus
      ? ([
          ['focus', 'planned', focus.plannedMs],
          ['focus', 'focused', focus.focusedMs],
        ] as const)
      : []),
    ...timesFound(findings),
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
    ...promises.map((promise) => [...leading, ...promiseCells(promise)]),
    ...timeRows.map(([section, name, ms]) => [
      ...leading,
      section,
      name,
      '',
      Math.floor(ms / 1000),
      ...Array.from({ length: 7 }, () => null),
    ]),
  ])
}
