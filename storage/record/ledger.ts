/** Writes what the worker records: steps, beats and sealed days. */
import type { Attention, Step } from '../../domain/record/attention'
import { isAttention, onlyOpen } from '../../domain/record/stored-attention'
import { type Day } from '../../domain/time/local-time'
import { seal } from '../../domain/record/sealing'
import type { Span } from '../../domain/record/span'
import { db } from '../base/db'
import { closedSpans } from './history'
import { inTime } from '../base/in-time'
import { type IsLate, refuseLate } from '../base/refuse-late'
import { exclusively } from '../base/lock'
import { type Checkpoint, reached, readCheckpoint, writeCheckpoint } from './checkpoint'

async function attentionWith(checkpoint: Checkpoint | null): Promise<Attention | null> {
  const [state, stored] = await Promise.all([db.state.get('now'), db.openSpan.toCollection().first()])
  const open = stored && reached(stored, checkpoint)
  if (!isAttention(state)) return open ? onlyOpen(open) : null
  return { ...state, open: open ?? null, lastSeenAt: Math.max(state.lastSeenAt, open?.end ?? 0) }
}

/** The state after the last step; only its open span if the rest is invalid, null before the first step. */
export const readAttention = async (): Promise<Attention | null> => attentionWith(await readCheckpoint())

/** The state without the parts that `readAttention` takes from the open row, for comparing. */
const besideOpen = ({ lastInputAt, runId, lifeId, exemptNow, exempt, recent }: Attention): string =>
  JSON.stringify({ lastInputAt, runId, lifeId, exemptNow, exempt, recent } satisfies Omit<
    Attention,
    'open' | 'lastSeenAt'
  >)

/** Whether a step only moves the open span's checkpoint, as most looks do, so that the database can stay as it is. */
const onlyLengthensOpen = (before: Attention | null, after: Attention): boolean =>
  before !== null &&
  after.open !== null &&
  before.open?.id === after.open.id &&
  after.open.end === after.lastSeenAt &&
  besideOpen(before) === besideOpen(after)

const exclusivelyInTime = <Result>(
  work: (isLate: IsLate) => Promise<Result>,
  limitMs?: number,
): Promise<Result> => inTime((isLate) => exclusively(() => work(isLate)), limitMs)

/**
 * Calls `advance` with the stored state and writes the step that it returns, all in one transaction, so that a
 * worker killed at any moment leaves either the whole step or nothing. Rejects with the database's error, or
 * after `limitMs` without an answer; in that case nothing is written later either.
 */
export const saveStep = (advance: (before: Attention | null) => Step, limitMs?: number): Promise<Step> =>
  exclusivelyInTime(async (isLate) => {
    const checkpoint = await readCheckpoint()
    let lengthened: Span | null = null
    const step = await db.transaction('rw', db.spans, db.openSpan, db.state, async () => {
      const before = await attentionWith(checkpoint)
      refuseLate(isLate)
      const next = advance(before)
      if (next.nothingNew) return next
      const { open, ...state } = next.state
      if (onlyLengthensOpen(before, next.state)) {
        lengthened = open
        return next
      }
      await db.state.put(state, 'now')
      if (before?.open?.id !== open?.id) await db.openSpan.clear()
      if (open) await db.openSpan.put(open)
      if (next.dropped.length > 0) await db.spans.bulkDelete(next.dropped)
      if (next.spans.length > 0) await db.spans.bulkPut(next.spans)
      return next
    })
    refuseLate(isLate)
    if (lengthened) await writeCheckpoint(lengthened)
    return step
  }, limitMs)

/** Moves the checkpoint of the open span. False if `beat` returns null: a look is needed. */
export const saveBeat = (beat: (before: Attention) => Attention | null): Promise<boolean> =>
  exclusivelyInTime(async (isLate) => {
    const before = await readAttention()
    refuseLate(isLate)
    const open = before && beat(before)?.open
    if (!open) return false
    await writeCheckpoint(open)
    return true
  })

/** Writes the checkpoint into the row of the open span, for work that reads it in a transaction. Needs the lock. */
export async function settleCheckpoint(): Promise<void> {
  const [checkpoint, open] = [await readCheckpoint(), await db.openSpan.toCollection().first()]
  const settled = open && reached(open, checkpoint)
  if (settled && settled !== open) await db.openSpan.put(settled)
}

/**
 * Seals the oldest unsealed day up to `lastDay`, merging it with anything of that day sealed before. Returns
 * the day, or null if none is left. Safe to repeat or to interrupt.
 */
export const sealOldestDay = (lastDay: Day): Promise<Day | null> =>
  exclusivelyInTime(() =>
    db.transaction('rw', db.spans, db.days, async () => {
      const oldest = await db.spans.orderBy('day').first()
      if (!oldest || oldest.day > lastDay) return null
      const spans = await closedSpans(oldest.day, oldest.day)
      for (const own of Map.groupBy(spans, ({ device }) => device).values()) await db.days.put(seal(own))
      await db.spans.where('day').equals(oldest.day).delete()
      return oldest.day
    }),
  )
