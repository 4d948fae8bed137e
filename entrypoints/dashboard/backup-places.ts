/** Where backups go: to the downloads or, once the person has chosen one, to a folder. */
import { backupsOfOthers, EVERY_MS, replacedBackups } from '../../domain/file/weekly-backup'
import { fileIn, isFolderOpen, namesIn, removeFrom, writeTo } from '../../platform/folder'
import { saveFile } from '../../platform/save-file'
import type { BackupPlace } from '../../storage/bulk/weekly-backup'
import { readBackupFolder } from '../../storage/said/backup-folder'
import { deviceId } from '../../storage/said/device'

export const DOWNLOADS: BackupPlace = {
  folder: null,
  everyMs: EVERY_MS.downloads,
  isOpen: async () => true,
  save: async (name, content) => saveFile(name, content),
}

const placeIn = (folder: FileSystemDirectoryHandle): BackupPlace => ({
  folder: folder.name,
  everyMs: EVERY_MS.folder,
  isOpen: () => isFolderOpen(folder),
  save: async (name, content, device) => {
    await writeTo(folder, name, content)
    for (const old of replacedBackups(await namesIn(folder), device)) await removeFrom(folder, old)
  },
})

export async function backupPlace(): Promise<BackupPlace> {
  const folder = await readBackupFolder()
  return folder ? placeIn(folder) : DOWNLOADS
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
  const names = backupsOfOthers(await namesIn(folder), device)
  return Promise.all(names.map((name) => fileIn(folder, name)))
}
