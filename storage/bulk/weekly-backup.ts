/** Writes backups, the same file that the person can export. */
import type { Bulk } from '../../domain/file/bulk'
import type { ExportHead } from '../../domain/file/export-file'
import {
  type BackupFile,
  backupName,
  type BackupRhythm,
  freshMark,
  isBackupDue,
  markWith,
} from '../../domain/file/weekly-backup'
import type { Settings } from '../../domain/settings/settings'
import { personDay } from '../../domain/time/local-time'
import { firstRecordedDay } from '../record/first-day'
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
export interface BackupPlace<Content> extends BackupRhythm {
  /** Whether it can be written to without asking the person. */
  isOpen: () => Promise<boolean>
  write: (head: ExportHead, bulk: Bulk) => Promise<Content>
  save: (name: string, content: Content) => Promise<void>
  /** Deletes what the saved file replaces. */
  tidy: (name: string) => Promise<void>
}

/** Writes the file with everything. */
export const wholeFile = (head: ExportHead, bulk: Bulk): Promise<Blob> =>
  exportFile({ head, range: null, ...bulk })

export const UNWATCHED: Bulk = { onProgress: () => undefined, signal: new AbortController().signal }

/**
 * Saves a file with everything, which counts as a backup; resolves to null during an import. The mark says that it is
 * tried before anything is saved: on a disk that is full, each page that opens would save one more file. Rejects with an
 * `AbortError` when cancelled.
 */
export async function exportAll<Content>(
  { at, offset, settings }: BackupNow,
  { folder, write, save, tidy }: BackupPlace<Content>,
  bulk: Bulk,
): Promise<BackupFile | null> {
  const head: ExportHead = { exportedAt: at, device: await deviceId(), settings }
  const file = { at, name: backupName(personDay(at, offset, settings.dayStartHour), head.device), folder }
  const before = (await readBackupMark()) ?? freshMark(at)
  await writeBackupMark({ ...before, trying: at })
  let isSaved = false
  try {
    const written = await unlessImporting(async () => ({ content: await write(head, bulk) }))
    if (!written) return null
    await save(file.name, written.content)
    isSaved = true
  } finally {
    await writeBackupMark(isSaved ? markWith(before, file) : before)
  }
  await tidy(file.name)
  return file
}

const LOCK = 'zeitwert-backup'

/** Whether a backup is due. The first time that it is asked, the first week begins. */
async function isDue({ at, settings }: BackupNow, place: BackupRhythm): Promise<boolean> {
  if (!settings.weeklyBackup) return false
  const mark = await readBackupMark()
  if (!mark) await writeBackupMark(freshMark(at))
  return mark !== null && isBackupDue(mark, place, at) && (await firstRecordedDay()) !== null
}

/**
 * Saves a backup if one is due. Resolves to null if none is, while another page is at it, and during an import; to
 * `closed` if the person has to allow it first. Rejects if the record cannot be read or the file not be saved.
 */
export const backUpIfDue = <Content>(
  now: BackupNow,
  place: BackupPlace<Content>,
): Promise<BackupFile | 'closed' | null> =>
  navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock || !(await isDue(now, place))) return null
    return (await place.isOpen()) ? exportAll(now, place, UNWATCHED) : 'closed'
  }) as Promise<BackupFile | 'closed' | null>

/** Saves a backup that nobody waits for, once no other page is at one. */
export const backUpNow = <Content>(now: BackupNow, place: BackupPlace<Content>): Promise<BackupFile | null> =>
  navigator.locks.request(LOCK, () => exportAll(now, place, UNWATCHED)) as Promise<BackupFile | null>
