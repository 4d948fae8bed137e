import type { Rate } from '../domain/valuation'
import { db } from './db'

/** All rates, the earliest first. */
export const allRates = (): Promise<Rate[]> => db.rates.orderBy('from').toArray()

/** Adds a rate, or replaces the one that held from `replaces`. */
export const putRate = (rate: Rate, replaces: string | null): Promise<void> =>
  db.transaction('rw', db.rates, async () => {
    if (replaces !== null) await db.rates.delete(replaces)
    await db.rates.put(rate)
  })

export const removeRate = (from: string): Promise<void> => db.rates.delete(from)
