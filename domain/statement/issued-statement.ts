/** A statement as it is shown and exported, and how one is recognised whose figures have changed since. */
import type { LimitsKept } from './limits-kept'
import type { Opening, PeriodStatement } from './period-statement'
import type { Statement } from './statement'
import type { Rate } from '../value/valuation'

/** When a statement was issued first, and the totals that it had; a row of the store `statements`. */
export interface IssuedStatement extends Pick<Opening, 'timeMs' | 'costMinor' | 'returnMinor'> {
  /** As it is written in an address. */
  period: string
  /** Epoch ms. */
  issuedAt: number
  /** ISO 4217; null without a rate. */
  currency: string | null
  /** What the lines came to, see `checksumOf`; rows from before there were checksums have none. */
  checksum?: number
}

/** All that a statement says, whatever it is written on. */
export interface StatementFacts {
  stated: PeriodStatement
  limits: LimitsKept
  /** ISO 4217; null without a rate. */
  currency: string | null
  /** What held in the period, the earliest first, in minor units of `currency`; none without a rate. */
  rates: readonly Rate[]
  /** When it is issued, epoch ms. */
  issuedAt: number
  /** When it was issued first, if its figures have changed since. */
  revaluedSince: number | null
}

/** The FNV-1a hash of a text, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A number that is another one where any line has another figure; no site can be read from it. */
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

/** The row to remember of a statement that is issued. */
export const issue = (period: string, { stated, currency, issuedAt }: StatementFacts): IssuedStatement => {
  const { timeMs, costMinor, returnMinor } = stated.opening
  const checksum = checksumOf(stated.statement)
  return { period, issuedAt, timeMs, costMinor, returnMinor, currency, checksum }
}

/** When a statement was issued whose figures are others now; null where they are the same, or it never was. */
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
