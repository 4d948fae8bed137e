/** Remembers the last backup in `storage.local`: unlike the database, the mark is not in the backup itself. */
import { browser } from 'wxt/browser'
import { type BackupMark, isBackupMark } from '../../domain/file/weekly-backup'

const KEY = 'backups'

/** The mark; null before the first one and if it cannot be read. */
export async function readBackupMark(): Promise<BackupMark | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return isBackupMark(stored) ? stored : null
}

export const writeBackupMark = (mark: BackupMark): Promise<void> => browser.storage.local.set({ [KEY]: mark })

/** Calls back when it changes. Returns a function that stops watching. */
export function watchBackupMark(onChange: (mark: BackupMark | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' && changes[KEY]
    if (change) onChange(isBackupMark(change.newValue) ? change.newValue : null)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
