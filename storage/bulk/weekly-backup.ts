/** Writes backups, the same file that the person can export. */
import type { Bulk } from '../../domain/file/bulk'
import type { ExportHead } from '../../domain/file/export-file'
import { type BackupFile, backupName, isBackupDue } from '../../domain/file/weekly-backup'
import type { Settings } from '../../domain/settings/settings'
import { personDay } from '../../domain/time/local-time'
import { firstRecordedDay } from '../record/history'
import { readBackupMark, writeBackupMark } from '../said/backup-mark'
import { deviceId } from '../said/device'
import { exportFile } from './export'
import { unlessImporting } from './in-bulk'

/** The moment of a backup. */
export interface BackupNow {
  /** Epoch ms. */
  at: number
  /** Minutes east of UTC. */
  offset: number
  settings: Settings
}

/** Where a backup goes. `Content` is the file, or where it lies until it is saved. */
export interface BackupPlace<Content> {
  /** The name of the folder; null for the downloads. */
  folder: string | null
  everyMs: number
  /** Whether it can be written to without asking the person. */
  isOpen: () => Promise<boolean>
  write: (head: ExportHead, bulk: Bulk) => Promise<Content>
  save: (name: string, content: Content, device: string) => Promise<void>
}

/** Writes the file with everything. */
export const wholeFile = (head: ExportHead, bulk: Bulk): Promise<Blob> =>
  exportFile({ head, range: null, ...bulk })

export const UNWATCHED: Bulk = { onProgress: () => undefined, signal: new AbortController().signal }

/**
 * Saves a file with everything, which counts as a backup. Its mark is written first and taken back if saving fails: a
 * mark that cannot be written must not make each page that opens save one more file. Rejects with an `AbortError` when
 * cancelled.
 */
export async function exportAll<Content>(
  { at, offset, settings }: BackupNow,
  { folder, write, save }: BackupPlace<Content>,
  bulk: Bulk,
): Promise<BackupFile> {
  const head: ExportHead = { exportedAt: at, device: await deviceId(), settings }
  const file = { at, name: backupName(personDay(at, offset, settings.dayStartHour), head.device), folder }
  const content = await write(head, bulk)
  const before = (await readBackupMark()) ?? { since: at, last: null }
  await writeBackupMark({ ...before, last: file })
  try {
    await save(file.name, content, head.device)
  } catch (error) {
    await writeBackupMark(before)
    throw error
  }
  return file
}

/** Whether a backup is due. The first time that it is asked, the first week begins. */
async function isDue({ at, settings }: BackupNow, everyMs: number): Promise<boolean> {
  if (!settings.weeklyBackup) return false
  const mark = await readBackupMark()
  if (!mark) await writeBackupMark({ since: at, last: null })
  return mark !== null && isBackupDue(mark, everyMs, at) && (await firstRecordedDay()) !== null
}

/**
 * Saves a backup if one is due. Resolves to null if none is, while another page is at it, and during an import; to
 * `closed` if the person has to allow it first. Rejects if the record cannot be read or the file not be saved.
 */
export const backUpIfDue = <Content>(
  now: BackupNow,
  place: BackupPlace<Content>,
): Promise<BackupFile | 'closed' | null> =>
  navigator.locks.request('zeitwert-backup', { ifAvailable: true }, async (lock) => {
    if (!lock || !(await isDue(now, place.everyMs))) return null
    if (!(await place.isOpen())) return 'closed'
    return unlessImporting(() => exportAll(now, place, UNWATCHED))
  }) as Promise<BackupFile | 'closed' | null>
