/** When a backup is due, how its file is named, and which files in a folder it replaces. */
import { type Day, DAY_MS, isDay, MINUTE_MS } from '../time/local-time'

/** How often a backup goes to the downloads, where each file stays, and to a folder, where only the newest do. */
export const EVERY_MS = { downloads: 7 * DAY_MS, folder: DAY_MS } as const

/** How many backups of a device stay in its folder. */
export const KEPT_BACKUPS = 5

/** A page that was closed while it saved leaves the backup to a page that is opened after this time. */
const TRYING_MS = 10 * MINUTE_MS

/** The length of `zeitwert-2026-11-26`. */
const PREFIX = 19

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
  /** The last backup in each folder, the newest last. */
  files: readonly BackupFile[]
  /** When one began that has not ended yet, epoch ms. */
  trying: number | null
}

const isFile = (value: unknown): value is BackupFile => {
  const { at, name, folder } = (value ?? {}) as Record<string, unknown>
  return Number.isFinite(at) && typeof name === 'string' && (folder === null || typeof folder === 'string')
}

/** Whether a stored value is a mark. */
export function isBackupMark(value: unknown): value is BackupMark {
  const { since, files, trying } = (value ?? {}) as Record<string, unknown>
  const isTrying = trying === null || Number.isFinite(trying)
  return Number.isFinite(since) && isTrying && Array.isArray(files) && files.every(isFile)
}

/** The mark before the first backup. */
export const freshMark = (since: number): BackupMark => ({ since, files: [], trying: null })

/** The mark once a file was saved. */
export const markWith = (mark: BackupMark, file: BackupFile): BackupMark => ({
  ...mark,
  files: [...mark.files.filter(({ folder }) => folder !== file.folder), file],
  trying: null,
})

/** A place for backups, and how often one goes there. */
export interface BackupRhythm {
  folder: string | null
  everyMs: number
}

const lastIn = ({ since, files }: BackupMark, { folder }: BackupRhythm): number =>
  files.find((file) => file.folder === folder)?.at ?? since

/** When the next backup is due: some time after the last one there or, without any, after the beginning. Epoch ms. */
export const backupDueAt = (mark: BackupMark, place: BackupRhythm): number =>
  lastIn(mark, place) + place.everyMs

/** Whether a backup is due at `now`. A mark that lies as far in the future comes from a clock that was wrong. */
export function isBackupDue(mark: BackupMark, place: BackupRhythm, now: number): boolean {
  const isTrying = mark.trying !== null && Math.abs(now - mark.trying) < TRYING_MS
  const dueAt = backupDueAt(mark, place)
  return !isTrying && (now >= dueAt || now < dueAt - 2 * place.everyMs)
}

/** `zeitwert-2026-11-26-1a2b3c4d.json`: the files of several computers can lie in one folder. */
export const backupName = (day: Day, device: string): string => `zeitwert-${day}-${device}.json`

/** The day and the device in the name of a backup, also of its second copy; null for other names. */
export function backupNamed(name: string): { day: Day; device: string } | null {
  const [, day, device] = /^zeitwert-(\d{4}-\d{2}-\d{2})-([\da-f]{8})(?: ?\(\d+\))?\.json$/.exec(name) ?? []
  return isDay(day) && device !== undefined ? { day, device } : null
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** The newest first, by the day in their names. A copy comes after its original. */
const newestFirst = (names: readonly string[]): string[] =>
  names.toSorted((a, b) => byText(b.slice(0, PREFIX), a.slice(0, PREFIX)) || byText(b, a))

/**
 * The backups that the one just saved replaces, of all names in a folder: older ones of its device beyond the newest.
 * Those with a later day, from a clock that was wrong, go first.
 */
export function replacedBackups(names: readonly string[], saved: string): string[] {
  const { device, day: today } = backupNamed(saved) ?? { device: '', day: '' }
  const own = names.flatMap((name) => {
    const named = backupNamed(name)
    const isExact = named !== null && name === backupName(named.day, named.device)
    return isExact && named.device === device && name !== saved ? { name, day: named.day } : []
  })
  const before = newestFirst(own.filter(({ day }) => day <= today).map(({ name }) => name))
  const after = newestFirst(own.filter(({ day }) => day > today).map(({ name }) => name))
  return [...before, ...after].slice(KEPT_BACKUPS - 1)
}

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
