/** What the person has to know once, and how they acknowledge it. */
import type { AbsenceWatch } from '../../domain/record/absence-watch'
import type { Loss } from '../../domain/record/loss'
import type { BackupMark } from '../../domain/file/weekly-backup'
import type { Watchable } from '../../domain/watchable'
import { readAbsenceWatch, watchAbsenceWatch, writeAbsenceWatch } from '../said/absence-watch'
import { live } from '../base/live-query'
import { readBackupFolder } from '../said/backup-folder'
import { readBackupMark, watchBackupMark } from '../said/backup-mark'
import { deviceId, watchDeviceId } from '../said/device'
import { readLoss, watchLoss, writeLoss } from '../said/loss'
import { watchable } from './live'

export const noticeSources = {
  loss: (): Watchable<Loss | null> => watchable(readLoss, watchLoss),
  acknowledgeLoss: (): Promise<void> => writeLoss(null),
  absence: (): Watchable<AbsenceWatch | null> => watchable(readAbsenceWatch, watchAbsenceWatch),
  acknowledgeAbsence: async (): Promise<void> => {
    const watch = await readAbsenceWatch()
    if (watch) await writeAbsenceWatch({ ...watch, state: 'done' })
  },
}

/** The last backup; null before the first page was opened. */
export const liveBackupMark = (): Watchable<BackupMark | null> => watchable(readBackupMark, watchBackupMark)

/** The folder for backups; null for the downloads. */
export const liveBackupFolder = (): Watchable<FileSystemDirectoryHandle | null> => live(readBackupFolder)

/** The random name of this installation. */
export const liveDeviceId = (): Watchable<string> => watchable(deviceId, watchDeviceId)
