/**
 * A reading in parts that a page can take over one after the other. A file has millions of values; taken over as one
 * message, they would hold up the page for as long as it takes to copy them.
 */
import { EXPORT_STORES, type ExportContent, type ExportRows, type ExportStore } from './export-file'
import type { ForeignImport, ForeignRow } from './foreign/foreign-rows'
import type { AnyReading } from './read-any'

/** Each part holds the next days or rows, those of another tool by their table; the last holds all the rest, with empty lists in their place. */
export type ReadingPart =
  | { days: ExportContent['days'] }
  | { store: ExportStore; rows: readonly unknown[] }
  | { table: number; totals: readonly ForeignRow[] }
  | { table: number; spans: ForeignImport['days'] }
  | { rest: AnyReading }

/** A part has so many values, and those of one more row or day, which have caps of their own. */
const VALUES_A_PART = 20_000

const noRows = (): ExportRows =>
  Object.fromEntries(EXPORT_STORES.map((store) => [store, []])) as unknown as ExportRows

/** The number of values in a value, itself included. Columns of numbers are copied at once. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 1
  return Object.values(value).reduce<number>((sum, inner) => sum + valuesIn(inner), 1)
}

function* slices<Item>(list: readonly Item[]): Generator<Item[]> {
  let [slice, values]: [Item[], number] = [[], 0]
  for (const item of list) {
    slice.push(item)
    values += valuesIn(item)
    if (values < VALUES_A_PART) continue
    yield slice
    slice = []
    values = 0
  }
  if (slice.length > 0) yield slice
}

/** Takes a reading apart. */
export function* readingParts(reading: AnyReading): Generator<ReadingPart> {
  if ('foreign' in reading) {
    for (const [table, { rows, days }] of reading.foreign.entries()) {
      for (const totals of slices(rows)) yield { table, totals }
      for (const spans of slices(days)) yield { table, spans }
    }
    return yield { rest: { foreign: reading.foreign.map((one) => ({ ...one, rows: [], days: [] })) } }
  }
  if (!('content' in reading)) return yield { rest: reading }
  const { content, bad } = reading
  for (const days of slices(content.days)) yield { days }
  for (const store of EXPORT_STORES)
    for (const rows of slices<unknown>(content.rows[store])) yield { store, rows }
  yield { rest: { content: { ...content, days: [], rows: noRows() }, bad } }
}

/** Puts the parts together again: takes each, and returns the reading with the last one, else null. */
export function joinParts(): (part: ReadingPart) => AnyReading | null {
  const days: ExportContent['days'] = []
  const rows = noRows() as Record<ExportStore, unknown[]>
  const tables: { totals: ForeignRow[]; spans: ForeignImport['days'] }[] = []
  const tableOf = (index: number) => (tables[index] ??= { totals: [], spans: [] })
  return (part) => {
    if ('days' in part) days.push(...part.days)
    else if ('store' in part) rows[part.store].push(...part.rows)
    else if ('totals' in part) tableOf(part.table).totals.push(...part.totals)
    else if ('spans' in part) tableOf(part.table).spans.push(...part.spans)
    else if ('foreign' in part.rest) {
      const foreign = part.rest.foreign.map((one, index) => {
        const { totals, spans } = tableOf(index)
        return { ...one, rows: totals, days: spans }
      })
      return { foreign }
    } else if (!('content' in part.rest)) return part.rest
    else {
      const { content, bad } = part.rest
      return { content: { ...content, days, rows: rows as unknown as ExportRows }, bad }
    }
    return null
  }
}
