/**
 * What imports changed, so that they can be undone, newest first, until the person's next day begins. The
 * first page that asks after that deletes it.
 */
import type { DayChange } from '../../domain/file/day-undo'
import type { ExportStore } from '../../domain/file/export-file'
import type { UndoableImport } from '../../domain/file/import-preview'
import type { Day } from '../../domain/time/local-time'
import type { RowChange } from '../../domain/file/row-undo'
import type { Settings } from '../../domain/settings/settings'
import { db, type Tables } from '../base/db'
import { BY_KEY } from '../base/table'
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

/** One change that an import made, kept in the same transaction as the change itself. */
export type ImportChange = DayRow | RowsChange | SettingsChange

export interface BackupHead extends UndoableImport {
  type: 'head'
  /** The last calendar day that could be sealed when the import began. */
  lastSealed: Day
  /** Whether there were any rates before the import. */
  hadRates: boolean
}

/** An import's head has the key `[import]`; the changes of one transaction have `[import, step, …]`. */
export type BackupKey =
  | [imported: number]
  | [imported: number, step: number, index: number]
  | [imported: number, step: number, day: Day, device: string]

export const backup = (tx: Tables = db) => tx.table<BackupHead | ImportChange, BackupKey>('backup')

const ofImport = (imported: number) =>
  backup()
    .where(BY_KEY)
    .between([imported], [imported + 1])

const readHead = async (imported: number): Promise<BackupHead | undefined> =>
  (await backup().get([imported])) as BackupHead | undefined

/** The steps of an import in order, starting at `from`, each as the keys of its changes. */
export async function backupSteps(imported: number, from = 0): Promise<BackupKey[][]> {
  const keys = (await ofImport(imported).primaryKeys()).filter(([, step = -1]) => step >= from)
  return [...Map.groupBy(keys, ([, step]) => step).values()]
}

export const readChanges = async (keys: readonly BackupKey[]): Promise<ImportChange[]> =>
  (await backup().bulkGet(keys)) as ImportChange[]

/** Writes the head, or deletes it if nothing is left to undo. */
async function putHead(head: BackupHead): Promise<void> {
  if (await isEmpty(head)) await backup().delete([head.imported])
  else await backup().put(head, [head.imported])
}

/** Records that an import has ended. */
export const markFinished = (head: BackupHead): Promise<void> => putHead({ ...head, isCutShort: false })

/** Records that an import or its undoing has begun and may be cut short. */
export const markUnfinished = (head: BackupHead): Promise<void> => putHead({ ...head, isCutShort: true })

export const dropChanges = (keys: readonly BackupKey[], tx: Tables = db): Promise<void> =>
  backup(tx).bulkDelete(keys)

/** Whether an import has no changes, for example because it ended before its first write. */
const isEmpty = async ({ imported }: BackupHead): Promise<boolean> =>
  (await backupSteps(imported)).length === 0

/** Drops an import and all older ones. Undoing an older one alone would give a state that never existed. */
const dropUpTo = (imported: number): Promise<number> =>
  backup()
    .where(BY_KEY)
    .below([imported + 1])
    .delete()

/**
 * The newest import that can be undone at an instant. One that was cut short never expires. Deletes imports that
 * can no longer be undone.
 */
export async function lastImport(at: number): Promise<BackupHead | null> {
  const keys = await backup().primaryKeys()
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

/** The same for a page. While an import is running, returns null and deletes nothing. */
export const readBackup = (at: number): Promise<UndoableImport | null> =>
  unlessImporting(() => lastImport(at))

/**
 * Begins a backup. Returns its head, its first step, and `backUp`, which stores the changes of one step and must be
 * called inside their transaction. Continues the backup of an import that was cut short, so that both are
 * undone together.
 */
export async function beginBackup(start: Omit<BackupHead, 'type' | 'imported' | 'hadRates' | 'isCutShort'>) {
  const last = await lastImport(start.at)
  const unfinished = last?.isCutShort ? last : null
  // Never reuse a number: a page may still show an import that has been undone.
  const imported = unfinished?.imported ?? Math.max(start.at, (last?.imported ?? 0) + 1)
  const firstStep = unfinished ? ((await backupSteps(imported)).at(-1)?.[0]?.[1] ?? 0) + 1 : 1
  const at = unfinished?.at ?? start.at
  const hadRates = unfinished?.hadRates ?? (await db.rates.count()) > 0
  const hasLimits = start.hasLimits === true || unfinished?.hasLimits === true
  const head: BackupHead = { ...start, type: 'head', imported, at, hadRates, hasLimits, isCutShort: true }
  await backup().put(head, [imported])
  let step = firstStep
  const backUp = async (changes: readonly ImportChange[], tx: Tables): Promise<void> => {
    await Promise.all(
      changes.map((change, index) => {
        const isDay = change.type === 'day'
        return backup(tx).put(
          change,
          isDay ? [imported, step, change.day, change.device] : [imported, step, index],
        )
      }),
    )
    step += 1
  }
  return { head, firstStep, backUp }
}
