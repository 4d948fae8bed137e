/** Merges the days of a file with the days in the database ("here"), one batch of calendar days at a time. */
import { type DayMerge, isSameDay, mergeDay, oneRecord } from '../../domain/file/day-merge'
import type { DayChange } from '../../domain/file/day-undo'
import type { Day } from '../../domain/time/local-time'
import type { ImportMode } from '../../domain/file/row-merge'
import { dayKey, type SealedDay, unseal } from '../../domain/record/sealed-day'
import type { Span } from '../../domain/record/span'
import { db, type Tables } from '../base/db'

/** Calendar days per batch: even with a million spans, a batch holds the lock for only about 10 ms. */
const DAYS_AT_ONCE = 12

interface DayAndDevice {
  day: Day
  device: string
}

/** What the database holds of a day and device: the sealed day, the rows, and both as one record. */
export interface DayHere {
  sealed: SealedDay | undefined
  rows: readonly Span[]
  whole: SealedDay | null
}

/** Some calendar days, and the days of the file that belong to them. */
export interface Batch {
  names: Day[]
  days: SealedDay[]
}

const here = (sealed: SealedDay | undefined, rows: readonly Span[]): DayHere => ({
  sealed,
  rows,
  whole: oneRecord(sealed, rows),
})

export async function dayHere({ day, device }: DayAndDevice, tx: Tables): Promise<DayHere> {
  const [sealed, rows] = await Promise.all([
    tx.days.get([day, device]),
    tx.spans.where('day').equals(day).toArray(),
  ])
  return here(
    sealed,
    rows.filter((span) => span.device === device),
  )
}

/** What the database holds of some calendar days, by day and device, beside the span in progress. */
export async function daysHere(names: readonly Day[], open: Span | null, tx: Tables = db) {
  const [sealed, rows] = await Promise.all([
    Promise.all(
      names.map((day) => tx.days.where('[day+device]').between([day, ''], [day, '\uffff']).toArray()),
    ),
    tx.spans.anyOf('day', names),
  ])
  const sealedById = new Map(sealed.flat().map((day) => [dayKey(day), day]))
  const rowsById = Map.groupBy(rows, dayKey)
  const ids = [...new Set([...sealedById.keys(), ...rowsById.keys()])]
  const days = new Map(ids.map((id) => [id, here(sealedById.get(id), rowsById.get(id) ?? [])]))
  return { days, open }
}

export type DaysHere = Awaited<ReturnType<typeof daysHere>>

const NOTHING: DayHere = { sealed: undefined, rows: [], whole: null }

export const hereOf = ({ days }: DaysHere, day: DayAndDevice): DayHere => days.get(dayKey(day)) ?? NOTHING

/** The span in progress if it lies in that day and is of that device. */
const openIn = ({ open }: DaysHere, day: DayAndDevice): Span | null =>
  open && dayKey(open) === dayKey(day) ? open : null

export function mergeWith(all: DaysHere, day: SealedDay): DayMerge {
  const { sealed, rows } = hereOf(all, day)
  return mergeDay(day, sealed, rows, openIn(all, day))
}

/** The days of a file in order, in batches. `replace` also includes days found only here, which it deletes. */
export async function batchesOf(days: readonly SealedDay[], mode: ImportMode): Promise<Batch[]> {
  const byDay = Map.groupBy(days, ({ day }) => day)
  const names = new Set(byDay.keys())
  if (mode === 'replace') {
    for (const [day] of await db.days.primaryKeys()) names.add(day)
    for (const day of await db.spans.keysOf('day')) names.add(String(day))
  }
  const inOrder = [...names].toSorted()
  const batches: Batch[] = []
  for (let at = 0; at < inOrder.length; at += DAYS_AT_ONCE) {
    const some = inOrder.slice(at, at + DAYS_AT_ONCE)
    batches.push({ names: some, days: some.flatMap((day) => byDay.get(day) ?? []) })
  }
  return batches
}

/** Writes a day as the worker would leave it: sealed if it can be sealed, otherwise as rows. */
export async function writeDay(
  { day, device }: DayAndDevice,
  { sealed, rows }: DayHere,
  whole: SealedDay | null,
  lastSealed: Day,
  tx: Tables,
): Promise<void> {
  const isSealed = day <= lastSealed || sealed !== undefined
  await tx.spans.bulkDelete(rows.map(({ id }) => id))
  if (whole === null) await tx.days.delete([day, device])
  else if (isSealed) await tx.days.put(whole)
  else await tx.spans.bulkPut(unseal(whole))
}

/** How a file is imported. `replace` keeps spans that ended after the import began. */
export interface ImportOf {
  mode: ImportMode
  /** When the import began. */
  at: number
}

/** The day as it is after the import. */
function afterImport(file: SealedDay | undefined, all: DaysHere, own: DayHere, { mode, at }: ImportOf) {
  if (mode === 'merge') return (file && mergeWith(all, file).whole) ?? own.whole
  const since = own.rows.filter(({ end }) => end > at)
  const kept = oneRecord(undefined, since)
  return file ? (mergeDay(file, undefined, since, openIn(all, file)).whole ?? kept) : kept
}

/** Writes what an import changes in a batch. Returns each changed day before and after. */
export async function importBatch(
  batch: Batch,
  of: ImportOf,
  lastSealed: Day,
  tx: Tables,
): Promise<DayChange[]> {
  const state = await tx.state.get('now')
  const all = await daysHere(batch.names, state?.open ?? null, tx)
  const file = new Map(batch.days.map((day) => [dayKey(day), day]))
  const changes: DayChange[] = []
  for (const id of new Set([...file.keys(), ...(of.mode === 'replace' ? all.days.keys() : [])])) {
    const [day = '', device = ''] = id.split(' ')
    const own = all.days.get(id) ?? NOTHING
    const [before, after] = [own.whole, afterImport(file.get(id), all, own, of)]
    if (before === after || (before && after && isSameDay(before, after))) continue
    await writeDay({ day, device }, own, after, lastSealed, tx)
    changes.push({ day, device, before, after })
  }
  return changes
}
