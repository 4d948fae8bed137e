import { MINUTE_MS } from './local-time'

/**
 * Cuts a column of times to whole minutes so that it adds up to its total in whole minutes: what cutting
 * loses goes to the rows that lost most, the earlier row first.
 */
export function wholeMinutes(column: readonly number[]): number[] {
  const minutes = column.map((ms) => Math.floor(ms / MINUTE_MS))
  const total = Math.floor(column.reduce((sum, ms) => sum + ms, 0) / MINUTE_MS)
  let missing = total - minutes.reduce((sum, value) => sum + value, 0)
  const byLoss = column
    .map((ms, row) => ({ row, lost: ms % MINUTE_MS }))
    .sort((a, b) => b.lost - a.lost || a.row - b.row)
  for (const { row } of byLoss) {
    if (missing === 0) break
    minutes[row] = (minutes[row] ?? 0) + 1
    missing -= 1
  }
  return minutes.map((value) => value * MINUTE_MS)
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
