/** The figures that a chart can show, and how each is written. */
import { clockStep } from '../../domain/statement/clock-step'
import { HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import type { TrendCell } from '../../domain/statement/trend'
import { minorDigits } from '../../domain/value/minor-units'
import { duration, money, signedMoney, whole } from '../figure/format'

export const MEASURES = ['time', 'cost', 'returned', 'net'] as const
export type Measure = (typeof MEASURES)[number]

/** Milliseconds or minor units. */
export function measured({ timeMs, money: amounts }: TrendCell, measure: Measure): number {
  if (measure === 'time') return timeMs
  if (!amounts) return 0
  return { cost: amounts.costMinor, returned: amounts.returnMinor, net: amounts.netMinor }[measure]
}

/** The value as written in a sentence. */
export function valueText(value: number, measure: Measure, currency: string | null): string {
  if (measure === 'time' || currency === null) return duration(value)
  return measure === 'net' ? signedMoney(value, currency) : money(value, currency)
}

/** Minutes, or whole units of the currency, so that the axis has round numbers. */
export const scaleOf = (measure: Measure, currency: string | null): number =>
  measure === 'time' || currency === null ? MINUTE_MS : 10 ** minorDigits(currency)

/** How far apart the lines of a time axis are, ms, for stacked bars; null for an axis of amounts. */
export function axisStep(
  series: readonly { values: readonly number[] }[],
  measure: Measure,
  currency: string | null,
): number | null {
  if (measure !== 'time' && currency !== null) return null
  const steps = series[0]?.values.map((_, step) =>
    series.reduce((sum, { values }) => sum + (values[step] ?? 0), 0),
  )
  return clockStep(Math.max(0, ...(steps ?? [])))
}

/** The label of a grid line. */
export const axisText = (value: number, measure: Measure, currency: string | null): string =>
  measure === 'time' && Number.isInteger(value / HOUR_MS)
    ? `${whole(value / HOUR_MS)}\u202fh`
    : valueText(value, measure, currency)
