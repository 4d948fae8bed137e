/** Saves backups also when no page is open, if the person allows it. */
import { browser } from 'wxt/browser'
import type { ExportHead } from '../../domain/file/export-file'
import {
  backupDueAt,
  EVERY_MS,
  freshMark,
  isBackupDue,
  replacedBackups,
} from '../../domain/file/weekly-backup'
import { LEAST_ALARM_MS } from '../../domain/firewall/wake-up'
import type { Settings } from '../../domain/settings/settings'
import { openBackupChannel, type ToBackupPage, type ToWorker } from '../../platform/backup-channel'
import { deleteDownloads, DOWNLOAD_FOLDER, maySaveDownloads, saveDownload } from '../../platform/downloads'
import { localOffset } from '../../platform/local-offset'
import { type BackupPlace, backUpIfDue, UNWATCHED, wholeFile } from '../../storage/bulk/weekly-backup'
import { readBackupMark, writeBackupMark } from '../../storage/said/backup-mark'
import { loadSettings } from '../../storage/said/settings'
import { ALARM } from './alarm'

/** Closes the page that wrote the file, also one that a worker left when it was killed. */
async function closeOffscreen(): Promise<void> {
  if (import.meta.env.FIREFOX) return
  if (await browser.offscreen.hasDocument()) await browser.offscreen.closeDocument()
}

/** Lets a page without a window write the file; resolves to its URL, which lasts while that page is open. */
async function writtenOffscreen(head: ExportHead): Promise<string> {
  await closeOffscreen()
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const page = openBackupChannel<ToBackupPage, ToWorker>((what) => {
    if (what === 'ready') page.say({ head })
    else if ('url' in what) resolve(what.url)
    else reject(new Error(what.failed))
  })
  await browser.offscreen.createDocument({
    url: '/backup.html',
    reasons: ['BLOBS'],
    justification: 'Writes the backup into a file.',
  })
  return promise.finally(page.close)
}

const writtenHere = async (head: ExportHead): Promise<string> =>
  URL.createObjectURL(await wholeFile(head, UNWATCHED))

const PLACE: BackupPlace<string> = {
  folder: DOWNLOAD_FOLDER,
  everyMs: EVERY_MS.downloads,
  isOpen: maySaveDownloads,
  write: import.meta.env.FIREFOX ? writtenHere : writtenOffscreen,
  save: (name, url) =>
    saveDownload(url, name).finally(() => {
      if (import.meta.env.FIREFOX) URL.revokeObjectURL(url)
    }),
  tidy: (name) => deleteDownloads((names) => replacedBackups(names, name)),
}

/** Sets the alarm of the next backup; without a mark, the first week begins. */
async function setBackupAlarm(now: number): Promise<void> {
  const known = await readBackupMark()
  const mark = known ?? freshMark(now)
  if (!known) await writeBackupMark(mark)
  const soon = now + LEAST_ALARM_MS
  const when = isBackupDue(mark, PLACE, now) ? soon : Math.max(soon, backupDueAt(mark, PLACE))
  await browser.alarms.create(ALARM.backup, { when })
}

/** Sets the alarm of the next backup, or clears it if none may come by itself. */
export async function keepBackupAlarm({ weeklyBackup }: Settings): Promise<void> {
  if (weeklyBackup && (await maySaveDownloads())) await setBackupAlarm(Date.now())
  else await browser.alarms.clear(ALARM.backup)
}

/** Sets the alarm if it is missing: Firefox drops alarms when it closes, Chromium with an update. */
export async function restoreBackupAlarm(): Promise<void> {
  if (!(await maySaveDownloads()) || (await browser.alarms.get(ALARM.backup))) return
  await keepBackupAlarm(await loadSettings())
}

/** Saves a backup if one is due, and sets the alarm of the next one. */
export async function backUpByAlarm(): Promise<void> {
  const settings = await loadSettings()
  const at = Date.now()
  // First: a try that fails, finds nothing to save or is killed is repeated a day later.
  await browser.alarms.create(ALARM.backup, { when: at + EVERY_MS.folder })
  const saved = await backUpIfDue({ at, offset: localOffset(at), settings }, PLACE).finally(closeOffscreen)
  if (saved !== null || !settings.weeklyBackup) await keepBackupAlarm(settings)
}
