import { addDays, type Day } from '../../domain/time/local-time'
import type { Opinion } from '../../domain/surface/opinion'
import { quartersBySurface, type Rating } from '../../domain/record/rating'
import type { Span } from '../../domain/record/span'
import type { Rate } from '../../domain/value/hour-price'
import { db } from '../base/db'
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

const ratingsOf = (surfaces: readonly string[]): Promise<Rating[]> =>
  db.ratings.where('surface').anyOf(surfaces).toArray()

/**
 * Reads one of the person's days, which lies in two calendar days, with the span in progress, in one transaction and as
 * few turns as possible. Includes what the person said about the surfaces of both and about the `others`.
 */
export const readDayLedger = (day: Day, others: readonly string[] = []): Promise<DayLedger> =>
  db.transaction('r', [db.state, db.spans, db.days, db.surfaces, db.ratings, db.rates], async () => {
    const [state, spans, rates] = await Promise.all([
      db.state.get('now'),
      closedSpans(day, addDays(day, 1)),
      allRates(),
    ])
    const open = state?.open ?? null
    const surfaces = new Set([...spans.map(({ surface }) => surface), ...others])
    if (open) surfaces.add(open.surface)
    const [opinions, own] = await Promise.all([opinionsOf(surfaces), ratingsOf([...surfaces])])
    const joined = opinions.flatMap((opinion) => opinion.joined ?? []).filter((head) => !surfaces.has(head))
    const more = joined.length > 0 ? await ratingsOf(joined) : []
    return { open, spans, opinions, ratings: quartersBySurface([...own, ...more]), rates }
  })
