/** Reads day totals. */
import type { DayTotal, TotalSource } from '../../domain/record/day-total'
import type { Day } from '../../domain/time/local-time'
import { db, type Tables } from '../base/db'

/** Day totals of some days, and what decides which of them count (see `settledTotals`). */
export interface StoredTotals {
  rows: DayTotal[]
  /** The first day that was not imported, if that matters; else null. */
  ownSince: Day | null
}

const NONE: StoredTotals = { rows: [], ownSince: null }

/** The first calendar day with a span that this browser recorded or the person entered; null if there is none. */
export async function firstOwnDay(tx: Tables = db): Promise<Day | null> {
  const [sealed, recent] = await Promise.all([
    tx.days.filter(({ origins }) => !origins || origins.some((origin) => origin !== 'imported')).first(),
    tx.spans
      .orderBy('day')
      .filter(({ origin }) => origin !== 'imported')
      .first(),
  ])
  return [sealed, recent].flatMap((row) => row?.day ?? []).sort()[0] ?? null
}

/** The day totals from `first` to `last`, both included. */
export const totalsOfDays = (first: Day, last: Day, tx: Tables = db): Promise<DayTotal[]> =>
  tx.totals.where('day').between(first, last, true, true).toArray()

/** The same, with what decides which of them count. */
export async function storedTotals(first: Day, last: Day, tx: Tables = db): Promise<StoredTotals> {
  const rows = await totalsOfDays(first, last, tx)
  if (rows.length === 0) return NONE
  const isUnsure = rows.some(({ browser }) => browser === 'unsure')
  return { rows, ownSince: isUnsure ? await firstOwnDay(tx) : null }
}

/** What was typed by hand for some days. */
export const typedOn = async (days: readonly Day[]): Promise<DayTotal[]> =>
  (await db.totals.anyOf('day', days)).filter(({ source }) => source === 'entered')

/** The first day with a total, of the sources that `counts`; null if there is none. */
export async function firstTotalDay(counts: (source: TotalSource) => boolean): Promise<Day | null> {
  const first = await db.totals
    .orderBy('day')
    .filter(({ source }) => counts(source))
    .first()
  return first?.day ?? null
}
