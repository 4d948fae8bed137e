/** What devices exchange through the folder for backups, while a page is open. */
import type { LeftFile } from '../../components/devices/left-file'
import type { DevicesFolder } from '../../components/devices/use-device-file'
import {
  type DevicesFile,
  devicesFileName,
  devicesFileNamed,
  isSameFile,
  mayRewrite,
  readDevicesFile,
} from '../../domain/devices/devices-file'
import { explained } from '../../domain/own-error'
import { filesIn, isFolderOpen, removeFrom, textOfListed, writeTo } from '../../platform/folder'
import { readBackupFolder } from '../../storage/said/backup-folder'
import { deviceId } from '../../storage/said/device'
import { readDevicesMark } from '../../storage/said/devices-mark'
import { filesRead } from '../../storage/said/files-read'
import { connectedMark, devicesBlob, fileOfOther, ownFile, takeFile } from './device-files'

const LOCK = 'zeitwert-devices-folder'

/** The folder, if this page may write there without a question. */
async function openedFolder(): Promise<FileSystemDirectoryHandle | null> {
  const folder = await readBackupFolder()
  return folder && (await isFolderOpen(folder)) ? folder : null
}

/** What can be read. A file may be on its way, or may be none of ours although it is named so. */
async function unlessRefused(read: () => Promise<DevicesFile>): Promise<DevicesFile | null> {
  try {
    return await read()
  } catch (error) {
    if (explained(error).startsWith('error_file_')) return null
    throw error
  }
}

/** The files of other devices that were not read yet. */
async function newFilesIn(folder: FileSystemDirectoryHandle): Promise<DevicesFile[]> {
  const [own, read] = [await deviceId(), await filesRead()]
  const found: DevicesFile[] = []
  for (const one of await filesIn(folder)) {
    const device = devicesFileNamed(one.name)
    if (device === null || device === own) continue
    const file = await unlessRefused(() => fileOfOther(one))
    if (file?.device === device && file.writtenAt !== read.get(device)) found.push(file)
  }
  return found
}

async function writtenBefore(folder: FileSystemDirectoryHandle, name: string): Promise<DevicesFile | null> {
  const file = (await filesIn(folder)).find((one) => one.name === name)
  const text = file ? await textOfListed(file) : null
  return text === null ? null : unlessRefused(async () => readDevicesFile(text, Date.now()))
}

/** Writes the file of this device if something changed, at most once an hour unless `isDue`. */
async function writeOwn(folder: FileSystemDirectoryHandle, isDue: boolean): Promise<void> {
  const name = devicesFileName(await deviceId())
  const before = await writtenBefore(folder, name)
  if (!isDue && !mayRewrite(before, Date.now())) return
  const file = await ownFile()
  if (!before || !isSameFile(before, file))
    await writeTo(folder, devicesFileName(file.device), devicesBlob(file))
}

/** Reads the files of other devices that have the passphrase of this one, and writes its own. `isDue` as in `writeOwn`. */
export const exchangeByFolder = (isDue: boolean): Promise<void> =>
  navigator.locks.request(LOCK, { ifAvailable: !isDue }, async (lock) => {
    const mark = await connectedMark()
    const folder = lock && mark && (await openedFolder())
    if (!folder) return
    for (const file of await newFilesIn(folder))
      if (file.head.salt === mark.head.salt) await takeFile(file, null)
    await writeOwn(folder, isDue)
  })

/** The folder, and the new files there that have another passphrase. */
export async function filesInFolder(): Promise<DevicesFolder | null> {
  const [folder, mark] = [await openedFolder(), await connectedMark()]
  if (!folder || !mark) return null
  const found = (await newFilesIn(folder)).filter(({ head }) => head.salt !== mark.head.salt)
  return { name: folder.name, found }
}

/** Removes the file of this device from the folder; resolves to it if the browser does not let this page do so now. */
export const removeOwnFile = (): Promise<LeftFile | null> =>
  navigator.locks.request(LOCK, async () => {
    const folder = await readBackupFolder()
    if (!folder || !(await readDevicesMark())) return null
    const name = devicesFileName(await deviceId())
    const left = { name, folder: folder.name }
    if (!(await isFolderOpen(folder))) return left
    try {
      await removeFrom(folder, name)
      return null
    } catch (error) {
      if (explained(error) === 'error_folder_gone') return left
      throw error
    }
  }) as Promise<LeftFile | null>
