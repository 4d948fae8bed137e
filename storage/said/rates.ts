import type { Rate } from '../../domain/value/hour-price'
import { db } from '../base/db'
import { neverLate, refuseLate } from '../base/refuse-late'

/** All rates, earliest first. */
export const allRates = (): Promise<Rate[]> => db.rates.orderBy('from').toArray()

/** Adds a rate. Deletes the one that held from `replaces`, if given. */
export const putRate = (rate: Rate, replaces: string | null, isLate = neverLate): Promise<void> =>
  db.transaction('rw', db.rates, async () => {
    if (replaces !== null) await db.rates.delete(replaces)
    await db.rates.put(rate)
    refuseLate(isLate)
  })

/** Removes the rate that holds from that day. */
export const removeRate = (from: string, isLate = neverLate): Promise<void> =>
  db.transaction('rw', db.rates, async () => {
    await db.rates.delete(from)
    refuseLate(isLate)
  })
