/** A line of the report: a budget and what was measured. */
export interface Row {
  what: string
  /** The budget as shown in the report, e.g. `≤ 100 ms`. */
  budget: string
  unit: string
  /** Every measurement; the report shows their median and spread. */
  measured: number[]
  /** The same for the empty extension in the same run. */
  empty?: number[]
  /** Null for a row without a budget, which explains another row. */
  met: boolean | null
  /** Why the budget may be missed, in a sentence; shown only if it is. */
  reason?: string
}

export interface Part {
  title: string
  /** How it is measured, in enough detail for a sceptical reader. */
  method: string
  measure: () => Promise<Row[]>
}
