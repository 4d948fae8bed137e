/** Reads recorded days in batches, one record per day and device, sealed or not. */
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
 * Yields calendar days from `first` to `last`, both included, in order and in batches. Rows are read before
 * sealed days, so that a day sealed in between appears exactly once.
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

/** The number of sealed days, to estimate progress. */
export const countDays = (first: Day = NO_DAY, last: Day = LAST_DAY): Promise<number> =>
  db.days.where('[day+device]').between([first, ''], [last, '\uffff'], true, true).count()
