/** The question about a sampled visit, and the ratings that answer it. */
import type { VisitAnswer, VisitQuestion, Sampling } from '../../domain/statement/sampling'
import type { Rating } from '../../domain/record/rating'
import { HOUR_MS, msOfDay } from '../../domain/time/local-time'
import { db, type Tables } from '../base/db'
import { neverLate, refuseLate } from '../base/refuse-late'

const KEY = 'sampling'

/** The store `state`, for its other row. */
const table = (tx: Tables) => tx.table<Sampling, typeof KEY>('state')

export const readSampling = async (tx: Tables = db): Promise<Sampling | null> =>
  (await table(tx).get(KEY)) ?? null

export const putSampling = (sampling: Sampling, tx: Tables = db): Promise<unknown> =>
  table(tx).put(sampling, KEY)

/** Drops the waiting question if it is meant. Must be called in a transaction with the store `state`. */
export async function dropQuestion(isMeant: (question: VisitQuestion) => boolean, tx: Tables): Promise<void> {
  const sampling = await readSampling(tx)
  if (sampling?.question && isMeant(sampling.question)) await putSampling({ ...sampling, question: null }, tx)
}

/** Forgets the waiting question and which parts of the day have had one. */
export const stopSampling = (): Promise<void> => table(db).delete(KEY)

/** Keeps what the person said about the waiting question. Returns the question while it needs another answer. */
async function answered(
  question: VisitQuestion,
  answer: VisitAnswer,
  at: number,
  tx: Tables,
): Promise<VisitQuestion | null> {
  if (answer === null) return null
  if ('drifted' in answer) {
    if (question.rating !== undefined) await tx.ratings.change(question.rating, answer)
    return null
  }
  const { surface, start, utcOffsetMinutes, ms } = question
  const rating = await tx.ratings.add({
    surface,
    at,
    worthQuarters: answer.worthQuarters,
    drifted: null,
    utcOffsetMinutes,
    hour: Math.floor(msOfDay(start, utcOffsetMinutes) / HOUR_MS),
    ms,
  })
  return { ...question, rating }
}

/** Keeps whether the person meant to come, as said at a pause at an instant; `utcOffsetMinutes` is the clock's then. */
export const ratePause = (
  {
    surface,
    at,
    utcOffsetMinutes,
    drifted,
  }: Required<Pick<Rating, 'surface' | 'at' | 'utcOffsetMinutes'>> & {
    drifted: boolean
  },
  isLate = neverLate,
): Promise<unknown> =>
  db.transaction('rw', [db.ratings], async (tx) => {
    const hour = Math.floor(msOfDay(at, utcOffsetMinutes) / HOUR_MS)
    await tx.ratings.add({ surface, at, drifted, utcOffsetMinutes, hour })
    refuseLate(isLate)
  })

/** Answers the waiting question at an instant; the visit's start only stays as an hour. Null if nothing is left to say. */
export const answerQuestion = (
  answer: VisitAnswer,
  at: number,
  isLate = neverLate,
): Promise<VisitQuestion | null> =>
  db.transaction('rw', [db.state, db.ratings], async (tx) => {
    const sampling = await readSampling(tx)
    if (!sampling?.question) return null
    const question = await answered(sampling.question, answer, at, tx)
    await putSampling({ ...sampling, question }, tx)
    refuseLate(isLate)
    return question
  })
