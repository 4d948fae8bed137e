import { db, type LogEntry } from '../base/db'
import { neverLate, refuseLate } from '../base/refuse-late'

/** Logs an event for later statements. */
export const writeLog = (entry: LogEntry, isLate = neverLate): Promise<void> =>
  db.transaction('rw', [db.log], async (tx) => {
    await tx.log.add(entry)
    refuseLate(isLate)
  })
