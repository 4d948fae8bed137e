/** The state before the last import, kept until the next day of the person's begins: one click brings it back. */
import type { Table } from 'dexie'
import type { Bulk } from '../domain/bulk'
import type { KeptState } from '../domain/import-preview'
import type { Settings } from '../domain/settings'
import { db } from './db'
import { deviceId } from './device'
import { importing, unlessImporting } from './in-bulk'
import { exclusively } from './lock'
import { loadSettings } from './settings'

/** Settings are saved by the worker, as those are that the person changes. */
export type SaveSettings = (change: Partial<Settings>) => Promise<unknown>

/** What an import may take away. What the firewall goes by is only ever added to, and stays. */
const RECORD_STORES = ['spans', 'days', 'surfaces', 'rates', 'ratings', 'statements', 'log'] as const
type RecordStore = (typeof RECORD_STORES)[number]

interface BackupHead extends KeptState {
  settings: Settings
  /** How many batches belong to it. */
  batches: number
  /** Whether an import or its undoing has begun and not ended: what is kept may be all that there is. */
  isBusy: boolean
}

interface BackupBatch {
  store: RecordStore
  rows: unknown[]
}

const HEAD = 'head'

/** Some 200 days, or as many other rows: a few hundred kB in one row. */
const ROWS_AT_ONCE = 200

const table = (store: RecordStore): Table<unknown> => db.table(store)
const backup = (): Table<BackupHead | BackupBatch, string | [string, number]> => db.table('backup')

const readHead = async (): Promise<BackupHead | undefined> =>
  (await backup().get(HEAD)) as BackupHead | undefined

/**
 * What can be brought back at an instant; what is older is removed. One that was cut short can always be brought
 * back, and while one is under way, nothing is said or removed.
 */
export const readBackup = (at: number): Promise<KeptState | null> =>
  unlessImporting(async () => {
    const head = await readHead()
    if (head && (head.isBusy || at < head.until)) return head
    await dropBackup()
    return null
  })

/** Removes it: what it holds is not wanted any more. */
export const dropBackup = (): Promise<void> => db.table('backup').clear()

async function keepStore(store: RecordStore): Promise<void> {
  const keys = await table(store).toCollection().primaryKeys()
  for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
    const rows = await table(store).bulkGet(keys.slice(at, at + ROWS_AT_ONCE))
    await backup().put({ store, rows: rows.filter((row) => row !== undefined) }, [store, at])
  }
}

/** Keeps everything that an import may take away, and says that one has begun. Its head is written last. */
export async function keepBackup(at: number, until: number, { onProgress, signal }: Bulk): Promise<void> {
  await dropBackup()
  for (const [index, store] of RECORD_STORES.entries()) {
    signal.throwIfAborted()
    await exclusively(() => keepStore(store))
    onProgress((index + 1) / RECORD_STORES.length)
  }
  const batches = await backup().count()
  const head: BackupHead = { at, until, settings: await loadSettings(), batches, isBusy: true }
  await backup().put(head, HEAD)
}

/** The import has ended well. */
export async function endBackup(): Promise<void> {
  const head = await readHead()
  if (head) await backup().put({ ...head, isBusy: false }, HEAD)
}

/** Empties the stores but for what was recorded here since. */
const emptySince = (at: number, device: string): Promise<void> =>
  db.transaction('rw', RECORD_STORES.map(table), async () => {
    const spans = await db.spans.filter((span) => span.device === device && span.start >= at).toArray()
    const log = await db.log.where('at').aboveOrEqual(at).toArray()
    for (const store of RECORD_STORES) await table(store).clear()
    await db.spans.bulkPut(spans)
    await db.log.bulkAdd(log)
  })

/**
 * Brings back what was kept; what was recorded and logged here since stays, what was said since does not. Where it
 * is cut short, it can be done again: what was kept goes last. Rejects, and changes nothing, where not all is there.
 */
export async function bringBack(saveSettings: SaveSettings, onProgress: Bulk['onProgress']): Promise<void> {
  const head = await readHead()
  const keys = await backup().toCollection().primaryKeys()
  const batches = keys.filter((key) => key !== HEAD)
  if (head?.batches !== batches.length) throw new Error('The state before the import is not whole.')
  await backup().put({ ...head, isBusy: true }, HEAD)
  const device = await deviceId()
  await exclusively(() => emptySince(head.at, device))
  for (const [index, key] of batches.entries()) {
    await exclusively(async () => {
      const { store, rows } = (await backup().get(key)) as BackupBatch
      await table(store).bulkPut(rows)
    })
    onProgress((index + 1) / batches.length)
  }
  // A pause is of its moment.
  const { pausedUntil: _, ...settings } = head.settings
  await saveSettings(settings)
  await dropBackup()
}

/** The same, on its own. */
export const restoreBackup = (saveSettings: SaveSettings, onProgress: Bulk['onProgress']): Promise<void> =>
  importing(() => bringBack(saveSettings, onProgress))
