/**
 * What an hour of a rented H100, a graphics processor on which AI runs, costs in public. Only for scale: the person
 * types the price that counts.
 */
export const H100_PRICE = {
  /** US cents an hour. */
  lowMinor: 187,
  highMinor: 1032,
  currency: 'USD',
  /** Dated or indirect: prices as the articles quote them, not offers that were looked up. */
  grade: 'C',
  source: 'the articles that inspired Zeitwert',
  collected: '2026-11-28',
} as const
