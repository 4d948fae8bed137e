/** Writes the weekly backup, the same file that the person can export. */
import type { ExportHead } from '../../domain/file/export-file'
import { type BackupFile, backupName, isBackupDue } from '../../domain/file/weekly-backup'
import type { Bulk } from '../../domain/file/bulk'
import type { Settings } from '../../domain/settings/settings'
import { personDay } from '../../domain/time/local-time'
import { firstRecordedDay } from '../record/history'
import { readBackupMark, writeBackupMark } from '../said/backup-mark'
import { deviceId } from '../said/device'
import { exportFile } from './export'
import { unlessImporting } from './in-bulk'

/** Hands a file to the browser. */
export type SaveFile = (name: string, content: Blob) => void

/** The moment of a backup. */
export interface BackupNow {
  /** Epoch ms. */
  at: number
  /** Minutes east of UTC. */
  offset: number
  settings: Settings
}

const headNow = async ({ at, settings }: BackupNow): Promise<ExportHead> => ({
  exportedAt: at,
  device: await deviceId(),
  settings,
})

/**
 * Marks a file as the last backup, then hands it to the browser. Rejects without handing it over if the mark cannot be
 * written: otherwise each page that opens would save one more file.
 */
async function hand(file: BackupFile, content: Blob, save: SaveFile): Promise<void> {
  const mark = await readBackupMark()
  await writeBackupMark({ since: mark?.since ?? file.at, last: file })
  save(file.name, content)
}

/** Exports everything, which counts as a backup. Rejects with an `AbortError` when cancelled. */
export async function exportAll(now: BackupNow, save: SaveFile, bulk: Bulk): Promise<BackupFile> {
  const head = await headNow(now)
  const day = personDay(now.at, now.offset, now.settings.dayStartHour)
  const file = { at: now.at, name: backupName(day, head.device) }
  await hand(file, await exportFile({ head, range: null, ...bulk }), save)
  return file
}

const UNWATCHED: Bulk = { onProgress: () => undefined, signal: new AbortController().signal }

/** Whether the weekly backup is due. The first time that it is asked, the first week begins. */
async function isDue({ at, settings }: BackupNow): Promise<boolean> {
  if (!settings.weeklyBackup) return false
  const mark = await readBackupMark()
  if (!mark) await writeBackupMark({ since: at, last: null })
  return mark !== null && isBackupDue(mark, at) && (await firstRecordedDay()) !== null
}

/**
 * Saves the weekly backup if it is due; returns null if it is not, while another page is at it, and during an import.
 * Rejects if the record cannot be read or the mark cannot be written.
 */
export const backUpIfDue = (now: BackupNow, save: SaveFile): Promise<BackupFile | null> =>
  navigator.locks.request('zeitwert-backup', { ifAvailable: true }, async (lock) => {
    if (!lock || !(await isDue(now))) return null
    return unlessImporting(() => exportAll(now, save, UNWATCHED))
  }) as Promise<BackupFile | null>
