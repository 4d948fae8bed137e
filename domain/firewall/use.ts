/** What a rule has used in its period (day or week). */
export interface Use {
  ms: number
  opens: number
  /** Cost at the price of the hour then, in minor units with their fraction; null without a rate. */
  amountMinor: number | null
}
