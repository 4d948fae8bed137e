/** Reads day totals. */
import type { DayTotal, TotalSource } from '../../domain/record/day-total'
import type { Day } from '../../domain/time/local-time'
import { db } from '../base/db'

/** Day totals of some days, and what decides which of them count (see `settledTotals`). */
export interface StoredTotals {
  rows: DayTotal[]
  /** The first day that was not imported, if that matters; else null. */
  ownSince: Day | null
}

const NONE: StoredTotals = { rows: [], ownSince: null }

/** The first calendar day with a span that this browser recorded or the person entered; null if there is none. */
export async function firstOwnDay(): Promise<Day | null> {
  const [sealed, recent] = await Promise.all([
    db.days.filter(({ origins }) => !origins || origins.some((origin) => origin !== 'imported')).first(),
    db.spans
      .orderBy('day')
      .filter(({ origin }) => origin !== 'imported')
      .first(),
  ])
  return [sealed, recent].flatMap((row) => row?.day ?? []).sort()[0] ?? null
}

/** The day totals from `first` to `last`, both included. */
export const totalsOfDays = (first: Day, last: Day): Promise<DayTotal[]> =>
  db.totals.where('day').between(first, last, true, true).toArray()

/** The same, with what decides which of them count. */
export async function storedTotals(first: Day, last: Day): Promise<StoredTotals> {
  const rows = await totalsOfDays(first, last)
  if (rows.length === 0) return NONE
  const isUnsure = rows.some(({ browser }) => browser === 'unsure')
  return { rows, ownSince: isUnsure ? await firstOwnDay() : null }
}

/** What was typed by hand for some days. */
export const typedOn = (days: readonly Day[]): Promise<DayTotal[]> =>
  db.totals
    .where('day')
    .anyOf([...days])
    .filter(({ source }) => source === 'entered')
    .toArray()

/** The first day with a total, of the sources that `counts`; null if there is none. */
export async function firstTotalDay(counts: (source: TotalSource) => boolean): Promise<Day | null> {
  const first = await db.totals
    .orderBy('day')
    .filter(({ source }) => counts(source))
    .first()
  return first?.day ?? null
}
