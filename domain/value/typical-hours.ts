/**
 * What an hour of full-time work brings in after tax, by region: a first idea of one's own hour. Data of 2024–25,
 * looked up on 2026-11-29. Each figure is net pay for a year ÷ 2,080 h, as in `netHourMinor`.
 */
import { likelyRegion } from '../time/language-region'
import { USUAL_HOURS_A_WEEK, WEEKS_A_YEAR } from './wage'

/**
 * - Eurostat, `earn_nt_net`: annual net earnings 2024 of a single person without children on the average wage. For
 *   currencies other than the euro, at the European Central Bank's mean rates of 2024.
 * - BLS, usual weekly earnings 2025, median of full-time workers ($1,204), less federal income tax and FICA of 2025; the
 *   tax of a state is not taken off.
 * - ONS, ASHE April 2024, median of full-time employees (£728 a week), less income tax and National Insurance of 2024–25.
 * - ABS, employee earnings August 2025, median hour of the main job ($42.90), less income tax and the Medicare levy of
 *   2025–26.
 */
export type WageSource = 'Eurostat 2024' | 'BLS 2025' | 'ONS 2024' | 'ABS 2025'

/** Which pay each source is about. */
const BASES = {
  'Eurostat 2024': 'average',
  'BLS 2025': 'median',
  'ONS 2024': 'median',
  'ABS 2025': 'median',
} as const

/** Region (ISO 3166-1, or EU), currency (ISO 4217), net pay for a year in major units, source. */
const YEARS: readonly (readonly [region: string, currency: string, net: number, source: WageSource])[] = [
  ['EU', 'EUR', 29_573, 'Eurostat 2024'],
  ['BG', 'EUR', 11_074, 'Eurostat 2024'],
  ['DE', 'EUR', 39_594, 'Eurostat 2024'],
  ['ES', 'EUR', 24_571, 'Eurostat 2024'],
  ['FI', 'EUR', 36_877, 'Eurostat 2024'],
  ['FR', 'EUR', 32_354, 'Eurostat 2024'],
  ['GR', 'EUR', 18_709, 'Eurostat 2024'],
  ['IE', 'EUR', 46_208, 'Eurostat 2024'],
  ['IT', 'EUR', 24_797, 'Eurostat 2024'],
  ['LU', 'EUR', 50_410, 'Eurostat 2024'],
  ['NL', 'EUR', 47_892, 'Eurostat 2024'],
  ['PT', 'EUR', 16_947, 'Eurostat 2024'],
  ['CH', 'CHF', 81_572, 'Eurostat 2024'],
  ['DK', 'DKK', 327_543, 'Eurostat 2024'],
  ['HU', 'HUF', 5_487_950, 'Eurostat 2024'],
  ['NO', 'NOK', 549_261, 'Eurostat 2024'],
  ['RO', 'RON', 62_954, 'Eurostat 2024'],
  ['SE', 'SEK', 413_251, 'Eurostat 2024'],
  ['US', 'USD', 52_434, 'BLS 2025'],
  ['GB', 'GBP', 30_776, 'ONS 2024'],
  ['AU', 'AUD', 69_889, 'ABS 2025'],
]

export interface TypicalHours {
  /** ISO 3166-1, or `EU`. */
  region: string
  source: WageSource
  /** Which pay the hour is worked out from. */
  basis: (typeof BASES)[WageSource]
  /** The average or median hour, major units of the currency, to two digits. */
  typical: number
  /** Round amounts from less to more than it, the typical one in the middle; major units. */
  choices: readonly number[]
}

/** To two digits, whole: 264 becomes 260, 8.9 becomes 9. */
function round(amount: number): number {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(amount)) - 1))
  return Math.round(amount / step) * step
}

const FACTORS = [0.6, 0.8, 1, 1.4, 2]

/**
 * Typical net hours in a currency where somebody with this language tag probably lives, else where the currency is
 * used; null if no figure is known.
 */
export function typicalHours(tag: string, currency: string): TypicalHours | null {
  const ofCurrency = YEARS.filter(([, used]) => used === currency)
  const home = likelyRegion(tag)
  const found = ofCurrency.find(([region]) => region === home) ?? ofCurrency[0]
  if (!found) return null
  const [region, , net, source] = found
  const hour = net / (USUAL_HOURS_A_WEEK * WEEKS_A_YEAR)
  return {
    region,
    source,
    basis: BASES[source],
    typical: round(hour),
    choices: FACTORS.map((factor) => round(hour * factor)),
  }
}
