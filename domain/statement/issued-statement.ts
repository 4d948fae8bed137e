/** A statement as shown and exported, and how to tell that its figures have changed since it was issued. */
import type { SourceTime } from '../record/total-source'
import type { Day } from '../time/local-time'
import type { Commitment } from './commitment'
import type { FocusSum } from './focus-hours'
import type { LimitsKept } from './limits-kept'
import type { Opening, PeriodStatement } from './period-statement'
import type { Statement } from './statement'
import type { Rate } from '../value/hour-price'

/** When a statement was first issued, with its totals at that time; a row of the store `statements`. */
export interface IssuedStatement extends Pick<Opening, 'timeMs' | 'costMinor' | 'returnMinor'> {
  /** As in the address of its page: `week-2026-11-16`. */
  period: string
  /** Epoch ms. */
  issuedAt: number
  /** ISO 4217; null without a rate. */
  currency: string | null
  /** The checksum of its lines (see `checksumOf`); older rows have none. */
  checksum?: number
}

/** A promise of the week, and the time that counts for it: as settled, or so far. */
export interface StatedPromise {
  commitment: Commitment
  actualMs: number
}

/** Everything that a statement says, in any format. */
export interface StatementFacts {
  stated: PeriodStatement
  limits: LimitsKept
  /** ISO 4217; null without a rate. */
  currency: string | null
  /**
   * The rates in force in the period, the earliest first, in minor units of `currency`; empty without a rate.
   */
  rates: readonly Rate[]
  /** When it is issued, epoch ms. */
  issuedAt: number
  /** The person's day at that time. */
  issuedOn: Day
  /** When it was first issued, if its figures have changed since; else null. */
  revaluedSince: number | null
  /** The focus hours that are over; absent if there are none. */
  focus?: FocusSum
  /** How much of it is day totals, by source; absent if none is. */
  totals?: readonly SourceTime[]
  /** The promises of a week; absent if there are none. */
  promises?: readonly StatedPromise[]
}

/** The FNV-1a hash of a text, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A checksum that changes when a figure of any line changes. No site can be read from it. */
export const checksumOf = ({ kinds, surfaces }: Statement): number => {
  const lines = [
    ...kinds.map((line) => ({ ...line, key: line.kind })),
    ...surfaces.map((line) => ({ ...line, key: line.profile.surface })),
  ]
  const written = lines.map(({ key, timeMs, money }) =>
    [key, timeMs, money?.costMinor, money?.returnMinor].join(' '),
  )
  return hashOf(written.sort().join('\n'))
}

/** The row to store when a statement is issued. */
export const issue = (period: string, { stated, currency, issuedAt }: StatementFacts): IssuedStatement => {
  const { timeMs, costMinor, returnMinor } = stated.opening
  const checksum = checksumOf(stated.statement)
  return { period, issuedAt, timeMs, costMinor, returnMinor, currency, checksum }
}

/**
 * When a statement was issued, if its figures have changed since; null if they are the same or it was never
 * issued.
 */
export const revaluedSince = (
  issued: IssuedStatement | null,
  { opening: { timeMs, costMinor, returnMinor }, statement }: Pick<PeriodStatement, 'opening' | 'statement'>,
  currency: string | null,
): number | null => {
  const isSame =
    issued === null ||
    (issued.timeMs === timeMs &&
      issued.costMinor === costMinor &&
      issued.returnMinor === returnMinor &&
      issued.currency === currency &&
      (issued.checksum === undefined || issued.checksum === checksumOf(statement)))
  return isSame ? null : issued.issuedAt
}
