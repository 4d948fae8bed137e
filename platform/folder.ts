/** A folder of the person's choice. Only Chromium lets a page choose one to write to. */
import { ownError } from '../domain/own-error'

type Permission = 'granted' | 'denied' | 'prompt'

/** What TypeScript's own types lack. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(access: { mode: 'readwrite' }): Promise<Permission>
  requestPermission(access: { mode: 'readwrite' }): Promise<Permission>
}

interface Chooser {
  showDirectoryPicker(options: { id: string; mode: 'readwrite' }): Promise<Folder>
}

const WRITING = { mode: 'readwrite' } as const

const asFolder = (handle: FileSystemDirectoryHandle): Folder => handle as Folder

export const canChooseFolder = (): boolean => 'showDirectoryPicker' in window

/** Asks for a folder; resolves to null if the person chooses none. Must be called in a click. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (window as unknown as Chooser).showDirectoryPicker({ id: 'backups', ...WRITING })
  } catch (error) {
    if ((error as Error).name === 'AbortError') return null
    throw error
  }
}

/** Whether the browser lets this page write to the folder without asking. */
export const isFolderOpen = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await asFolder(folder).queryPermission(WRITING)) === 'granted'

/** Lets the browser ask the person; resolves to whether they allowed it. Must be called in a click. */
export const openFolder = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await asFolder(folder).requestPermission(WRITING)) === 'granted'

/** The names of the files in a folder. */
export async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = []
  for await (const { kind, name } of (
    folder as unknown as { values(): AsyncIterable<FileSystemHandle> }
  ).values())
    if (kind === 'file') names.push(name)
  return names
}

export const fileIn = async (folder: FileSystemDirectoryHandle, name: string): Promise<File> =>
  (await folder.getFileHandle(name)).getFile()

/** Does what needs the folder; rejects with an error of our own if it is gone or closed. */
export async function inFolder<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const isOfFolder = ['NotFoundError', 'NotAllowedError', 'NoModificationAllowedError'].includes(
      (error as Error).name,
    )
    throw isOfFolder ? ownError('error_folder_gone') : error
  }
}

/** Writes a whole file. Until it is whole, an older one with its name stays as it is. */
export async function writeTo(folder: FileSystemDirectoryHandle, name: string, content: Blob): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true })
  const stream = await file.createWritable()
  await stream.write(content)
  await stream.close()
}

export const removeFrom = (folder: FileSystemDirectoryHandle, name: string): Promise<void> =>
  folder.removeEntry(name)
