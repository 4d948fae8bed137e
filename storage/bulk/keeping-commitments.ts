/** Keeps what counts for commitments while bulk work changes the record. */
import { sumOfDays } from '../../domain/statement/committed-time'
import type { Tables } from '../base/db'
import { actualOf, timesOfCommitments, unsettledCommitments } from '../record/commitment-times'

/**
 * Does bulk work inside a transaction on all the stores of `COUNTED` and on `commitments`. What counts for a commitment
 * that is not settled never becomes less by it: deleting days, or an import, is no way out of a loss. Corrections of single
 * visits do count.
 */
export async function keepingCommitments<Result>(tx: Tables, work: () => Promise<Result>): Promise<Result> {
  const openNow = async () => (await tx.state.get('now'))?.open ?? null
  const running = await unsettledCommitments(tx)
  if (running.length === 0) return work()
  const before = await timesOfCommitments(running, await openNow(), tx)
  const result = await work()
  const after = await timesOfCommitments(running, await openNow(), tx)
  for (const commitment of running) {
    const recordedMs = sumOfDays(after.get(commitment.id) ?? [])
    const deletedMs = Math.max(0, actualOf(commitment, before) - recordedMs)
    if (deletedMs === commitment.deletedMs) continue
    await tx.commitments.change(commitment.id, { deletedMs })
  }
  return result
}
