import { roundToUnits } from './columns'
import { MINUTE_MS } from '../time/local-time'

const SECOND_MS = 1000

/** Rounded down to whole minutes, so that sums and differences of shown times hold; ms. */
export const wholeMinutes = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS

const sum = (column: readonly number[]): number => column.reduce((total, ms) => total + ms, 0)

/** Rounds a column of times to whole units that add up to `total` units, in the same way as money. */
function roundTimes(column: readonly number[], unitMs: number, total: number): number[] {
  return roundToUnits(column.map(BigInt), BigInt(unitMs), total).map((units) => units * unitMs)
}

/**
 * The times of a column as shown: whole minutes, or whole seconds below a minute. They add up to as many whole
 * minutes as the exact times.
 */
export function shownTimes(column: readonly number[]): number[] {
  const short = column.filter((ms) => ms < MINUTE_MS)
  const long = column.filter((ms) => ms >= MINUTE_MS)
  const whole = (times: readonly number[], unitMs: number) => Math.floor(sum(times) / unitMs)
  const seconds = roundTimes(short, SECOND_MS, whole(short, SECOND_MS))
  const minutes = roundTimes(long, MINUTE_MS, whole(column, MINUTE_MS) - whole(short, MINUTE_MS))
  return column.map((ms) => (ms < MINUTE_MS ? seconds : minutes).shift() ?? 0)
}

interface Column {
  /** Exact, including the running time, ms. */
  times: number[]
  /** The same times, rounded for display. */
  shown: number[]
}

/** The times of lines; the running line gets `runningMs` on top. */
export function columnOfTimes<Line extends { timeMs: number }>(
  lines: readonly Line[],
  isRunning: (line: Line) => boolean,
  runningMs: number,
): Column {
  const times = lines.map((line) => line.timeMs + (isRunning(line) ? runningMs : 0))
  return { times, shown: shownTimes(times) }
}
