/** Recorded days as one record each, read a few at a time. */
import { oneRecord } from '../../domain/file/day-merge'
import type { Day } from '../../domain/time/local-time'
import { dayKey, type SealedDay } from '../../domain/record/sealed-day'
import type { Span } from '../../domain/record/span'
import { db } from '../base/db'
import { recentSpans } from './history'

/** Two months of one device. */
export const DAYS_AT_ONCE = 60

const NO_DAY = '0000-00-00'
const LAST_DAY = '9999-99-99'

/**
 * Calendar days from `first` to `last`, both included, in order, a batch at a time. A day that is sealed meanwhile
 * comes once: what is in rows is read before what is sealed.
 */
export async function* storedDays(first: Day = NO_DAY, last: Day = LAST_DAY): AsyncGenerator<SealedDay[]> {
  const rows = Map.groupBy(await recentSpans(first, last), dayKey)
  const between = db.days.where('[day+device]').between([first, ''], [last, '\uffff'], true, true)
  const keys = (await between.primaryKeys()).map(([day, device]) => ({ day, device }))
  const own = [...rows.values()].map(([span]) => span as Span)
  const all = new Map([...keys, ...own].map(({ day, device }) => [dayKey({ day, device }), { day, device }]))
  const inOrder = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (let at = 0; at < inOrder.length; at += DAYS_AT_ONCE) {
    const batch = inOrder.slice(at, at + DAYS_AT_ONCE)
    const sealed = await db.days.bulkGet(batch.map(([, { day, device }]): [string, string] => [day, device]))
    yield batch.flatMap(([key], index) => oneRecord(sealed[index], rows.get(key) ?? []) ?? [])
  }
}

/** How many records of days there are at least; for progress. */
export const countDays = (first: Day = NO_DAY, last: Day = LAST_DAY): Promise<number> =>
  db.days.where('[day+device]').between([first, ''], [last, '\uffff'], true, true).count()
