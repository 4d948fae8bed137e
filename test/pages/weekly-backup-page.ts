/** What the extension remembers and says of the weekly backup. */
import type { BackupMark } from '../../domain/file/weekly-backup.ts'
import { DAY_MS } from '../../domain/time/local-time.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'

export const WORDS = {
  en: { saved: 'Your browser is saving your weekly backup to your downloads', stop: 'Stop backups' },
  de: {
    saved: 'Dein Browser speichert deine wöchentliche Sicherung in deinen Downloads',
    stop: 'Nicht mehr sichern',
  },
} as const

/** What is remembered of backups. */
export const markIn = (browser: PageHost) =>
  browser.evaluate(async () => (await chrome.storage.local.get('backups'))['backups'] as BackupMark)

/** As if Zeitwert had first been opened some days ago. */
export const startedDaysAgo = (browser: PageHost, days: number) =>
  browser.evaluate(
    (since) => chrome.storage.local.set({ backups: { since, files: [], trying: null } }),
    Date.now() - days * DAY_MS,
  )
