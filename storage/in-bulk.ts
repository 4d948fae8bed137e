import { db } from './db'
import { inTime } from './in-time'
import { exclusively } from './lock'

/** Bulk work may take its time; a database that is blocked is told of, not waited for in silence. */
export const answers = (): Promise<unknown> => inTime(() => db.state.count())

/** Does bulk work under the lock, once the database has answered. */
export async function inBulk<Result>(work: () => Promise<Result>): Promise<Result> {
  await answers()
  return exclusively(work)
}
