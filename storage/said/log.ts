import { db, type LogEntry } from '../base/db'
import { neverLate, refuseLate } from '../base/refuse-late'

/** Notes an event that a statement may want to tell later. */
export const writeLog = (entry: LogEntry, isLate = neverLate): Promise<void> =>
  db.transaction('rw', db.log, async () => {
    await db.log.add(entry)
    refuseLate(isLate)
  })
