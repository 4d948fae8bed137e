import { roundColumn } from './columns'
import { MINUTE_MS } from './local-time'
import { PARTS_OF_A_MINOR_UNIT } from './valuation'

const PARTS_OF_A_MS = PARTS_OF_A_MINOR_UNIT / BigInt(MINUTE_MS)

/** Cuts a column of times to whole minutes so that it adds up to its total in whole minutes, as money is rounded. */
export function wholeMinutes(column: readonly number[]): number[] {
  const total = Math.floor(column.reduce((sum, ms) => sum + ms, 0) / MINUTE_MS)
  const parts = column.map((ms) => BigInt(ms) * PARTS_OF_A_MS)
  return roundColumn(parts, total).map((minutes) => minutes * MINUTE_MS)
}

interface Column {
  /** To the millisecond, what is running included. */
  times: number[]
  /** The same as they are shown. */
  minutes: number[]
}

/** The times of lines, to one of which time is being added. */
export function columnOfTimes<Line extends { timeMs: number }>(
  lines: readonly Line[],
  isRunning: (line: Line) => boolean,
  runningMs: number,
): Column {
  const times = lines.map((line) => line.timeMs + (isRunning(line) ? runningMs : 0))
  return { times, minutes: wholeMinutes(times) }
}
