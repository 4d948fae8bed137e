/** Reads commitments, and the time that counts for them. */
import { settledHistory } from '../../domain/record/settled-totals'
import type { Span } from '../../domain/record/span'
import type { Commitment } from '../../domain/statement/commitment'
import { kindTimes, sumOfDays, type WeekTimes } from '../../domain/statement/committed-time'
import { surfaceRules } from '../../domain/surface/surface-rules'
import { addDays } from '../../domain/time/local-time'
import type { Watchable } from '../../domain/watchable'
import { db, type Tables } from '../base/db'
import { live } from '../base/live-query'
import { recentSpans, sealedDays } from './history'
import { storedTotals } from './totals'

/** More than all that can be made ahead, so that no commitment that is not settled lies beyond: reading stays small. */
const NEWEST = 200

/** The newest commitments, the latest week first. */
export const newestCommitments = (tx: Tables = db): Promise<Commitment[]> =>
  tx.commitments.orderBy('week').backwards().limit(NEWEST).toArray()

export const liveCommitments = (): Watchable<Commitment[]> =>
  live([db.commitments], () => db.commitments.toArray())

/** Those that are not settled. */
export const unsettledCommitments = async (tx: Tables = db): Promise<Commitment[]> =>
  (await newestCommitments(tx)).filter(({ settled }) => settled === null)

/** The stores from which the time of a commitment is read. */
export const COUNTED = () => [db.spans, db.days, db.state, db.totals, db.surfaces]

/** The time that counts for each commitment on the days of its week, by id; each week is read once. */
export async function timesOfCommitments(
  commitments: readonly Commitment[],
  open: Span | null,
  tx: Tables = db,
): Promise<Map<string, WeekTimes>> {
  const times = new Map<string, WeekTimes>()
  if (commitments.length === 0) return times
  const { kindOf } = surfaceRules(await tx.surfaces.toArray())
  for (const group of Map.groupBy(
    commitments,
    ({ week, dayStartHour }) => `${week} ${dayStartHour}`,
  ).values()) {
    const [one] = group as [Commitment]
    // The last day reaches into the next calendar day.
    const [first, last] = [one.week, addDays(one.week, 7)]
    const [sealed, recent, { rows, ownSince }] = await Promise.all([
      sealedDays(first, last, tx),
      recentSpans(first, last, tx),
      storedTotals(first, addDays(last, -1), tx),
    ])
    const stored = { sealed, recent: open ? [...recent, open] : recent, totals: rows }
    const byKind = kindTimes(settledHistory(stored, ownSince), kindOf, one)
    for (const { id, kind } of group) times.set(id, byKind.get(kind) ?? [0, 0, 0, 0, 0, 0, 0])
  }
  return times
}

/** What counts for a commitment, ms: its time and what was deleted of it. */
export const actualOf = ({ id, deletedMs }: Commitment, times: ReadonlyMap<string, WeekTimes>): number =>
  sumOfDays(times.get(id) ?? []) + deletedMs

/** What commitments that are not settled have, read in one go. */
export interface CommitmentsNow {
  commitments: Commitment[]
  times: Map<string, WeekTimes>
}

/** The commitments that `isWanted` of those that are not settled, and their time. */
export async function commitmentsNow(
  isWanted: (commitment: Commitment) => boolean,
  open: Span | null,
): Promise<CommitmentsNow> {
  const commitments = (await unsettledCommitments()).filter(isWanted)
  return { commitments, times: await timesOfCommitments(commitments, open) }
}
