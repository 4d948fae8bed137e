/**
 * What a commitment pays, formula 1: at most pays price × (limit − actual), at least pays price × (actual − target), each
 * no more and no less than price × committed hours. Settled early, the limit counts for the elapsed share of the week,
 * and hours of a goal that are not met are a loss.
 */
import type { Interval } from '../time/interval'
import { HOUR_MS } from '../time/local-time'
import { type Commitment, type CommitmentTerms, committedMs, type Settlement } from './commitment'

/** The version of the formula that is stored with each settlement. */
export const SETTLEMENT_FORMULA = 1

type Priced = Pick<CommitmentTerms, 'type' | 'minutes' | 'priceMinor'>

interface Course {
  actualMs: number
  elapsedMs: number
  lengthMs: number
}

/** Hours on the good side of a promise, exact: ms × length of the week in ms. Below zero if it is not kept. */
function aheadOf(
  { type, minutes }: Pick<Priced, 'type' | 'minutes'>,
  { actualMs, elapsedMs, lengthMs }: Course,
): bigint {
  const [committed, length] = [BigInt(committedMs({ minutes })), BigInt(lengthMs)]
  const actual = BigInt(actualMs) * length
  return type === 'most' ? committed * BigInt(elapsedMs) - actual : actual - committed * length
}

/** Rounds half away from zero, so that a gain and a loss of the same size are the same. */
const rounded = (part: bigint, whole: bigint): number => {
  const size = part < 0n ? -part : part
  const units = Number((2n * size + whole) / (2n * whole))
  return part < 0n && units > 0 ? -units : units
}

/** The amount in minor units, rounded once. */
export function amountOfCourse(priced: Priced, course: Course): number {
  const most = BigInt(committedMs(priced)) * BigInt(course.lengthMs)
  const ahead = aheadOf(priced, course)
  const within = ahead > most ? most : ahead < -most ? -most : ahead
  return rounded(BigInt(priced.priceMinor) * within, BigInt(course.lengthMs) * BigInt(HOUR_MS))
}

/** The settlement of a commitment at an instant; early if its week, epoch ms, is not over. */
export function settlementOf(
  commitment: Priced & Pick<CommitmentTerms, 'currency'>,
  actualMs: number,
  { from, until }: Interval,
  at: number,
): Settlement {
  const lengthMs = until - from
  const elapsedMs = Math.min(lengthMs, Math.max(0, at - from))
  const course = { actualMs: Math.round(actualMs), elapsedMs, lengthMs }
  return {
    at,
    isEarly: at < until,
    ...course,
    amountMinor: amountOfCourse(commitment, course),
    currency: commitment.currency,
    formula: SETTLEMENT_FORMULA,
  }
}

/** Whether a promise was kept; null as long as it is not settled. Settled early, a limit is judged pro rata. */
export const isCommitmentKept = (
  commitment: Pick<Commitment, 'type' | 'minutes' | 'settled'>,
): boolean | null => (commitment.settled === null ? null : aheadOf(commitment, commitment.settled) >= 0n)

/** The worst and the best that promises of one currency can end with, minor units. */
export interface ResultRange {
  currency: string
  worstMinor: number
  bestMinor: number
}

/** Between what the promises of a week can end, for each currency; `lengthMs` is the length of the week. */
export function resultRanges(
  commitments: readonly (Priced & Pick<CommitmentTerms, 'currency'>)[],
  lengthMs: number,
): ResultRange[] {
  const ranges = new Map<string, ResultRange>()
  for (const commitment of commitments) {
    const { currency } = commitment
    const range = ranges.get(currency) ?? { currency, worstMinor: 0, bestMinor: 0 }
    const ends = [0, lengthMs].map((actualMs) =>
      amountOfCourse(commitment, { actualMs, elapsedMs: lengthMs, lengthMs }),
    )
    range.worstMinor += Math.min(...ends)
    range.bestMinor += Math.max(...ends)
    ranges.set(currency, range)
  }
  return [...ranges.values()]
}

/** A settled commitment with what all settlements in its currency came to by then, minor units. */
export interface Settled {
  commitment: Commitment & { settled: Settlement }
  balanceMinor: number
}

/** Settled commitments with their running balances, the latest first. Each currency has its own balance. */
export function settledInOrder(commitments: readonly Commitment[]): Settled[] {
  const balances = new Map<string, number>()
  return commitments
    .filter((one): one is Settled['commitment'] => one.settled !== null)
    .toSorted((a, b) => a.settled.at - b.settled.at || (a.id < b.id ? -1 : 1))
    .map((commitment) => {
      const { amountMinor, currency } = commitment.settled
      const balanceMinor = (balances.get(currency) ?? 0) + amountMinor
      balances.set(currency, balanceMinor)
      return { commitment, balanceMinor }
    })
    .toReversed()
}
