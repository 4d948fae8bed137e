import type { Recorded } from '../../domain/record/recorded'
import { duration } from './format'
import { tn } from './plural'

/** `3 h 5 min in 12 stretches`, `2 h 0 min in 3 day totals`, or both. */
export function recordedWords({ spans, ms, totals }: Recorded): string {
  const ofTotals = tn('recorded_totals', totals.count, duration(totals.ms))
  if (totals.count === 0) return tn('recorded', spans, duration(ms))
  return spans === 0 ? ofTotals : `${tn('recorded', spans, duration(ms))}, ${ofTotals}`
}
