/** The use of a rule in its period (day or week). */
export interface Use {
  ms: number
  opens: number
  /** Cost at the hour price of that time, in fractional minor units; null without a rate. */
  amountMinor: number | null
  /** ISO 4217, the currency of the amount; null without one. */
  currency: string | null
}
