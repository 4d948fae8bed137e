import { addDays, type Day } from '../../domain/time/local-time'
import type { Opinion } from '../../domain/surface/opinion'
import { quartersBySurface, type Rating } from '../../domain/record/rating'
import type { Span } from '../../domain/record/span'
import type { Rate } from '../../domain/value/hour-price'
import { db, type Tables } from '../base/db'
import { closedSpans } from './history'
import { allRates } from '../said/rates'

/** Everything that the statement of a day is computed from. */
export interface DayLedger {
  /** The span in progress, as stored: its checkpoint may be ahead. */
  open: Span | null
  spans: Span[]
  opinions: Opinion[]
  /** Sampled ratings in quarters, by surface. */
  ratings: Map<string, number[]>
  rates: Rate[]
}

/** The stores that a day is read from. */
export const OF_DAY = [db.state, db.spans, db.days, db.surfaces, db.ratings, db.rates]

/** The opinions on these surfaces and on the surfaces that they are joined to. */
async function opinionsOf(surfaces: Iterable<string>, tx: Tables): Promise<Opinion[]> {
  const found = new Map<string, Opinion>()
  let wanted = [...surfaces]
  while (wanted.length > 0) {
    const rows = (await tx.surfaces.bulkGet(wanted)).filter((row) => row !== undefined)
    for (const row of rows) found.set(row.surface, row)
    wanted = rows.flatMap(({ joined }) => (joined !== undefined && !found.has(joined) ? [joined] : []))
  }
  return [...found.values()]
}

const ratingsOf = (surfaces: readonly string[], tx: Tables): Promise<Rating[]> =>
  tx.ratings.anyOf('surface', surfaces)

/**
 * Reads one of the person's days, which lies in two calendar days, with the span in progress, in one transaction and as
 * few turns as possible. Includes what the person said about the surfaces of both and about the `others`.
 */
export const readDayLedger = (day: Day, others: readonly string[] = []): Promise<DayLedger> =>
  db.transaction('r', OF_DAY, async (tx) => {
    const [state, spans, rates] = await Promise.all([
      tx.state.get('now'),
      closedSpans(day, addDays(day, 1), tx),
      allRates(tx),
    ])
    const open = state?.open ?? null
    const surfaces = new Set([...spans.map(({ surface }) => surface), ...others])
    if (open) surfaces.add(open.surface)
    const [opinions, own] = await Promise.all([opinionsOf(surfaces, tx), ratingsOf([...surfaces], tx)])
    const joined = opinions.flatMap((opinion) => opinion.joined ?? []).filter((head) => !surfaces.has(head))
    const more = joined.length > 0 ? await ratingsOf(joined, tx) : []
    return { open, spans, opinions, ratings: quartersBySurface([...own, ...more]), rates }
  })
