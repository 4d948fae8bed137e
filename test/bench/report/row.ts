/** A line of the report: a budget and what was measured. */
export interface Row {
  what: string
  /** As it is written in the report, e.g. `≤ 100 ms`. */
  budget: string
  unit: string
  /** Every measurement; the report shows their median and spread. */
  measured: number[]
  /** The same of the empty extension, in the same run. */
  empty?: number[]
  /** Null where a row is there to explain another. */
  met: boolean | null
  /** Why the budget may be missed, in a sentence; shown where it is. */
  reason?: string
}

export interface Part {
  title: string
  /** How it is measured, in words for a reader who doubts it. */
  method: string
  measure: () => Promise<Row[]>
}
