/** Writes what the worker records: steps, beats and sealed days. */
import { reached } from '../../domain/record/checkpoint'
import type { Attention, Step } from '../../domain/record/attention'
import { isAttention, isOpenSpan, onlyOpen } from '../../domain/record/stored-attention'
import { type Day } from '../../domain/time/local-time'
import { seal } from '../../domain/record/sealing'
import type { Span } from '../../domain/record/span'
import { db } from '../base/db'
import { closedSpans } from './history'
import { inTime } from '../base/in-time'
import { type IsLate, refuseLate } from '../base/refuse-late'
import { exclusively } from '../base/lock'
import { readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint'

/**
 * The state after the last step, its open span up to the checkpoint; only the open span if the rest is invalid, null
 * before the first step.
 */
export async function readAttention(): Promise<Attention | null> {
  const checkpoint = await readCheckpoint()
  const state = await db.state.get('now')
  const open = isOpenSpan(state?.open) ? reached(state.open, checkpoint) : null
  if (!isAttention(state)) return open && onlyOpen(open)
  return { ...state, open, lastSeenAt: Math.max(state.lastSeenAt, open?.end ?? 0) }
}

/** The state without what the checkpoint and the passing of time can change, for comparing. */
const besideTime = ({ lastInputAt, runId, lifeId, exemptNow, exempt }: Attention): string =>
  JSON.stringify({ lastInputAt, runId, lifeId, exemptNow, exempt } satisfies Omit<
    Attention,
    'open' | 'lastSeenAt' | 'recent'
  >)

/** Whether nothing came to the closed spans that may be taken back. One that left them is too old to be touched. */
const hasNoneNew = (before: readonly Span[], after: readonly Span[]): boolean =>
  after.every((span) => before.some(({ id, end }) => id === span.id && end === span.end))

/** Whether a step only moves the open span's checkpoint, as most looks do, so that the database can stay as it is. */
const onlyLengthensOpen = (
  before: Attention | null,
  after: Attention,
): before is Attention & { open: Span } =>
  before !== null &&
  after.open !== null &&
  before.open?.id === after.open.id &&
  after.open.end === after.lastSeenAt &&
  hasNoneNew(before.recent, after.recent) &&
  besideTime(before) === besideTime(after)

/** A page that loads causes several looks in a row; the checkpoint does not follow each. */
const LEAST_STRIDE_MS = 500

const exclusivelyInTime = <Result>(
  work: (isLate: IsLate) => Promise<Result>,
  limitMs?: number,
): Promise<Result> => inTime((isLate) => exclusively(() => work(isLate)), limitMs)

/**
 * Calls `advance` with the stored state and writes the step that it returns: the checkpoint if no more has changed,
 * else all of it in one transaction, so that a worker killed at any moment leaves either the whole step or nothing.
 * The state that it returns is the one that is stored. Rejects with the database's error, or after `limitMs` without
 * an answer; in that case nothing is written later.
 */
export const saveStep = (
  advance: (before: Attention | null) => Step | Promise<Step>,
  limitMs?: number,
): Promise<Step> =>
  exclusivelyInTime(async (isLate) => {
    const before = await readAttention()
    refuseLate(isLate)
    const step = await advance(before)
    refuseLate(isLate)
    const { state, spans, dropped } = step
    if (step.nothingNew) return step
    if (state.open && onlyLengthensOpen(before, state)) {
      if (state.open.end - before.open.end < LEAST_STRIDE_MS) return { ...step, state: before }
      await writeCheckpoint(state.open)
      return step
    }
    await db.transaction('rw', [db.spans, db.state], async (tx) => {
      refuseLate(isLate)
      await tx.state.put(state, 'now')
      await tx.spans.bulkDelete(dropped)
      await tx.spans.bulkPut(spans)
    })
    return step
  }, limitMs)

/**
 * The state that the caller saved last, if it still holds; null if the database must be asked. All other work on the
 * state removes the checkpoint (`settleCheckpoint`), so nobody changed the state if that is still of the open span.
 */
async function stillKnown(saved: Attention | null): Promise<Attention | null> {
  const checkpoint = saved?.open ? await readCheckpoint() : null
  if (!saved?.open || checkpoint?.id !== saved.open.id) return null
  const open = reached(saved.open, checkpoint)
  return { ...saved, open, lastSeenAt: Math.max(saved.lastSeenAt, open.end) }
}

/**
 * Moves the checkpoint of the open span. False if `beat` returns null: a look is needed. `saved` is the state that the
 * caller saved last, null if it does not know.
 */
export const saveBeat = (
  beat: (before: Attention) => Attention | null,
  saved: Attention | null = null,
): Promise<boolean> =>
  exclusivelyInTime(async (isLate) => {
    const before = (await stillKnown(saved)) ?? (await readAttention())
    refuseLate(isLate)
    const open = before && beat(before)?.open
    if (!open) return false
    await writeCheckpoint(open)
    return true
  })

/**
 * Moves the checkpoint into the stored state, for work that reads it in a transaction; nothing is left of it outside
 * the database. Needs the lock.
 */
export async function settleCheckpoint(): Promise<void> {
  const checkpoint = await readCheckpoint()
  const state = await db.state.get('now')
  const open = state?.open && reached(state.open, checkpoint)
  if (state && open && open !== state.open) await db.state.put({ ...state, open }, 'now')
  if (checkpoint) await removeCheckpoint()
}

/**
 * Seals the oldest unsealed day up to `lastDay`, merging it with anything of that day sealed before. Returns
 * the day, or null if none is left. Safe to repeat or to interrupt.
 */
export const sealOldestDay = (lastDay: Day): Promise<Day | null> =>
  exclusivelyInTime(() =>
    db.transaction('rw', [db.spans, db.days], async (tx) => {
      const oldest = await tx.spans.orderBy('day').first()
      if (!oldest || oldest.day > lastDay) return null
      const spans = await closedSpans(oldest.day, oldest.day, tx)
      for (const own of Map.groupBy(spans, ({ device }) => device).values()) await tx.days.put(seal(own))
      await tx.spans.where('day').equals(oldest.day).delete()
      return oldest.day
    }),
  )
