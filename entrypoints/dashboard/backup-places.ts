/** Where backups go: to the downloads or, once the person has chosen one, to a folder. */
import { backupsOfOthers, EVERY_MS, replacedBackups } from '../../domain/file/weekly-backup'
import { deleteDownloads, DOWNLOAD_FOLDER, maySaveDownloads, saveDownload } from '../../platform/downloads'
import { fileIn, inFolder, isFolderOpen, namesIn, removeFrom, writeTo } from '../../platform/folder'
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
}

/** Writes into a folder of the person's choice. */
export const placeIn = (folder: FileSystemDirectoryHandle): BackupPlace<Blob> => ({
  folder: folder.name,
  everyMs: EVERY_MS.folder,
  isOpen: () => isFolderOpen(folder),
  write: wholeFile,
  save: (name, content, device) =>
    inFolder(async () => {
      await writeTo(folder, name, content)
      for (const old of replacedBackups(await namesIn(folder), device)) await removeFrom(folder, old)
    }),
})

/** Saves by itself into a folder of its own among the downloads; the newest backups stay. */
const OWN_DOWNLOADS: BackupPlace<Blob> = {
  ...DOWNLOADS,
  folder: DOWNLOAD_FOLDER,
  save: async (name, content, device) => {
    const url = URL.createObjectURL(content)
    try {
      await saveDownload(url, name)
      await deleteDownloads((names) => replacedBackups(names, device))
    } finally {
      URL.revokeObjectURL(url)
    }
  },
}

export async function backupPlace(): Promise<BackupPlace<Blob>> {
  const folder = await readBackupFolder()
  if (folder) return placeIn(folder)
  return (await maySaveDownloads()) ? OWN_DOWNLOADS : DOWNLOADS
}

/** The newest backup of each other device among files, or in the folder for backups if it can be read. */
export async function othersIn(files: readonly File[] | null): Promise<File[]> {
  const device = await deviceId()
  if (files) {
    const byName = new Map(files.map((file) => [file.name, file]))
    return backupsOfOthers([...byName.keys()], device).flatMap((name) => byName.get(name) ?? [])
  }
  const folder = await readBackupFolder()
  if (!folder || !(await isFolderOpen(folder))) return []
  return inFolder(async () => {
    const names = backupsOfOthers(await namesIn(folder), device)
    return Promise.all(names.map((name) => fileIn(folder, name)))
  })
}
