/** How many decimals the currencies have whose minor unit is not a hundredth. */

/**
 * ISO 4217 currencies whose minor unit is not a hundredth. Amounts are stored in minor units and move between
 * browsers, so this is not left to Intl, on which browsers differ (RSD has no decimals in Chrome, two in Firefox).
 */
const DIGITS = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
] as const

/** Decimal places of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  DIGITS.find(([, currencies]) => currencies.split(' ').includes(currency))?.[0] ?? 2

/** The same number in another currency's minor units, not rounded: 2500.4 cents become 25.004 yen. */
export function inUnitsOf(amountMinor: number, from: string, to: string): number {
  const more = minorDigits(to) - minorDigits(from)
  return more < 0 ? amountMinor / 10 ** -more : amountMinor * 10 ** more
}

/** The same number in another currency's minor units: 25.00 becomes 25. This is not an exchange. */
export const rescale = (amountMinor: number, from: string, to: string): number =>
  Math.round(inUnitsOf(amountMinor, from, to))
