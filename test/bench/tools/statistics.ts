/** Summary of repeated measurements. */
export interface Summary {
  n: number
  median: number
  min: number
  max: number
}

const middle = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1
  const upper = sorted[half] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2
}

/** Throws if nothing was measured, so that no figure is made up. */
export function summary(values: readonly number[]): Summary {
  if (values.length === 0 || !values.every(Number.isFinite)) throw new Error(`Not measured: [${values}].`)
  const sorted = values.toSorted((a, b) => a - b)
  return { n: sorted.length, median: middle(sorted), min: sorted[0] as number, max: sorted.at(-1) as number }
}

export const median = (values: readonly number[]): number => summary(values).median

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
