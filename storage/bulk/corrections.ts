/** Corrections to the record by hand, in sealed days too. They never change what limits have used. */
import type { Interval } from '../../domain/time/interval'
import {
  canCarryOut,
  type Correction,
  correctionOf,
  type Exchange,
  freeParts,
  overlapping,
  type Placed,
  undoing,
} from '../../domain/record/correction'
import type { EdgeChange } from '../../domain/record/edge-draft'
import { type Rest, wholeRest } from '../../domain/record/deletion'
import { cutByDay } from '../../domain/record/cut-by-day'
import { addDays, calendarDay, type OffsetAt } from '../../domain/time/local-time'
import { ownError } from '../../domain/own-error'
import { dayKey, unseal } from '../../domain/record/sealed-day'
import { seal } from '../../domain/record/sealing'
import { intervalOf, type Span, spanId } from '../../domain/record/span'
import { partsBeside } from '../../domain/record/span-parts'
import { siteOf } from '../../domain/surface/surface'
import { db, type Tables } from '../base/db'
import { deviceId } from '../said/device'
import { dropQuestion } from '../said/ratings'
import { inBulk } from './in-bulk'
import { closedSpans, sealedDays } from '../record/history'
import { carryOutKept, keptCorrections } from './kept-days'

/** A stretch of time entered by hand. */
export interface Entered extends Interval {
  surface: string
  utcOffsetMinutes: number
}

/** Everything stored of the calendar days of these spans. */
async function keptBeside(spans: readonly Span[], tx: Tables): Promise<Placed[]> {
  const days = [...new Set(spans.map(({ day }) => day))]
  const recent = await tx.spans.anyOf('day', days)
  const sealed = (await Promise.all(days.map((day) => sealedDays(day, day, tx)))).flat()
  const state = await tx.state.get('now')
  return [
    ...recent.map((span) => ({ place: 'spans', span }) as const),
    ...sealed.flatMap(unseal).map((span) => ({ place: 'days', span }) as const),
    ...(state?.recent ?? []).map((span) => ({ place: 'recent', span }) as const),
  ]
}

const idsOf = (placed: readonly Placed[]): Set<string> => new Set(placed.map(({ span }) => span.id))

const spansFor = (place: Placed['place'], placed: readonly Placed[]): Span[] =>
  placed.filter((each) => each.place === place).map(({ span }) => span)

/** Rewrites the sealed days that lose or gain spans. */
async function reseal(
  gone: Set<string>,
  removed: readonly Placed[],
  come: readonly Span[],
  tx: Tables,
): Promise<void> {
  const touched = new Map([...removed.map(({ span }) => span), ...come].map((span) => [dayKey(span), span]))
  for (const { day, device } of touched.values()) {
    const sealed = await tx.days.get([day, device])
    const before = sealed ? unseal(sealed) : []
    const kept = before.filter(({ id }) => !gone.has(id))
    const added = come.filter((span) => span.day === day && span.device === device)
    if (added.length === 0 && kept.length === before.length) continue
    if (kept.length + added.length > 0) await tx.days.put(seal([...kept, ...added]))
    else await tx.days.delete([day, device])
  }
}

/** Removes spans from rows and sealed days alike, because a row may have been sealed in the meantime. */
async function carryOut({ removed, added }: Exchange<Placed>, tx: Tables): Promise<void> {
  const written = removed.filter(({ place }) => place !== 'recent')
  const gone = idsOf(written)
  await tx.spans.bulkDelete([...gone])
  await reseal(gone, written, spansFor('days', added), tx)
  await tx.spans.bulkPut(spansFor('spans', added))
  await dropQuestion(({ start, end }) => written.some(({ span }) => span.start < end && span.end > start), tx)
  const state = await tx.state.get('now')
  if (!state) return
  const goneLately = idsOf(removed.filter(({ place }) => place === 'recent'))
  const kept = state.recent.filter(({ id }) => !goneLately.has(id))
  const recent = [...kept, ...spansFor('recent', added)].sort((a, b) => a.start - b.start)
  if (goneLately.size > 0 || recent.length > kept.length) await tx.state.put({ ...state, recent }, 'now')
}

