/** Prints errors of the worker that no page can show to its console, once for each stack. */

/** How often each stack was reported since the worker started. */
const counts = new Map<string, number>()

const keyOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)

/** Prints a new error. Later prints only its count, at the 10th, 100th, 1,000th time. */
export function report(error: unknown): void {
  const key = keyOf(error)
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  if (count === 1) console.error('Zeitwert:', error)
  else if (Number.isInteger(Math.log10(count)))
    console.error(`Zeitwert: ${count.toLocaleString('en')} times since the worker started:`, String(error))
}
