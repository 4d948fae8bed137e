/** Merges the rows of a file with the rows in the database ("here"). */
import { EXPORT_STORES, type ExportRows, type ExportStore } from '../../domain/file/export-file'
import { changesOf, FIREWALL_STORES, type ImportMode, type StoreChanges } from '../../domain/file/row-merge'
import type { RowChange } from '../../domain/file/row-undo'
import { type DayTotal, keyOfTotal } from '../../domain/record/day-total'
import type { RowsChange } from './backup'
import { db, type Tables } from '../base/db'

type Key = RowChange['key']

const tableOf = (store: ExportStore, tx: Tables) => tx.table<unknown, Key>(store)

/** All rows of the stores that an export file contains. */
export async function rowsHere(tx: Tables = db): Promise<ExportRows> {
  const rows = await Promise.all(
    EXPORT_STORES.map(async (store) => [store, await tableOf(store, tx).toArray()] as const),
  )
  return Object.fromEntries(rows) as unknown as ExportRows
}

/**
 * Writes the changes of one store; `here` must hold all its rows in key order. Returns each changed row before and
 * after.
 */
async function writeStore(
  { store, put, gone }: StoreChanges,
  here: readonly unknown[],
  tx: Tables,
): Promise<RowChange[]> {
  const table = tableOf(store, tx)
  const before = new Map((await table.primaryKeys()).map((key, index) => [key, here[index]]))
  const going = new Set(gone)
  const goneKeys = [...before].flatMap(([key, row]) => (going.has(row) ? [key] : []))
  await table.bulkDelete(goneKeys)
  const keys = await table.putAll(put)
  const after = new Map(put.map((row, index) => [keys[index] as Key, row]))
  return [...new Set([...goneKeys, ...after.keys()])].map((key) => ({
    key,
    before: before.get(key),
    after: after.get(key),
  }))
}

/** Writes the rows of a file, except those of the firewall and day totals. Returns the changes in each store. */
export async function importRecordRows(
  file: ExportRows,
  mode: ImportMode,
  at: number,
  tx: Tables,
): Promise<RowsChange[]> {
  const here = await rowsHere(tx)
  const changed: RowsChange[] = []
  for (const changes of changesOf(here, file, mode, at)) {
    if (FIREWALL_STORES.includes(changes.store) || changes.store === 'totals') continue
    const rows = await writeStore(changes, here[changes.store], tx)
    if (rows.length > 0) changed.push({ type: 'rows', store: changes.store, rows })
  }
  return changed
}

/** Day totals per transaction: a file may hold years of them, and the lock is held for one batch at a time. */
const TOTALS_AT_ONCE = 1000

/** The day totals that an import writes and removes, in batches. */
export async function totalBatches(file: ExportRows, mode: ImportMode, at: number): Promise<TotalBatch[]> {
  const here = await rowsHere()
  const { put, gone } = changesOf(here, file, mode, at).find(({ store }) => store === 'totals') as {
    put: readonly DayTotal[]
    gone: readonly DayTotal[]
  }
  return inBatches(put, gone)
}

/** Day totals to write and to remove, in batches by day. */
export function inBatches(put: readonly DayTotal[], gone: readonly DayTotal[]): TotalBatch[] {
  const all = [...gone.map((row) => ({ row, stays: false })), ...put.map((row) => ({ row, stays: true }))]
  const inOrder = all.toSorted((a, b) => (a.row.day < b.row.day ? -1 : Number(a.row.day > b.row.day)))
  return Array.from({ length: Math.ceil(inOrder.length / TOTALS_AT_ONCE) }, (_, index) => {
    const some = inOrder.slice(index * TOTALS_AT_ONCE, (index + 1) * TOTALS_AT_ONCE)
    return {
      gone: some.filter(({ stays }) => !stays).map(({ row }) => row),
      put: some.filter(({ stays }) => stays).map(({ row }) => row),
    }
  })
}

/** Some of the totals that an import removes and writes. */
export interface TotalBatch {
  gone: DayTotal[]
  put: DayTotal[]
}

/** Writes a batch of day totals. Returns each changed row before and after. */
export async function writeTotals({ gone, put }: TotalBatch, tx: Tables): Promise<RowsChange> {
  const after = new Map(put.map((row) => [keyOfTotal(row).join(' '), row]))
  const keys = [
    ...new Map([...gone, ...put].map((row) => [keyOfTotal(row).join(' '), keyOfTotal(row)])).values(),
  ]
  const before = await tx.totals.bulkGet(keys)
  await tx.totals.bulkDelete(gone.map(keyOfTotal))
  await tx.totals.bulkPut(put)
  const rows = keys.map((key, index) => ({ key, before: before[index], after: after.get(key.join(' ')) }))
  return { type: 'rows', store: 'totals', rows }
}

/** Adds the rows of a file that belong to the firewall. Returns the rules here that changed: what was added stays. */
export async function importFirewallRows(
  file: ExportRows,
  mode: ImportMode,
  at: number,
  tx: Tables,
): Promise<RowsChange[]> {
  const here = await rowsHere(tx)
  const own = new Map(here.limits.map((stored) => [stored.id, stored]))
  const rows: RowChange[] = []
  for (const { store, put } of changesOf(here, file, mode, at)) {
    if (!FIREWALL_STORES.includes(store)) continue
    await tableOf(store, tx).bulkPut(put)
    if (store === 'limits')
      for (const after of put as ExportRows['limits']) {
        const before = own.get(after.id)
        if (before) rows.push({ key: after.id, before, after })
      }
  }
  return rows.length > 0 ? [{ type: 'rows', store: 'limits', rows }] : []
}
