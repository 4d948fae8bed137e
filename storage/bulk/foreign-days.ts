/**
 * Days of spans from another tool, beside what is here. What this browser recorded and the person entered never counts a
 * second time: a span has a time, so it is decided moment by moment, when the file is brought.
 */
import type { Bulk } from '../../domain/file/bulk'
import type { DayChange } from '../../domain/file/day-undo'
import type { SpansPreview } from '../../domain/file/import-preview'
import type { TotalBrowser } from '../../domain/record/day-total'
import { type SealedDay, spansOf, unseal } from '../../domain/record/sealed-day'
import { sealIfAny } from '../../domain/record/sealing'
import { intervalOf, type Span } from '../../domain/record/span'
import { partsBeside } from '../../domain/record/span-parts'
import type { Interval } from '../../domain/time/interval'
import { addDays, type Day } from '../../domain/time/local-time'
import { db, type Tables } from '../base/db'
import { firstOwnDay } from '../record/totals'
import { type Batch, batchesOf, type DaysHere, daysHere, importBatch, mergeWith } from './import-days'
import { atOnce, type Writing } from './undoably'

/** What is here beside the days of a batch. Days are named by the clock then: the same moment can be a day before or after. */
async function hereBeside({ names }: Batch, tx: Tables = db): Promise<DaysHere> {
  const around = new Set(names.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))
  return daysHere([...around], (await tx.state.get('now'))?.open ?? null, tx)
}

/** Whether a device is a browser as another tool saw it. */
const isOfTool = (device: string): boolean => device.startsWith('aw:')

/** The moments of which something is recorded, in order. */
function ownTime({ days, open }: DaysHere): Interval[] {
  const own = [...days.values()].flatMap(({ whole }) =>
    whole === null || isOfTool(whole.device) ? [] : spansOf(whole),
  )
  const spans = open ? [...own, open] : own
  return joinedTime(spans.toSorted((a, b) => a.start - b.start).map(intervalOf))
}

/** Intervals in order, joined where they touch. */
function joinedTime(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = []
  for (const { from, until } of intervals) {
    const last = joined.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else joined.push({ from, until })
  }
  return joined
}

/** The parts of a day's spans in free moments; `taken` is in order and joined. */
function besideTime(day: SealedDay, taken: readonly Interval[]): SealedDay | null {
  let first = 0
  const parts = unseal(day).flatMap((span): Span[] => {
    while ((taken[first]?.until ?? Infinity) <= span.start) first += 1
    let after = first
    while ((taken[after]?.from ?? Infinity) < span.end) after += 1
    return partsBeside(span, taken.slice(first, after))
  })
  return sealIfAny(parts)
}

/** The days of a batch that are brought, as the person answered whether they are about this browser. */
function answered(batch: Batch, browser: TotalBrowser, here: DaysHere, ownSince: Day | null): SealedDay[] {
  if (browser === 'other') return batch.days
  if (browser === 'unsure') return batch.days.filter(({ day }) => ownSince === null || day < ownSince)
  const taken = ownTime(here)
  return batch.days.flatMap((day) => besideTime(day, taken) ?? [])
}

const msOf = (days: readonly SealedDay[]): number =>
  days.reduce((sum, { lengths }) => lengths.reduce((all, ms) => all + ms, sum), 0)

/** What each answer would bring, without changing anything. */
export async function previewDays(
  days: readonly SealedDay[],
  { onProgress, signal }: Bulk,
): Promise<Record<TotalBrowser, SpansPreview>> {
  const none = (): SpansPreview => ({ added: 0, known: 0, leftMs: 0 })
  const sums = { this: none(), other: none(), unsure: none() }
  const ownSince = days.length > 0 ? await firstOwnDay() : null
  const batches = await batchesOf(days, 'merge')
  for (const [index, batch] of batches.entries()) {
    signal.throwIfAborted()
    const here = await hereBeside(batch)
    for (const browser of ['this', 'other', 'unsure'] as const) {
      const brought = answered(batch, browser, here, ownSince)
      const merges = brought.map((day) => mergeWith(here, day))
      sums[browser].added += merges.reduce((sum, { addedCount }) => sum + addedCount, 0)
      sums[browser].known += merges.reduce((sum, { known }) => sum + known, 0)
      sums[browser].leftMs += msOf(batch.days) - msOf(brought)
    }
    onProgress((index + 1) / batches.length)
  }
  return sums
}

/** Writes days in batches, each with its backup. */
export async function writeDays(
  days: readonly SealedDay[],
  browser: TotalBrowser,
  { at, lastSealed, backUp, onProgress, signal }: Writing,
): Promise<void> {
  const ownSince = days.length > 0 ? await firstOwnDay() : null
  const batches = await batchesOf(days, 'merge')
  for (const [index, batch] of batches.entries()) {
    signal.throwIfAborted()
    await atOnce(async (tx) => {
      const brought = answered(batch, browser, await hereBeside(batch, tx), ownSince)
      const changes = await importBatch({ ...batch, days: brought }, { mode: 'merge', at }, lastSealed, tx)
      await backUp(
        changes.map((change: DayChange) => ({ type: 'day', ...change })),
        tx,
      )
    })
    onProgress((index + 1) / batches.length)
  }
}
