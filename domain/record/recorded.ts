import type { DayTotal } from './day-total'

/** How much is recorded: the number of spans and their ms, and the same of day totals. */
export interface Recorded {
  spans: number
  ms: number
  totals: { count: number; ms: number }
}

export const amountOf = (totals: readonly DayTotal[]): Recorded['totals'] => ({
  count: totals.length,
  ms: totals.reduce((sum, { ms }) => sum + ms, 0),
})

/** Whether there is nothing at all. */
export const isNothing = ({ spans, totals }: Recorded): boolean => spans + totals.count === 0
