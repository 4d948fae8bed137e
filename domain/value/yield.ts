import { HOUR_MS } from '../time/local-time'
import { PARTS_OF_A_MINOR_UNIT } from './valuation'

/** Return per hour of attention in minor units; null without attention. */
export const yieldMinor = (returnMinor: number, timeMs: number): number | null =>
  timeMs > 0 ? Math.round((returnMinor * HOUR_MS) / timeMs) : null

/** An exact amount (in `PARTS_OF_A_MINOR_UNIT`) per hour of some time above zero: minor units, rounded half up once. */
export function perHourMinor(parts: bigint, timeMs: number): number {
  const divisor = PARTS_OF_A_MINOR_UNIT * BigInt(timeMs)
  return Number((2n * parts * BigInt(HOUR_MS) + divisor) / (2n * divisor))
}
