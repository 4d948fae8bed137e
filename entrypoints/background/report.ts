/** Prints the worker's errors to its console, because no page can show them; each error once. */

/** How often each error was reported in this life of the worker, by message and stack. */
const counts = new Map<string, number>()

/** Messages can contain tab ids, so the number of different errors is unbounded. */
const MOST_REMEMBERED = 100

/** In Firefox a stack does not hold the message, and may be empty. */
const keyOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error)

/** Prints an error in full the first time; at the 10th, 100th … time only the count. */
export function report(error: unknown): void {
  const key = keyOf(error)
  if (counts.size >= MOST_REMEMBERED && !counts.has(key)) counts.clear()
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  if (count === 1) console.error('Zeitwert:', error)
  else if (Number.isInteger(Math.log10(count)))
    console.error(`Zeitwert: ${count.toLocaleString('en')} times since the worker started:`, String(error))
}
