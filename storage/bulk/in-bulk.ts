import { db } from '../base/db'
import { inTime } from '../base/in-time'
import { exclusively } from '../base/lock'
import type { Rest } from '../../domain/record/deletion'
import { settleCheckpoint } from '../record/ledger'
import { deleteFromHeld } from '../said/session'

/** Bulk work may take long, so it first checks that the database answers; rejects if it is blocked. */
export const checkDatabase = (): Promise<unknown> => inTime(() => db.state.count())

const IMPORT_LOCK = 'zeitwert-import'

/** Runs one import or undo at a time across pages. Each batch also takes the writers' lock. */
export const importing = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(IMPORT_LOCK, work) as Promise<Result>

/** Does the work unless an import is running; returns null then. */
export const unlessImporting = <Result>(work: () => Promise<Result>): Promise<Result | null> =>
  navigator.locks.request(IMPORT_LOCK, { mode: 'shared', ifAvailable: true }, (lock) =>
    lock ? work() : Promise.resolve(null),
  ) as Promise<Result | null>

/**
 * Does bulk work under both locks, once the database has answered, so never during an import. `rest` says what the
 * work leaves of spans that are not written yet. `beforehand` is for data that the worker never touches: it runs while
 * the worker may still write.
 */
export async function inBulk<Result>(
  rest: Rest,
  work: () => Promise<Result>,
  beforehand: () => Promise<void> = async () => undefined,
): Promise<Result> {
  await checkDatabase()
  return importing(async () => {
    await beforehand()
    return exclusively(async () => {
      await settleCheckpoint()
      await deleteFromHeld(rest)
      return work()
    })
  })
}
