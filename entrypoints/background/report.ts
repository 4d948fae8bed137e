/** Where errors of the worker end that no page can show: in its console, once for each stack. */

/** Number of times each stack was reported in this life of the worker. */
const counts = new Map<string, number>()

const keyOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)

/** Prints an error when it is new; later only how often it happened, at the 10th, 100th, 1,000th time. */
export function report(error: unknown): void {
  const key = keyOf(error)
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  if (count === 1) console.error('Zeitwert:', error)
  else if (Number.isInteger(Math.log10(count)))
    console.error(`Zeitwert: ${count.toLocaleString('en')} times since the worker started:`, String(error))
}
