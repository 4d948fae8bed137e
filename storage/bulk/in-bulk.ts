import { db } from '../base/db'
import { inTime } from '../base/in-time'
import { exclusively } from '../base/lock'

/** Bulk work may take its time; a database that is blocked is told of, not waited for in silence. */
export const answers = (): Promise<unknown> => inTime(() => db.state.count())

const IMPORT_LOCK = 'zeitwert-import'

/** Whole imports and their undoing, one at a time across pages: each takes the lock of writers batch by batch. */
export const importing = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(IMPORT_LOCK, work) as Promise<Result>

/** Does the work, beside others of its kind, unless an import is under way; null then. */
export const unlessImporting = <Result>(work: () => Promise<Result>): Promise<Result | null> =>
  navigator.locks.request(IMPORT_LOCK, { mode: 'shared', ifAvailable: true }, (lock) =>
    lock ? work() : Promise.resolve(null),
  ) as Promise<Result | null>

/**
 * Does bulk work under the locks, once the database has answered; what an import may need to go back stays till it is
 * done. What the worker never touches is done beforehand, while it may go on writing.
 */
export async function inBulk<Result>(
  work: () => Promise<Result>,
  beforehand: () => Promise<void> = async () => undefined,
): Promise<Result> {
  await answers()
  return importing(async () => {
    await beforehand()
    return exclusively(work)
  })
}
