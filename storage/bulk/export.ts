/** Writes export files and tables, one batch of days at a time. */
import type { Bulk } from '../../domain/file/bulk'
import {
  dayText,
  EXPORT_STORES,
  type ExportHead,
  type ExportStore,
  headText,
} from '../../domain/file/export-file'
import type { ListPart } from '../../domain/file/leave-activitywatch'
import type { History } from '../../domain/record/history'
import { settledHistory } from '../../domain/record/settled-totals'
import { dayInside } from '../../domain/record/clip-days'
import { addDays } from '../../domain/time/local-time'
import { extentOf, type Period } from '../../domain/time/period'
import type { SealedDay } from '../../domain/record/sealed-day'
import { db } from '../base/db'
import { firstRecordedDay } from '../record/first-day'
import { recentSpans, sealedDays } from '../record/history'
import { firstTotalDay, storedTotals, totalsOfDays } from '../record/totals'
import { countDays, DAYS_AT_ONCE, storedDays } from '../record/stored-days'

/** The person's days, both included. */
interface PersonDays extends Pick<Period, 'first' | 'last'> {
  dayStartHour: number
}

interface ExportOptions extends Bulk {
  /** Null for all days. */
  range: PersonDays | null
}

const listText = (store: ExportStore, rows: readonly unknown[]): string =>
  `,\n"${store}":[${rows.map((row) => `\n${JSON.stringify(row)}`).join()}]`

const rowsText = async (store: ExportStore): Promise<string> =>
  listText(store, await db.table(store).toArray())

/** The day totals of a range, if there are any. */
async function totalsText({ first, last }: PersonDays): Promise<string[]> {
  const rows = await totalsOfDays(first, last)
  return rows.length === 0 ? [] : [listText('totals', rows)]
}

/**
 * What is recorded on the person's days, in calendar days: the person's last day reaches into one more calendar day.
 * Yields no empty batch.
 */
async function* daysOf(range: ExportOptions['range']): AsyncGenerator<SealedDay[]> {
  if (range === null) {
    yield* storedDays()
    return
  }
  const { first, last, dayStartHour } = range
  const extent = extentOf({ unit: 'dates', first, last }, dayStartHour)
  for await (const days of storedDays(first, addDays(last, 1))) {
    const inside = days.flatMap((day) => dayInside(day, extent) ?? [])
    if (inside.length > 0) yield inside
  }
}

/** The days of an export in batches, with progress after each. */
async function* batchesOfDays({ range, onProgress, signal }: ExportOptions): AsyncGenerator<SealedDay[]> {
  const total = await countDays(range?.first, range?.last)
  let done = 0
  for await (const days of daysOf(range)) {
    signal.throwIfAborted()
    yield days
    done += 1
    onProgress(Math.min(1, (done * DAYS_AT_ONCE) / Math.max(total, 1)))
  }
}

/** Puts each batch into a Blob at once, so that memory does not grow with the history. */
async function written(
  options: ExportOptions,
  textOf: (days: readonly SealedDay[], isFirst: boolean) => string[],
): Promise<Blob[]> {
  const parts: Blob[] = []
  for await (const days of batchesOfDays(options)) parts.push(new Blob(textOf(days, parts.length === 0)))
  return parts
}

/** The export file; with a range it holds only days and day totals. Rejects with an `AbortError` when cancelled. */
export async function exportFile({ head, ...options }: ExportOptions & { head: ExportHead }): Promise<Blob> {
  const { range } = options
  const rows = range === null ? await Promise.all(EXPORT_STORES.map(rowsText)) : await totalsText(range)
  const days = await written(options, (batch, isFirst) =>
    batch.flatMap((day, index) => [isFirst && index === 0 ? '\n' : ',\n', dayText(day)]),
  )
  const parts = [headText(head), ...rows, ',\n"days":[', ...days, '\n]}\n']
  return new Blob(parts, { type: 'application/json' })
}

/** A table of recorded spans; `linesOf` writes one batch of days. Rejects with an `AbortError` when cancelled. */
export async function exportTable({
  header,
  linesOf,
  ...options
}: ExportOptions & { header: string; linesOf: (days: readonly SealedDay[]) => string }): Promise<Blob> {
  return new Blob([header, ...(await written(options, (days) => [linesOf(days)]))], { type: 'text/csv' })
}

