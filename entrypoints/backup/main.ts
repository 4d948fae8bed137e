/**
 * A page without a window, which Chromium's worker opens to write a backup: a worker cannot make a file by itself. Its
 * hash holds the head of the file. It answers with the URL of the file, which lasts until the page is closed.
 */
import type { ExportHead } from '../../domain/file/export-file'
import { BACKUP_CHANNEL, type BackupAnswer } from '../../platform/backup-channel'
import { UNWATCHED, wholeFile } from '../../storage/bulk/weekly-backup'

const head = JSON.parse(decodeURIComponent(location.hash.slice(1))) as ExportHead
const channel = new BroadcastChannel(BACKUP_CHANNEL)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
const answer = (what: BackupAnswer) => channel.postMessage(what)

wholeFile(head, UNWATCHED).then(
  (content) => answer({ url: URL.createObjectURL(content) }),
  (error: unknown) => answer({ failed: String(error) }),
)
