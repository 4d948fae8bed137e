/** Keeps the folder for backups that the person chose: as the browser's own handle, which only IndexedDB can hold. */
import { db } from '../base/db'

const KEY = 'folder'

/** The store `state`, for the row of the folder. */
const table = () => db.table<FileSystemDirectoryHandle, typeof KEY>('state')

export const readBackupFolder = async (): Promise<FileSystemDirectoryHandle | null> =>
  (await table().get(KEY)) ?? null

/** Keeps a folder, or forgets it. The backups in it stay. */
export async function writeBackupFolder(folder: FileSystemDirectoryHandle | null): Promise<void> {
  await (folder ? table().put(folder, KEY) : table().delete(KEY))
}
