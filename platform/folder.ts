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

const nameOf = (error: unknown): string => (error as Error).name

export const canChooseFolder = (): boolean => 'showDirectoryPicker' in window

/** Asks for a folder; resolves to null if the person chooses none. Must be called in a click. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (window as unknown as Chooser).showDirectoryPicker({ id: 'backups', ...WRITING })
  } catch (error) {
    if (nameOf(error) === 'AbortError') return null
    throw error
  }
}

/** Whether the browser lets this page write to the folder without asking. */
export const isFolderOpen = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await asFolder(folder).queryPermission(WRITING)) === 'granted'

/** Lets the browser ask the person; resolves to whether they allowed it. Must be called in a click. */
export const openFolder = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await asFolder(folder).requestPermission(WRITING)) === 'granted'

const OF_FOLDER = new Set(['NotFoundError', 'NotAllowedError', 'NoModificationAllowedError'])

/** Does what needs the folder; rejects with an error of our own if it is gone or closed. */
async function inFolder<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw OF_FOLDER.has(nameOf(error)) ? ownError('error_folder_gone') : error
  }
}

/** A file; null if it is gone since it was listed, as one of a program that syncs the folder. */
async function fileOf(entry: FileSystemFileHandle): Promise<File | null> {
  try {
    return await entry.getFile()
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return null
    throw error
  }
}

/** The text of a file of a folder; null if it was changed or deleted since it was listed. */
export async function textOfListed(file: File): Promise<string | null> {
  try {
    return await file.text()
  } catch (error) {
    if (['NotFoundError', 'NotReadableError'].includes(nameOf(error))) return null
    throw error
  }
}

/** The files in a folder that hold something. An empty one is left when a page is closed while it writes. */
export const filesIn = (folder: FileSystemDirectoryHandle): Promise<File[]> =>
  inFolder(async () => {
    const files: File[] = []
    for await (const entry of folder.values()) {
      const file = entry.kind === 'file' ? await fileOf(entry) : null
      if (file && file.size > 0) files.push(file)
    }
    return files
  })

/** Deletes a file, unless it is gone already. */
export const removeFrom = (folder: FileSystemDirectoryHandle, name: string): Promise<void> =>
  inFolder(async () => {
    try {
      await folder.removeEntry(name)
    } catch (error) {
      if (nameOf(error) !== 'NotFoundError') throw error
    }
  })

/** Writes a whole file. Until it is whole, an older one with its name stays as it is. */
export const writeTo = (folder: FileSystemDirectoryHandle, name: string, content: Blob): Promise<void> =>
  inFolder(async () => {
    const file = await folder.getFileHandle(name, { create: true })
    try {
      const stream = await file.createWritable()
      await stream.write(content)
      await stream.close()
    } catch (error) {
      if ((await file.getFile()).size === 0) await folder.removeEntry(name)
      throw error
    }
  })
