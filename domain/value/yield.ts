import { HOUR_MS } from '../time/local-time'

/** Return per hour of attention in minor units; null without attention. */
export const yieldMinor = (returnMinor: number, timeMs: number): number | null =>
  timeMs > 0 ? Math.round((returnMinor * HOUR_MS) / timeMs) : null
