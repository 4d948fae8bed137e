import { summary } from '../tools/statistics.ts'

/** Three significant digits; no decimals from 100 up. */
const number = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100
    ? value.toFixed(0)
    : Number(value.toPrecision(3)).toString()

/** `12.3 ms (9.8–20.1, n = 30)`: the median, and the range from the least to the most. */
export function figure(values: readonly number[], unit: string): string {
  const { median, min, max, n } = summary(values)
  const shown = `${number(median)} ${unit}`.trim()
  return n === 1 ? shown : `${shown} (${number(min)}–${number(max)}, n = ${n})`
}
