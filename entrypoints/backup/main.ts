/**
 * A page without a window, which Chromium's worker opens to write a backup: a worker cannot make a file by itself. It
 * asks for the head of the file, and answers with the URL of the file, which lasts until the page is closed.
 */
import { BACKUP_CHANNEL, type ToBackupPage, type ToWorker } from '../../platform/backup-channel'
import { UNWATCHED, wholeFile } from '../../storage/bulk/weekly-backup'

const channel = new BroadcastChannel(BACKUP_CHANNEL)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
const tell = (what: ToWorker) => channel.postMessage(what)

channel.addEventListener('message', ({ data }: MessageEvent<ToBackupPage>) => {
  wholeFile(data.head, UNWATCHED).then(
    (content) => tell({ url: URL.createObjectURL(content) }),
    (error: unknown) => tell({ failed: String(error) }),
  )
})
tell('ready')
