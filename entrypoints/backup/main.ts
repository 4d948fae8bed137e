/**
 * A page without a window, which Chromium's worker opens to write a backup: a worker cannot make a file by itself. It
 * asks for the head of the file, and answers with the URL of the file, which lasts until the page is closed.
 */
import { openBackupChannel, type ToBackupPage, type ToWorker } from '../../platform/backup-channel'
import { UNWATCHED, wholeFile } from '../../storage/bulk/weekly-backup'

const worker = openBackupChannel<ToWorker, ToBackupPage>(({ head }) => {
  wholeFile(head, UNWATCHED).then(
    (content) => worker.say({ url: URL.createObjectURL(content) }),
    (error: unknown) => worker.say({ failed: String(error) }),
  )
})
worker.say('ready')
