/** A statement as it is shown and exported, and how one is recognised whose figures have changed since. */
import type { KeptLimits } from './kept-limits'
import type { Opening, PeriodStatement } from './period-statement'
import type { Rate } from './valuation'

/** When a statement was issued first, and the totals that it had; a row of the store `statements`. */
export interface IssuedStatement extends Pick<Opening, 'timeMs' | 'costMinor' | 'returnMinor'> {
  /** As it is written in an address. */
  period: string
  /** Epoch ms. */
  issuedAt: number
  /** ISO 4217; null without a rate. */
  currency: string | null
}

/** All that a statement says, whatever it is written on. */
export interface StatementFacts {
  stated: PeriodStatement
  limits: KeptLimits
  /** ISO 4217; null without a rate. */
  currency: string | null
  /** What held in the period, the earliest first, in minor units of `currency`; none without a rate. */
  rates: readonly Rate[]
  /** When it is issued, epoch ms. */
  issuedAt: number
  /** When it was issued first, if its figures have changed since. */
  revaluedSince: number | null
}

/** The row to remember of a statement that is issued. */
export const issue = (period: string, { stated, currency, issuedAt }: StatementFacts): IssuedStatement => {
  const { timeMs, costMinor, returnMinor } = stated.opening
  return { period, issuedAt, timeMs, costMinor, returnMinor, currency }
}

/** When a statement was issued whose totals are others now; null where they are the same, or it never was. */
export const revaluedSince = (
  issued: IssuedStatement | null,
  { timeMs, costMinor, returnMinor }: Opening,
  currency: string | null,
): number | null => {
  const isSame =
    issued === null ||
    (issued.timeMs === timeMs &&
      issued.costMinor === costMinor &&
      issued.returnMinor === returnMinor &&
      issued.currency === currency)
  return isSame ? null : issued.issuedAt
}
