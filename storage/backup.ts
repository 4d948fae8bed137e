/** What the last import changed, kept until the next day of the person's begins: with it the import can be undone. */
import type { Table } from 'dexie'
import type { DayChange } from '../domain/day-undo'
import type { ExportStore } from '../domain/export-file'
import type { UndoableImport } from '../domain/import-preview'
import type { Day } from '../domain/local-time'
import type { RowChange } from '../domain/row-undo'
import type { Settings } from '../domain/settings'
import { db } from './db'
import { unlessImporting } from './in-bulk'

/** A part of an import, written in the same transaction as the change itself. */
export type ImportChange =
  | { type: 'days'; days: DayChange[] }
  | { type: 'rows'; store: ExportStore; rows: RowChange[] }
  | { type: 'settings'; before: Partial<Settings>; after: Partial<Settings> }

export interface BackupHead extends UndoableImport {
  /** The last calendar day that could be sealed then. */
  lastSealed: Day
}

const HEAD = 'head'

const backup = (): Table<BackupHead | ImportChange, string | number> => db.table('backup')

export const readHead = async (): Promise<BackupHead | undefined> =>
  (await backup().get(HEAD)) as BackupHead | undefined

/** Says that an import or its undoing is under way, or that it has ended. */
export async function markCutShort(isCutShort: boolean): Promise<void> {
  const head = await readHead()
  if (head) await backup().put({ ...head, isCutShort }, HEAD)
}

/**
 * The import that can be undone at an instant; an older one is removed. One that was cut short can be undone at any
 * time, and while one is under way, nothing is said or removed.
 */
export const readBackup = (at: number): Promise<UndoableImport | null> =>
  unlessImporting(async () => {
    const head = await readHead()
    if (head && (head.isCutShort || at < head.until)) return head
    await dropBackup()
    return null
  })

/** Removes it: nobody wants the import undone any more. */
export const dropBackup = (): Promise<void> => backup().clear()

/** The keys of what was changed, the first first. */
export const changeKeys = async (): Promise<number[]> =>
  (await backup().toCollection().primaryKeys()).filter((key) => typeof key === 'number')

export const readChange = async (key: number): Promise<ImportChange> =>
  (await backup().get(key)) as ImportChange

export const dropChange = (key: number): Promise<void> => backup().delete(key)

/**
 * Begins to keep what an import changes; returns how each change is kept, to be called inside of its transaction, and
 * the key from which on they are. What an import that was cut short has changed stays, so that both can be undone.
 */
export async function beginBackup(head: Omit<BackupHead, 'isCutShort'>) {
  const before = await readHead()
  if (!before?.isCutShort) await dropBackup()
  const from = ((await changeKeys()).at(-1) ?? 0) + 1
  await backup().put({ ...head, at: before?.isCutShort ? before.at : head.at, isCutShort: true }, HEAD)
  let next = from
  const keep = async (change: ImportChange): Promise<void> => {
    await backup().put(change, next)
    next += 1
  }
  return { from, keep }
}