/** What waits to be written may be a longer or shorter form of the pieces; the correction counts there. */
const restBeside = (pieces: readonly Span[]): Rest => {
  const inOrder = pieces.toSorted((a, b) => a.start - b.start)
  return (span) => partsBeside(span, inOrder.filter(({ device }) => device === span.device).map(intervalOf))
}

/** Makes a correction from the stored state and carries it out, under the lock that the worker's writes use. */
const correct = (rest: Rest, make: (tx: Tables) => Promise<Correction>): Promise<Correction> =>
  inBulk(rest, () =>
    db.transaction('rw', [db.spans, db.days, db.state, db.backup], async (tx) => {
      const correction = await make(tx)
      await carryOut(correction, tx)
      await carryOutKept(correction, tx)
      return correction
    }),
  )

const correctAll = (pieces: readonly Span[], surface: string | null): Promise<Correction> =>
  correct(restBeside(pieces), async (tx) => {
    const beside = await keptBeside(pieces, tx)
    const exchange = correctionOf(beside, pieces, surface)
    const kept = await keptCorrections(pieces, surface, tx)
    return { ...exchange, kept, over: overlapping(exchange, beside) }
  })

/** Deletes spans, or the parts of spans that were shown. The correction can be undone. */
export const deleteSpans = (pieces: readonly Span[]): Promise<Correction> => correctAll(pieces, null)

/** Moves spans to another surface. */
export const reassignSpans = (pieces: readonly Span[], surface: string): Promise<Correction> =>
  correctAll(pieces, surface)

/** Where each span of a stretch entered by hand is to be kept. Time that is already recorded is left out. */
async function placedOf(
  { surface, from, until, utcOffsetMinutes }: Entered,
  device: string,
  offsetAt: OffsetAt,
  tx: Tables,
) {
  const added: Placed[] = []
  const day = calendarDay(from, utcOffsetMinutes)
  const open = (await tx.state.get('now'))?.open
  const recorded = await closedSpans(addDays(day, -1), addDays(day, 2), tx)
  const taken = open ? [...recorded, { ...open, end: Infinity }] : recorded
  for (const part of freeParts({ from, until }, taken)) {
    const whole: Span = {
      id: spanId(device, part.from),
      day: calendarDay(part.from, utcOffsetMinutes),
      device,
      site: siteOf(surface),
      surface,
      start: part.from,
      end: part.until,
      utcOffsetMinutes,
      origin: 'entered',
    }
    for (const span of cutByDay(whole, offsetAt, whole.end)) {
      const sealed = await tx.days.get([span.day, device])
      added.push({ place: sealed ? 'days' : 'spans', span })
    }
  }
  return added
}

/** Stores stretches entered by hand, leaving out time that is already recorded. */
export async function enterSpans(entered: readonly Entered[], offsetAt: OffsetAt): Promise<Correction> {
  const device = await deviceId()
  return correct(wholeRest, async (tx) => {
    const added: Placed[] = []
    for (const one of entered) added.push(...(await placedOf(one, device, offsetAt, tx)))
    return { removed: [], added, kept: [], over: [] }
  })
}

/**
 * Moves the edges of a visit: removes the pieces that it loses and stores what it gains as entered by hand, in one
 * correction. A gain leaves out time that is already recorded.
 */
export const moveEdges = (
  { lost, gained }: Pick<EdgeChange, 'lost' | 'gained'>,
  offsetAt: OffsetAt,
): Promise<Correction> =>
  correct(restBeside(lost), async (tx) => {
    const beside = await keptBeside(lost, tx)
    const { removed, added } = correctionOf(beside, lost, null)
    const kept = await keptCorrections(lost, null, tx)
    const over = overlapping({ removed, added }, beside)
    const entered: Placed[] = []
    for (const one of gained) entered.push(...(await placedOf(one, one.device, offsetAt, tx)))
    return { removed, added: [...added, ...entered], kept, over }
  })

/**
 * Undoes a correction, so that the record is as it was before. Rejects with `error_changed_since` if the corrected
 * spans have changed since, or if something else has been recorded at that time.
 */
export const restore = (correction: Correction): Promise<Correction> =>
  correct(wholeRest, async (tx) => {
    const undone = undoing(correction)
    const beside = await keptBeside(
      [...undone.removed, ...undone.added].map(({ span }) => span),
      tx,
    )
    if (!canCarryOut(undone, beside)) throw ownError('error_changed_since')
    return undone
  })
