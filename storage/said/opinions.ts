import { changeOpinion, type Opinion, type OpinionChange } from '../../domain/surface/opinion'
import { isPartOf } from '../../domain/surface/surface'
import { db, type Tables } from '../base/db'
import { inTime } from '../base/in-time'
import { neverLate, refuseLate } from '../base/refuse-late'
import { dropQuestion } from './ratings'

/** Changes what the person said about a surface; null removes a field. Drops the question about an excluded one. */
export const changeSurface = (surface: string, change: OpinionChange, isLate = neverLate): Promise<void> =>
  db.transaction('rw', [db.surfaces, db.state], async (tx) => {
    await changeIn(tx, surface, change)
    refuseLate(isLate)
  })

/** The same inside a transaction with the stores `surfaces` and `state`. */
export async function changeIn(tx: Tables, surface: string, change: OpinionChange): Promise<void> {
  const opinion = changeOpinion((await tx.surfaces.get(surface)) ?? { surface }, change)
  if (opinion) await tx.surfaces.put(opinion)
  else await tx.surfaces.delete(surface)
  if (change.excluded) await dropQuestion((question) => isPartOf(question.surface, surface), tx)
}

/** All opinions. Their number grows with the number of surfaces, not with time. */
export const allOpinions = (): Promise<Opinion[]> => db.surfaces.toArray()

/** The few opinions that affect recording: kinds, exclusions, joins and splits. */
export async function opinionsForRecording(limitMs?: number): Promise<Opinion[]> {
  const fields = ['kind', 'excluded', 'joined', 'split']
  const found = await inTime(
    () => Promise.all(fields.map((field) => db.surfaces.orderBy(field).toArray())),
    limitMs,
  )
  return [...new Map(found.flat().map((opinion) => [opinion.surface, opinion])).values()]
}

/**
 * Stores the exact host of the surface in progress for the browser's icon cache. False for any other surface: it may
 * have been deleted since it was seen.
 */
export const rememberIconHost = (surface: string, iconHost: string): Promise<boolean> =>
  db.transaction('rw', [db.surfaces, db.state], async (tx) => {
    if ((await tx.state.get('now'))?.open?.surface !== surface) return false
    const opinion = (await tx.surfaces.get(surface)) ?? { surface }
    if (opinion.iconHost !== iconHost) await tx.surfaces.put({ ...opinion, iconHost })
    return true
  })
