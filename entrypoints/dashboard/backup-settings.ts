/** What the settings do with backups: choose or forget a folder, and ask to save downloads. */
import type { DownloadActions, FolderActions } from '../../components/data/backup-part'
import { ownError } from '../../domain/own-error'
import type { Settings } from '../../domain/settings/settings'
import { askToSaveDownloads, maySaveDownloads, stopSavingDownloads } from '../../platform/downloads'
import { canChooseFolder, chooseFolder } from '../../platform/folder'
import { localOffset } from '../../platform/local-offset'
import { backUpNow } from '../../storage/bulk/weekly-backup'
import { readBackupFolder, writeBackupFolder } from '../../storage/said/backup-folder'
import { placeIn } from './backup-places'

export const folderActions = (settings: Settings): FolderActions => ({
  canChoose: canChooseFolder(),
  read: async () => (await readBackupFolder())?.name ?? null,
  choose: async () => {
    const chosen = await chooseFolder()
    if (!chosen) return
    await writeBackupFolder(chosen)
    const at = Date.now()
    // At once, so that the person sees a file there.
    await backUpNow({ at, offset: localOffset(at), settings }, placeIn(chosen))
  },
  forget: () => writeBackupFolder(null),
})

export const DOWNLOAD_ACTIONS: DownloadActions = {
  read: maySaveDownloads,
  ask: async () => {
    if (!(await askToSaveDownloads())) throw ownError('error_not_allowed')
    return true
  },
  stop: async () => !(await stopSavingDownloads()),
}
