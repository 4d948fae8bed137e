import { addDays, type Day } from '../../domain/time/local-time'
import type { Opinion } from '../../domain/surface/opinion'
import { quartersBySurface } from '../../domain/record/rating'
import type { Span } from '../../domain/record/span'
import type { Rate } from '../../domain/value/hour-price'
import { db } from '../base/db'
import { closedSpans } from './history'
import { allRates } from '../said/rates'

/** Everything that the statement of a day is computed from, except the span in progress. */
export interface DayLedger {
  spans: Span[]
  opinions: Opinion[]
  /** Sampled ratings in quarters, by surface. */
  ratings: Map<string, number[]>
  rates: Rate[]
}

/** The opinions on these surfaces and on the surfaces that they are joined to. */
async function opinionsOf(surfaces: Iterable<string>): Promise<Opinion[]> {
  const found = new Map<string, Opinion>()
  let wanted = [...surfaces]
  while (wanted.length > 0) {
    const rows = (await db.surfaces.bulkGet(wanted)).filter((row) => row !== undefined)
    for (const row of rows) found.set(row.surface, row)
    wanted = rows.flatMap(({ joined }) => (joined !== undefined && !found.has(joined) ? [joined] : []))
  }
  return [...found.values()]
}

async function ratingsOf(surfaces: readonly string[]): Promise<Map<string, number[]>> {
  return quartersBySurface(await db.ratings.where('surface').anyOf(surfaces).toArray())
}

/**
 * Reads one of the person's days, which lies in two calendar days, in one transaction. Includes what the
 * person said about the surface `currentSurface`, if given, and about the `others`.
 */
export const readDayLedger = (
  day: Day,
  currentSurface: string | null,
  others: readonly string[] = [],
): Promise<DayLedger> =>
  db.transaction('r', [db.spans, db.days, db.surfaces, db.ratings, db.rates], async () => {
    const [spans, rates] = await Promise.all([closedSpans(day, addDays(day, 1)), allRates()])
    const surfaces = new Set([...spans.map(({ surface }) => surface), ...others])
    if (currentSurface !== null) surfaces.add(currentSurface)
    const opinions = await opinionsOf(surfaces)
    const joined = opinions.flatMap((opinion) => opinion.joined ?? [])
    const ratings = await ratingsOf([...surfaces, ...joined])
    return { spans, opinions, ratings, rates }
  })
