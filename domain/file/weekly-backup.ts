/** When the weekly backup is due, and how its file is named. */
import { type Day, DAY_MS } from '../time/local-time'

const WEEK_MS = 7 * DAY_MS

/** A file that holds everything, as it was handed to the browser. */
export interface BackupFile {
  /** Epoch ms. */
  at: number
  name: string
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
  const { at, name } = (last ?? {}) as Record<string, unknown>
  return Number.isFinite(since) && (last === null || (Number.isFinite(at) && typeof name === 'string'))
}

/** When the next backup is due: a week after the last one or, without any, after the beginning. Epoch ms. */
export const backupDueAt = ({ since, last }: BackupMark): number => (last?.at ?? since) + WEEK_MS

/** Whether a backup is due at `now`. A mark more than a week in the future comes from a clock that was wrong. */
export const isBackupDue = (mark: BackupMark, now: number): boolean =>
  now >= backupDueAt(mark) || now < backupDueAt(mark) - 2 * WEEK_MS

/** `zeitwert-2026-11-26-1a2b3c4d.json`: the files of several computers can lie in one folder. */
export const backupName = (day: Day, device: string): string => `zeitwert-${day}-${device}.json`
