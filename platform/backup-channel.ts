/** How the worker and the page that writes a backup talk to each other. */
import type { ExportHead } from '../domain/file/export-file'

export interface ToBackupPage {
  head: ExportHead
}

export type ToWorker = 'ready' | { url: string } | { failed: string }

/** Opens one end of the channel: `hear` gets what the other end says. */
export function openBackupChannel<Said, Heard>(hear: (what: Heard) => void) {
  const channel = new BroadcastChannel('zeitwert-backup')
  channel.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data))
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    say: (what: Said) => channel.postMessage(what),
    close: () => channel.close(),
  }
}
