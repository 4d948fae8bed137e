import { changeOpinion, type Opinion, type OpinionChange } from '../../domain/surface/opinion'
import { siteOf } from '../../domain/surface/surface'
import { db } from '../base/db'
import { inTime } from '../base/in-time'
import { neverLate, refuseLate } from '../base/refuse-late'
import { dropQuestion } from './ratings'

const isPartOf = (surface: string, whole: string): boolean => [surface, siteOf(surface)].includes(whole)

/** Changes what the person said about a surface; null removes a field. Drops the question about an excluded one. */
export const changeSurface = (surface: string, change: OpinionChange, isLate = neverLate): Promise<void> =>
  db.transaction('rw', db.surfaces, db.state, async () => {
    const opinion = changeOpinion((await db.surfaces.get(surface)) ?? { surface }, change)
    if (opinion) await db.surfaces.put(opinion)
    else await db.surfaces.delete(surface)
    if (change.excluded) await dropQuestion((question) => isPartOf(question.surface, surface))
    refuseLate(isLate)
  })

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

/** Stores the exact host of a surface for the browser's icon cache. True if it changed. */
export const rememberIconHost = (surface: string, iconHost: string): Promise<boolean> =>
  db.transaction('rw', db.surfaces, async () => {
    const opinion = (await db.surfaces.get(surface)) ?? { surface }
    if (opinion.iconHost === iconHost) return false
    await db.surfaces.put({ ...opinion, iconHost })
    return true
  })
