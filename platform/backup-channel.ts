/** How the page that writes a backup answers the worker. */
export const BACKUP_CHANNEL = 'zeitwert-backup'

export type BackupAnswer = { url: string } | { failed: string }
