/** Runs in Node and in a page: prices many spans. */
import { unseal } from '../../../domain/record/sealed-day'
import { statementOf } from '../../../domain/statement/statement'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing, type Rate } from '../../../domain/value/hour-price'
import { historyOf } from '../../fixtures/history'

/** The slowest case to look up: the price changes several times a day. */
const RATE: Rate = {
  from: '1970-01-01',
  amountMinor: 3_000,
  currency: 'EUR',
  hourTypes: SUGGESTED_HOUR_TYPES,
}

const SPANS_A_DAY = 200
const DAYS_A_YEAR = 365.25

/** Prices the same spans `times` times; returns the duration of each run, ms. */
export function price(count: number, times: number): number[] {
  const years = count / SPANS_A_DAY / DAYS_A_YEAR + 0.02
  const facts = { until: Date.UTC(2026, 10, 23, 12), years, surfacesADay: 40, spansADay: SPANS_A_DAY }
  const { days } = historyOf({ ...facts, utcOffsetMinutes: 60, device: 'bench' })
  const spans = days.flatMap(unseal).slice(0, count)
  if (spans.length !== count) throw new Error(`There are ${spans.length} spans, not ${count}.`)
  return Array.from({ length: times }, () => {
    const began = performance.now()
    const { total } = statementOf(spans, surfaceBook([]), pricing([RATE], 'EUR', 4))
    const ms = performance.now() - began
    if (!total.money) throw new Error('Nothing was priced.')
    return ms
  })
}
