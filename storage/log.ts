import { db, type LogEntry } from './db'

/** Notes an event that a statement may want to tell later. */
export const writeLog = (entry: LogEntry): Promise<number> => db.log.add(entry)
