/** Draws the visit that the person is asked about, from what is recorded of their day. */
import { visitsOf } from '../../domain/statement/day-visits'
import { type VisitQuestion, sampled, type Sampling } from '../../domain/statement/sampling'
import { type UnknownSite, unknownSite } from '../../domain/statement/unknown-site'
import type { Span } from '../../domain/record/span'
import type { Opinion } from '../../domain/surface/opinion'
import { surfaceBook } from '../../domain/surface/surface-book'
import { surfaceRules } from '../../domain/surface/surface-rules'
import { addDays, type Day } from '../../domain/time/local-time'
import { db, type Tables } from '../base/db'
import { neverLate, refuseLate } from '../base/refuse-late'
import { putSampling, readSampling } from '../said/ratings'
import { closedSpans } from './history'

interface Looked {
  at: number
  /** The person's day at that instant. */
  day: Day
  dayStartHour: number
  opinions: readonly Opinion[]
  /** From 0 to 1, 1 excluded. */
  random: number
}

/** A site may have been excluded after its question was drawn. */
const without = (sampling: Sampling | null, isExcluded: (surface: string) => boolean): Sampling | null =>
  sampling?.question && isExcluded(sampling.question.surface) ? { ...sampling, question: null } : sampling

/** The spans of a day, and of the one after it, in which the day ends; the open one up to the instant. */
async function spansUntil(at: number, day: Day, tx: Tables): Promise<Span[]> {
  const open = (await tx.state.get('now'))?.open
  return [...(await closedSpans(day, addDays(day, 1), tx)), ...(open ? [{ ...open, end: at }] : [])]
}

/** The site whose kind to ask about now; null if there is none. */
export const nextUnknownSite = ({ at, day }: Pick<Looked, 'at' | 'day'>): Promise<UnknownSite | null> =>
  db.transaction('r', [db.spans, db.days, db.state, db.surfaces], async (tx) => {
    const opinions = await tx.surfaces.toArray()
    return unknownSite(visitsOf(await spansUntil(at, day, tx), surfaceBook(opinions), null), opinions)
  })

/** The question to ask now, drawn if none waits; null if there is none. A new question is noted in the log. */
export const nextQuestion = (looked: Looked, isLate = neverLate): Promise<VisitQuestion | null> =>
  db.transaction('rw', [db.spans, db.days, db.state, db.log], async (tx) => {
    const { at, day, opinions, random } = looked
    const { isExcluded } = surfaceRules(opinions)
    const stored = await readSampling(tx)
    const before = without(stored, isExcluded)
    // A visit that goes on is not over, and a day lies in two calendar days.
    const spans = await spansUntil(at, day, tx)
    const visits = visitsOf(
      spans.filter(({ surface }) => !isExcluded(surface)),
      surfaceBook(opinions),
      null,
    )
    const after = sampled(before, visits, looked, random)
    if (after !== stored) await putSampling(after, tx)
    if (after.question && after !== before) await tx.log.add({ at, type: 'ask' })
    refuseLate(isLate)
    return after.question
  })
