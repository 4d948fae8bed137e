/**
 * What imports changed. With it the last one can be undone until the next day of the person's begins; the first page
 * that asks after that removes it.
 */
import type { Table } from 'dexie'
import type { DayChange } from '../../domain/file/day-undo'
import type { ExportStore } from '../../domain/file/export-file'
import type { UndoableImport } from '../../domain/file/import-preview'
import type { Day } from '../../domain/time/local-time'
import type { RowChange } from '../../domain/file/row-undo'
import type { Settings } from '../../domain/settings/settings'
import { db } from '../base/db'
import { unlessImporting } from './in-bulk'

export interface DayRow extends DayChange {
  type: 'day'
}

/** The rows of a store that changed. */
export interface RowsChange {
  type: 'rows'
  store: ExportStore
  rows: RowChange[]
}

export interface SettingsChange {
  type: 'settings'
  before: Partial<Settings>
  after: Partial<Settings>
}

/** A part of an import, written in the same transaction as the change itself. */
export type ImportChange = DayRow | RowsChange | SettingsChange

export interface BackupHead extends UndoableImport {
  type: 'head'
  /** The last calendar day that could be sealed then. */
  lastSealed: Day
  /** Whether an hour had a price before it. */
  hadRates: boolean
}

/** The head of an import is at `[import]`, what one of its transactions changed at `[import, step, …]`. */
export type BackupKey =
  | [imported: number]
  | [imported: number, step: number, index: number]
  | [imported: number, step: number, day: Day, device: string]

export const backup = (): Table<BackupHead | ImportChange, BackupKey> => db.table('backup')

const ofImport = (imported: number) =>
  backup()
    .where(':id')
    .between([imported], [imported + 1])

const readHead = async (imported: number): Promise<BackupHead | undefined> =>
  (await backup().get([imported])) as BackupHead | undefined

/** The steps of an import from one on, each with the keys of what it changed, the first first. */
export async function backupSteps(imported: number, from = 0): Promise<BackupKey[][]> {
  const keys = (await ofImport(imported).primaryKeys()).filter(([, step = -1]) => step >= from)
  return [...Map.groupBy(keys, ([, step]) => step).values()]
}

export const readChanges = async (keys: readonly BackupKey[]): Promise<ImportChange[]> =>
  (await backup().bulkGet([...keys])) as ImportChange[]

/** Says whether an import or its undoing has begun and not ended; where nothing is left to undo, it is let go of. */
export async function settle(head: BackupHead, isCutShort: boolean): Promise<void> {
  if (await isEmpty(head)) await backup().delete([head.imported])
  else await backup().put({ ...head, isCutShort }, [head.imported])
}

export const dropChanges = (keys: readonly BackupKey[]): Promise<void> => backup().bulkDelete([...keys])

/** Whether an import has changed nothing, as where it ended before it wrote anything. */
const isEmpty = async ({ imported }: BackupHead): Promise<boolean> =>
  (await backupSteps(imported)).length === 0

/** Removes an import with all that was imported before it: undone alone, that would give a state that never was. */
const dropUpTo = (imported: number): Promise<number> =>
  backup()
    .where(':id')
    .below([imported + 1])
    .delete()

/**
 * The last import that can be undone at an instant; one that was cut short can be at any time. What cannot be undone any
 * more is removed.
 */
export async function lastImport(at: number): Promise<BackupHead | null> {
  const keys = await backup().toCollection().primaryKeys()
  let last = null
  for (const [imported, step] of keys) {
    const head = step === undefined ? await readHead(imported) : undefined
    if (!head) continue
    const isOver = !head.isCutShort && at >= head.until
    if (isOver) {
      last = null
      await dropUpTo(imported)
    } else if (await isEmpty(head)) await backup().delete([imported])
    else last = head
  }
  return last
}

/** The same for a page; while an import is under way, nothing is said or removed. */
export const readBackup = (at: number): Promise<UndoableImport | null> =>
  unlessImporting(() => lastImport(at))

/**
 * Begins to keep what an import changes; returns its head, the step from which on its changes are kept, and how those
 * of a step are, to be called inside of their transaction. It goes on with an import that was cut short, so that both
 * can be undone in one go.
 */
export async function beginBackup(wish: Omit<BackupHead, 'type' | 'imported' | 'hadRates' | 'isCutShort'>) {
  const last = await lastImport(wish.at)
  const unfinished = last?.isCutShort ? last : null
  // A number that no other import ever had: a page may still show one that is undone by now.
  const imported = unfinished?.imported ?? Math.max(wish.at, (last?.imported ?? 0) + 1)
  const from = unfinished ? ((await backupSteps(imported)).at(-1)?.[0]?.[1] ?? 0) + 1 : 1
  const at = unfinished?.at ?? wish.at
  const hadRates = unfinished?.hadRates ?? (await db.rates.count()) > 0
  const head: BackupHead = { ...wish, type: 'head', imported, at, hadRates, isCutShort: true }
  await backup().put(head, [imported])
  let step = from
  const keep = async (changes: readonly ImportChange[]): Promise<void> => {
    await Promise.all(
      changes.map((change, index) => {
        const isDay = change.type === 'day'
        return backup().put(
          change,
          isDay ? [imported, step, change.day, change.device] : [imported, step, index],
        )
      }),
    )
    step += 1
  }
  return { head, from, keep }
}
