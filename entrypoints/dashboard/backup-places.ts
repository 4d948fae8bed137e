/** Where backups go: to the downloads or, once the person has chosen one, to a folder. */
import { backupsOfOthers, EVERY_MS, replacedBackups } from '../../domain/file/weekly-backup'
import { deleteDownloads, DOWNLOAD_FOLDER, maySaveDownloads, saveDownload } from '../../platform/downloads'
import { filesIn, isFolderOpen, removeFrom, writeTo } from '../../platform/folder'
import { saveFile } from '../../platform/save-file'
import { type BackupPlace, wholeFile } from '../../storage/bulk/weekly-backup'
import { readBackupFolder } from '../../storage/said/backup-folder'
import { deviceId } from '../../storage/said/device'

export const DOWNLOADS: BackupPlace<Blob> = {
  folder: null,
  everyMs: EVERY_MS.downloads,
  isOpen: async () => true,
  write: wholeFile,
  save: async (name, content) => saveFile(name, content),
  tidy: async () => undefined,
}

/** Saves by itself into a folder of its own among the downloads; the newest backups stay. */
const OWN_DOWNLOADS: BackupPlace<Blob> = {
  ...DOWNLOADS,
  folder: DOWNLOAD_FOLDER,
  save: async (name, content) => {
    const url = URL.createObjectURL(content)
    try {
      await saveDownload(url, name)
    } finally {
      URL.revokeObjectURL(url)
    }
  },
  tidy: (name) => deleteDownloads((names) => replacedBackups(names, name)),
}

/** Writes into a folder of the person's choice; the newest backups stay. */
export const placeIn = (folder: FileSystemDirectoryHandle): BackupPlace<Blob> => ({
  folder: folder.name,
  everyMs: EVERY_MS.folder,
  isOpen: () => isFolderOpen(folder),
  write: wholeFile,
  save: (name, content) => writeTo(folder, name, content),
  tidy: async (saved) => {
    const names = (await filesIn(folder)).map(({ name }) => name)
    for (const old of replacedBackups(names, saved)) await removeFrom(folder, old)
  },
})

export async function backupPlace(): Promise<BackupPlace<Blob>> {
  const folder = await readBackupFolder()
  if (folder) return placeIn(folder)
  return (await maySaveDownloads()) ? OWN_DOWNLOADS : DOWNLOADS
}

/** The files in the folder for backups, as far as it can be read without asking. */
async function filesOfFolder(): Promise<File[]> {
  const folder = await readBackupFolder()
  return folder && (await isFolderOpen(folder)) ? filesIn(folder) : []
}

/** The newest backup of each other device among files, or in the folder for backups if it can be read. */
export async function othersIn(files: readonly File[] | null): Promise<File[]> {
  const device = await deviceId()
  const whole = (files ?? (await filesOfFolder())).filter(({ size }) => size > 0)
  const byName = new Map(whole.map((file) => [file.name, file]))
  return backupsOfOthers([...byName.keys()], device).flatMap((name) => byName.get(name) ?? [])
}
