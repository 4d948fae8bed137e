/** When a backup is due, and how its file is named. */
import { type Day, DAY_MS, isDay } from '../time/local-time'

/** How often a backup goes to the downloads, where each file stays, and to a folder, where only the newest do. */
export const EVERY_MS = { downloads: 7 * DAY_MS, folder: DAY_MS } as const

/** How many backups of a device stay in its folder. */
export const KEPT_BACKUPS = 5

/** A file that holds everything, as it was saved. */
export interface BackupFile {
  /** Epoch ms. */
  at: number
  name: string
  /** The name of the folder; null for the downloads. */
  folder: string | null
}

/** What is remembered of backups. It names no site. */
export interface BackupMark {
  /** When Zeitwert was first opened here, epoch ms. */
  since: number
  last: BackupFile | null
}

/** Whether a stored value is a mark. */
export function isBackupMark(value: unknown): value is BackupMark {
  const { since, last } = (value ?? {}) as Record<string, unknown>
  const { at, name, folder } = (last ?? {}) as Record<string, unknown>
  const isFile = Number.isFinite(at) && typeof name === 'string'
  const isPlace = folder === null || typeof folder === 'string'
  return Number.isFinite(since) && (last === null || (isFile && isPlace))
}

/** When the next backup is due: some time after the last one or, without any, after the beginning. Epoch ms. */
export const backupDueAt = ({ since, last }: BackupMark, everyMs: number): number =>
  (last?.at ?? since) + everyMs

/** Whether a backup is due at `now`. A mark that lies as far in the future comes from a clock that was wrong. */
export const isBackupDue = (mark: BackupMark, everyMs: number, now: number): boolean =>
  now >= backupDueAt(mark, everyMs) || now < backupDueAt(mark, everyMs) - 2 * everyMs

/** `zeitwert-2026-11-26-1a2b3c4d.json`: the files of several computers can lie in one folder. */
export const backupName = (day: Day, device: string): string => `zeitwert-${day}-${device}.json`

/** The day and the device in the name of a backup; null for other names, such as those of copies. */
export function backupNamed(name: string): { day: Day; device: string } | null {
  const [, day, device] = /^zeitwert-(\d{4}-\d{2}-\d{2})-([\da-f]{8})\.json$/.exec(name) ?? []
  return isDay(day) && device !== undefined ? { day, device } : null
}

const newestFirst = (names: readonly string[]): string[] => names.toSorted().toReversed()

/** The backups of this device that newer ones replace, of all names in a folder. */
export const replacedBackups = (names: readonly string[], device: string): string[] =>
  newestFirst(names.filter((name) => backupNamed(name)?.device === device)).slice(KEPT_BACKUPS)

/** The newest backup of each other device, newest first. */
export function backupsOfOthers(names: readonly string[], device: string): string[] {
  const seen = new Set([device])
  return newestFirst(names.filter((name) => backupNamed(name))).filter((name) => {
    const other = backupNamed(name)?.device as string
    const isNewest = !seen.has(other)
    seen.add(other)
    return isNewest
  })
}
