import type { Rate } from '../../domain/value/hour-price'
import { db, type Tables } from '../base/db'
import { neverLate, refuseLate } from '../base/refuse-late'

/** All rates, earliest first. */
export const allRates = (tx: Tables = db): Promise<Rate[]> => tx.rates.toArray()

/** Adds a rate. Deletes the one that held from `replaces`, if given. */
export const putRate = (rate: Rate, replaces: string | null, isLate = neverLate): Promise<void> =>
  db.transaction('rw', [db.rates], async (tx) => {
    if (replaces !== null) await tx.rates.delete(replaces)
    await tx.rates.put(rate)
    refuseLate(isLate)
  })

/** Removes the rate that holds from that day. */
export const removeRate = (from: string, isLate = neverLate): Promise<void> =>
  db.transaction('rw', [db.rates], async (tx) => {
    await tx.rates.delete(from)
    refuseLate(isLate)
  })
