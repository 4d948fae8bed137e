/**
 * Changes commitments. Each change checks and writes in one transaction, so that a commitment is settled once however
 * often a worker is killed.
 */
import { ownError } from '../../domain/own-error'
import type { Span } from '../../domain/record/span'
import {
  type Commitment,
  committedExtent,
  committedInterval,
  type CommitmentTerms,
  type GoalNotice,
  isSamePromise,
  newCommitment,
  type Settlement,
} from '../../domain/statement/commitment'
import { settlementOf } from '../../domain/statement/settlement'
import { MINUTE_MS, type OffsetAt } from '../../domain/time/local-time'
import { db, type Tables } from '../base/db'
import { neverLate, refuseLate } from '../base/refuse-late'
import { actualOf, COUNTED, timesOfCommitments, unsettledCommitments } from './commitment-times'

/**
 * Whether the week of a commitment has begun: by the clock, or because something was recorded in it, whatever a clock
 * that was set back says.
 */
async function hasBegun(
  commitment: Commitment,
  at: number,
  offsetAt: OffsetAt,
  tx: Tables,
): Promise<boolean> {
  if (at >= committedInterval(commitment, offsetAt).from) return true
  const { from } = committedExtent(commitment)
  const late = (span: Span | null | undefined) =>
    span !== null &&
    span !== undefined &&
    span.origin === 'measured' &&
    span.start + span.utcOffsetMinutes * MINUTE_MS >= from
  const { open = null } = (await tx.state.get('now')) ?? {}
  const recent = await tx.spans.where('day').aboveOrEqual(commitment.week).filter(late).first()
  // A day is sealed when it has long been over.
  const sealed = await tx.days.where('[day+device]').aboveOrEqual([commitment.week, '']).count()
  return late(open) || late(recent) || sealed > 0
}

/**
 * Makes promises, or changes those whose week has not begun. All or none are written; rejects with
 * `error_promise_fixed` if a week has begun or an overlapping promise of the kind and type is made already.
 */
export const putCommitments = (
  terms: readonly CommitmentTerms[],
  at: number,
  dayStartHour: number,
  offsetAt: OffsetAt,
  isLate = neverLate,
): Promise<void> =>
  db.transaction('rw', [db.commitments, db.spans, db.days, db.state], async (tx) => {
    const open = await unsettledCommitments(tx)
    const rows = terms.map((one) => newCommitment(one, at, dayStartHour))
    for (const row of rows) {
      const isTaken = open.some((other) => other.id !== row.id && isSamePromise(other, row))
      const before = await tx.commitments.get(row.id)
      if (isTaken || before?.settled || (await hasBegun(row, at, offsetAt, tx)))
        throw ownError('error_promise_fixed')
      if (before && (await hasBegun(before, at, offsetAt, tx))) throw ownError('error_promise_fixed')
    }
    await tx.commitments.bulkPut(rows)
    refuseLate(isLate)
  })

/** Takes a promise back. Rejects with `error_promise_fixed` once its week has begun. */
export const removeCommitment = (
  id: string,
  at: number,
  offsetAt: OffsetAt,
  isLate = neverLate,
): Promise<void> =>
  db.transaction('rw', [db.commitments, db.spans, db.days, db.state], async (tx) => {
    const commitment = await tx.commitments.get(id)
    if (!commitment) return
    if (commitment.settled || (await hasBegun(commitment, at, offsetAt, tx)))
      throw ownError('error_promise_fixed')
    await tx.commitments.delete(id)
    refuseLate(isLate)
  })

/** Settles those that `isDue` in one transaction. Returns those that were settled now; a settled one never changes. */
const settle = (
  isDue: (commitment: Commitment) => boolean,
  at: number,
  offsetAt: OffsetAt,
  open: Span | null,
  isLate: () => boolean,
): Promise<Commitment[]> =>
  db.transaction('rw', [...COUNTED(), db.commitments, db.log], async (tx) => {
    const due = (await unsettledCommitments(tx)).filter(isDue)
    const times = await timesOfCommitments(due, open, tx)
    const rows = due.map((commitment) => {
      const week = committedInterval(commitment, offsetAt)
      return { ...commitment, settled: settlementOf(commitment, actualOf(commitment, times), week, at) }
    })
    await tx.commitments.bulkPut(rows)
    for (const { id, settled } of rows)
      if (settled.isEarly) {
        const { amountMinor, currency } = settled
        await tx.log.add({ at, type: 'settle', commitment: id, amountMinor, currency })
      }
    refuseLate(isLate)
    return rows
  })

/** How long after its week a commitment is settled at the earliest, so that time without input is taken back by then. */
export const SETTLE_AFTER_MS = 5 * MINUTE_MS

/** When a commitment is settled by itself at the earliest, epoch ms. */
export const settlesFrom = (commitment: Commitment, idleMs: number, offsetAt: OffsetAt): number =>
  committedInterval(commitment, offsetAt).until + idleMs + SETTLE_AFTER_MS

/** Settles the commitments whose weeks are over. `open` is the span in progress. */
export const settleDue = (
  at: number,
  idleMs: number,
  offsetAt: OffsetAt,
  open: Span | null,
  isLate = neverLate,
): Promise<Commitment[]> =>
  settle((commitment) => at >= settlesFrom(commitment, idleMs, offsetAt), at, offsetAt, open, isLate)

/** Settles a commitment before its week is over. Rejects with `error_promise_not_running` outside its week. */
export async function settleEarly(
  id: string,
  at: number,
  offsetAt: OffsetAt,
  open: Span | null,
  isLate = neverLate,
): Promise<Settlement> {
  const isRunning = (commitment: Commitment) => {
    const { from, until } = committedInterval(commitment, offsetAt)
    return commitment.id === id && at >= from && at < until
  }
  const [settled] = await settle(isRunning, at, offsetAt, open, isLate)
  if (!settled?.settled) throw ownError('error_promise_not_running')
  return settled.settled
}

/** Notes that the person is told something about a goal. False if they were already, or if it is settled. */
export const noteGoalNotice = (id: string, notice: GoalNotice, isLate = neverLate): Promise<boolean> =>
  db.transaction('rw', [db.commitments], async (tx) => {
    const commitment = await tx.commitments.get(id)
    if (!commitment || commitment.settled || commitment.told.includes(notice)) return false
    await tx.commitments.put({ ...commitment, told: [...commitment.told, notice] })
    refuseLate(isLate)
    return true
  })
