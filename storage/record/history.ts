/** Reads recorded spans by calendar day. */
import { reached } from '../../domain/record/checkpoint'
import type { Day } from '../../domain/time/local-time'
import { type SealedDay, unseal } from '../../domain/record/sealed-day'
import type { Span } from '../../domain/record/span'
import { db, type Tables } from '../base/db'
import { readCheckpoint } from './checkpoint'

/** Sealed calendar days from `first` to `last`, both included, one record per day and device. */
export const sealedDays = (first: Day, last: Day, tx: Tables = db): Promise<SealedDay[]> =>
  tx.days.where('[day+device]').between([first, ''], [last, '\uffff']).toArray()

/** The closed spans from `first` to `last` that are stored as rows, not in sealed days. */
export const recentSpans = (first: Day, last: Day, tx: Tables = db): Promise<Span[]> =>
  tx.spans.where('day').between(first, last, true, true).toArray()

/**
 * The closed spans of calendar days from `first` to `last`, both included, sealed or not, in order of time. If
 * a span was rewritten after its day was sealed, only the later version counts.
 */
export async function closedSpans(first: Day, last: Day, tx: Tables = db): Promise<Span[]> {
  const [recent, sealed] = await Promise.all([recentSpans(first, last, tx), sealedDays(first, last, tx)])
  const byId = new Map([...sealed.flatMap(unseal), ...recent].map((span) => [span.id, span]))
  return [...byId.values()].sort((a, b) => a.start - b.start)
}

/** The span in progress, as of its last checkpoint. Not for transactions: the checkpoint lies outside the database. */
export async function openSpan(): Promise<Span | undefined> {
  const checkpoint = await readCheckpoint()
  const open = (await db.state.get('now'))?.open
  return open ? reached(open, checkpoint) : undefined
}

/** The closed spans of a surface from `first` to `last`, calendar days that are not sealed yet. */
export const recentSpansOf = (surface: string, first: Day, last: Day): Promise<Span[]> =>
  db.spans.where('[surface+day]').between([surface, first], [surface, last], true, true).toArray()
