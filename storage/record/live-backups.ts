/** What the settings show of backups, now and after each change. */
import { browser } from 'wxt/browser'
import type { BackupMark } from '../../domain/file/weekly-backup'
import type { Watchable } from '../../domain/watchable'
import { db } from '../base/db'
import { live } from '../base/live-query'
import { readBackupFolder } from '../said/backup-folder'
import { readBackupMark, watchBackupMark } from '../said/backup-mark'
import { deviceId } from '../said/device'
import { watchable } from './live'

/** The last backups; null before the first page was opened. */
export const liveBackupMark = (): Watchable<BackupMark | null> => watchable(readBackupMark, watchBackupMark)

/** The folder for backups; null for the downloads. */
export const liveBackupFolder = (): Watchable<FileSystemDirectoryHandle | null> =>
  live([db.state], readBackupFolder)

/** Calls back with the new name once the old one was erased. Returns a function that stops watching. */
function watchDeviceId(onChange: (device: string) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'device' in changes) void deviceId().then(onChange)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

/** The random name of this installation. */
export const liveDeviceId = (): Watchable<string> => watchable(deviceId, watchDeviceId)
