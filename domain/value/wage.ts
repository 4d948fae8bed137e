/** Calculates the net pay for an hour of work from pay per hour, month or year. */
export const PAY_PERIODS = ['hour', 'month', 'year'] as const
export type PayPeriod = (typeof PAY_PERIODS)[number]

export interface Pay {
  amountMinor: number
  per: PayPeriod
  hoursAWeek: number
  /** Whole percent of the amount left after taxes and contributions; 100 for net pay. */
  keptPercent: number
}

const MONTHS_A_YEAR = 12
/** All weeks count as paid: the usual convention divides a year's pay by 2,080 h = 40 × 52. */
export const WEEKS_A_YEAR = 52
export const USUAL_HOURS_A_WEEK = 40

/**
 * Net pay for an hour in minor units: yearly pay × share kept ÷ (hours a week × 52). Example: 52,000 a year gross,
 * 60 % kept, 40 h a week: 52,000 × 0.6 ÷ 2,080 = 15.00.
 */
export function netHourMinor({ amountMinor, per, hoursAWeek, keptPercent }: Pay): number {
  const kept = (amountMinor * keptPercent) / 100
  if (per === 'hour') return Math.round(kept)
  const aYear = per === 'month' ? kept * MONTHS_A_YEAR : kept
  return Math.round(aYear / (hoursAWeek * WEEKS_A_YEAR))
}
