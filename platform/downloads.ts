/**
 * Saves files without asking, into a folder of their own among the downloads, also when no page is open. Needs a
 * permission that the person gives and takes back in the settings.
 */
import { browser } from 'wxt/browser'
import { ownError } from '../domain/own-error'
import { MINUTE_MS } from '../domain/time/local-time'

/** The folder among the downloads. */
export const DOWNLOAD_FOLDER = 'Zeitwert'

type Permissions = Parameters<typeof browser.permissions.request>[0]

/** In Chromium the worker cannot make a file by itself: a page without a window does. */
const NEEDED: Permissions = {
  permissions: import.meta.env.FIREFOX ? ['downloads'] : ['downloads', 'offscreen'],
}

export const maySaveDownloads = (): Promise<boolean> => browser.permissions.contains(NEEDED)

/** Lets the browser ask the person. Must be called in a click. */
export const askToSaveDownloads = (): Promise<boolean> => browser.permissions.request(NEEDED)

export const stopSavingDownloads = (): Promise<boolean> => browser.permissions.remove(NEEDED)

/** Calls back when the permission is given or taken back. */
export function onMaySaveChange(onChange: () => void): void {
  browser.permissions.onAdded.addListener(onChange)
  browser.permissions.onRemoved.addListener(onChange)
}

/** A download that is paused or lost is given up after this time. */
const LONGEST_MS = 5 * MINUTE_MS

/** Resolves when a download is whole; rejects when it is broken off, as by a full disk, or does not end. */
function wholeDownload(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (isWhole: boolean) => {
      browser.downloads.onChanged.removeListener(onChanged)
      clearTimeout(timer)
      if (isWhole) resolve()
      else reject(ownError('error_download'))
    }
    const look = async () => {
      const [item] = await browser.downloads.search({ id })
      if (item?.state !== 'in_progress') end(item?.state === 'complete')
    }
    const onChanged = (change: { id: number }) => {
      if (change.id === id) look().catch(() => end(false))
    }
    const timer = setTimeout(() => end(false), LONGEST_MS)
    browser.downloads.onChanged.addListener(onChanged)
    look().catch(() => end(false))
  })
}

/** Saves a file of our own under its name. Resolves when it is whole. Throws on any other address: no request is made. */
export async function saveDownload(url: string, name: string): Promise<void> {
  if (!url.startsWith('blob:')) throw new Error('Only a file of our own can be saved.')
  const filename = `${DOWNLOAD_FOLDER}/${name}`
  const id = await browser.downloads.download({ url, filename, conflictAction: 'overwrite', saveAs: false })
  await wholeDownload(id)
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? ''

/** Deletes the file of a download, unless the person has. */
async function deleteFile(id: number): Promise<void> {
  try {
    await browser.downloads.removeFile(id)
  } catch (error) {
    // What the browser knew of the file may have been old.
    const [item] = await browser.downloads.search({ id })
    if (item?.exists) throw error
  }
}

/** Deletes the files among those saved before that `replaced` returns of their names. */
export async function deleteDownloads(
  replaced: (names: readonly string[]) => readonly string[],
): Promise<void> {
  const query = { filenameRegex: `[\\\\/]${DOWNLOAD_FOLDER}[\\\\/]zeitwert-[^\\\\/]+\\.json$` }
  const found = await browser.downloads.search(query)
  const known = found.filter(({ state, exists }) => state === 'complete' && exists)
  const gone = new Set(replaced([...new Set(known.map(({ filename }) => nameOf(filename)))]))
  for (const { id } of known.filter(({ filename }) => gone.has(nameOf(filename)))) {
    await deleteFile(id)
    await browser.downloads.erase({ id })
  }
}
