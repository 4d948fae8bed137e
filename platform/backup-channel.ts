/** What the worker and the page that writes a backup tell each other. */
import type { ExportHead } from '../domain/file/export-file'

export const BACKUP_CHANNEL = 'zeitwert-backup'

export interface ToBackupPage {
  head: ExportHead
}

export type ToWorker = 'ready' | { url: string } | { failed: string }
