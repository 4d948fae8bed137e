/** Saves backups also when no page is open, if the person allows it. */
import { browser } from 'wxt/browser'
import type { ExportHead } from '../../domain/file/export-file'
import { backupDueAt, EVERY_MS, replacedBackups } from '../../domain/file/weekly-backup'
import { LEAST_ALARM_MS } from '../../domain/firewall/wake-up'
import type { Settings } from '../../domain/settings/settings'
import { BACKUP_CHANNEL, type BackupAnswer } from '../../platform/backup-channel'
import { deleteDownloads, DOWNLOAD_FOLDER, maySaveDownloads, saveDownload } from '../../platform/downloads'
import { localOffset } from '../../platform/local-offset'
import { type BackupPlace, backUpIfDue, UNWATCHED, wholeFile } from '../../storage/bulk/weekly-backup'
import { readBackupMark } from '../../storage/said/backup-mark'
import { loadSettings } from '../../storage/said/settings'
import { ALARM } from './alarm'

/** Lets a page without a window write the file; resolves to its URL, which lasts while that page is open. */
async function writtenOffscreen(head: ExportHead): Promise<string> {
  const channel = new BroadcastChannel(BACKUP_CHANNEL)
  const answered = new Promise<BackupAnswer>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<BackupAnswer>) => resolve(data))
  })
  await browser.offscreen.createDocument({
    url: `/backup.html#${encodeURIComponent(JSON.stringify(head))}`,
    reasons: ['BLOBS'],
    justification: 'Writes the backup into a file.',
  })
  const answer = await answered.finally(() => channel.close())
  if ('failed' in answer) throw new Error(answer.failed)
  return answer.url
}

const writtenHere = async (head: ExportHead): Promise<string> =>
  URL.createObjectURL(await wholeFile(head, UNWATCHED))

const PLACE: BackupPlace<string> = {
  folder: DOWNLOAD_FOLDER,
  everyMs: EVERY_MS.downloads,
  isOpen: maySaveDownloads,
  write: import.meta.env.FIREFOX ? writtenHere : writtenOffscreen,
  save: async (name, url, device) => {
    await saveDownload(url, name)
    await deleteDownloads((names) => replacedBackups(names, device))
  },
}

/** Closes the page that wrote the file, if there is one. */
async function closeOffscreen(): Promise<void> {
  if (!import.meta.env.FIREFOX && (await browser.offscreen.hasDocument()))
    await browser.offscreen.closeDocument()
}

/** Sets the alarm of the next backup, or clears it if none may come by itself. */
export async function keepBackupAlarm({ weeklyBackup }: Settings): Promise<void> {
  if (!weeklyBackup || !(await maySaveDownloads())) return void (await browser.alarms.clear(ALARM.backup))
  const now = Date.now()
  const dueAt = backupDueAt((await readBackupMark()) ?? { since: now, last: null }, EVERY_MS.downloads)
  // After a backup that failed, the next page that is opened tries first, and says why.
  const soonest = now + (dueAt < now ? EVERY_MS.folder : LEAST_ALARM_MS)
  await browser.alarms.create(ALARM.backup, { when: Math.max(dueAt, soonest) })
}

/** Sets the alarm by the settings, because Firefox drops alarms when it closes. */
export const restoreBackupAlarm = async (): Promise<void> => keepBackupAlarm(await loadSettings())

/** Saves a backup if one is due, and sets the alarm of the next one. */
export async function backUpByAlarm(): Promise<void> {
  const settings = await loadSettings()
  const at = Date.now()
  try {
    await backUpIfDue({ at, offset: localOffset(at), settings }, PLACE).finally(closeOffscreen)
  } finally {
    await keepBackupAlarm(settings)
  }
}