/** A file of lists that all grow with each batch of days. Rejects with an `AbortError` when cancelled. */
export async function exportLists({
  head,
  partsOf,
  foot,
  ...options
}: ExportOptions & {
  head: string
  partsOf: (days: readonly SealedDay[]) => readonly ListPart[]
  foot: string
}): Promise<Blob> {
  const lists = new Map<string, { content: Blob[]; close: string }>()
  for await (const days of batchesOfDays(options))
    for (const { id, open, items, close } of partsOf(days)) {
      const list = lists.get(id) ?? { content: [], close }
      list.content.push(new Blob([list.content.length === 0 ? open : ',\n', items]))
      lists.set(id, list)
    }
  const parts = [...lists.values()].flatMap(({ content, close }, index) => [
    index === 0 ? '' : ',\n',
    ...content,
    close,
  ])
  return new Blob([head, ...parts, foot], { type: 'application/json' })
}

/** The days of a range in batches, starting at the first day with anything. */
async function batchesOf({ first, last }: Pick<PersonDays, 'first' | 'last'>): Promise<Period[]> {
  const starts = await Promise.all([firstRecordedDay(), firstTotalDay(() => true)])
  const recorded = starts.flatMap((day) => day ?? []).sort()[0]
  if (recorded === undefined) return []
  // What is recorded after midnight may belong to the person's day before.
  const dayBefore = addDays(recorded, -1)
  const batches: Period[] = []
  for (let from = first < dayBefore ? dayBefore : first; from <= last; from = addDays(from, DAYS_AT_ONCE)) {
    const until = addDays(from, DAYS_AT_ONCE - 1)
    batches.push({ unit: 'dates', first: from, last: until < last ? until : last })
  }
  return batches
}

/** What is recorded around a batch: a visit may begin before it, and its last day reaches past midnight. */
async function historyAround({ first, last }: Period): Promise<History> {
  const [from, until] = [addDays(first, -1), addDays(last, 1)]
  const recent = (await recentSpans(from, until)).sort((a, b) => a.start - b.start)
  const sealed = await sealedDays(from, until)
  const { rows, ownSince } = await storedTotals(first, last)
  return settledHistory({ sealed, recent, totals: rows }, ownSince)
}

/** A file that is written from days as they count, totals included; `linesOf` writes one batch. */
async function writtenByDay({
  range,
  between,
  linesOf,
  onProgress,
  signal,
}: Bulk & {
  range: Pick<PersonDays, 'first' | 'last'>
  between: string
  linesOf: (history: History, batch: Period) => string
}): Promise<BlobPart[]> {
  const batches = await batchesOf(range)
  const parts: BlobPart[] = []
  for (const [index, batch] of batches.entries()) {
    signal.throwIfAborted()
    const lines = linesOf(await historyAround(batch), batch)
    // In a Blob, so that memory does not grow with the history.
    if (lines !== '') parts.push(new Blob([parts.length === 0 ? '' : between, lines]))
    onProgress((index + 1) / batches.length)
  }
  return parts
}

/** A table of the person's days; `linesOf` writes one batch. Rejects with an `AbortError` when cancelled. */
export async function exportDayTable({
  header,
  ...options
}: Bulk & {
  range: PersonDays
  header: string
  linesOf: (history: History, batch: Period) => string
}): Promise<Blob> {
  return new Blob([header, ...(await writtenByDay({ ...options, between: '' }))], { type: 'text/csv' })
}

/** A file of calendar days as JSON; `rowsOf` writes one batch. Rejects with an `AbortError` when cancelled. */
export async function exportDayRows({
  head,
  rowsOf,
  foot,
  ...options
}: Bulk & {
  range: Pick<PersonDays, 'first' | 'last'>
  head: string
  rowsOf: (history: History, batch: Period) => string
  foot: string
}): Promise<Blob> {
  const rows = await writtenByDay({ ...options, between: ',\n', linesOf: rowsOf })
  return new Blob([head, ...rows, foot], { type: 'application/json' })
}
