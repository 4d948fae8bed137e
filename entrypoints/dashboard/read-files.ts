import type { Bulk } from '../../domain/file/bulk'
import { MOST_BYTES } from '../../domain/file/export-file'
import type { AnyReading, ReadingFor } from '../../domain/file/read-any'
import { joinParts } from '../../domain/file/reading-parts'
import type { ReadAnswer, ReadAsk } from './read-files-thread'

/**
 * Reads files on a thread of its own, so that the page answers meanwhile. Rejects with the signal's `AbortError` as soon
 * as it is cancelled, and with the browser's error if the thread fails, as when memory does not suffice.
 */
export function readFiles(
  files: readonly File[],
  by: Omit<ReadingFor, 'offsetAt'>,
  { onProgress, signal }: Bulk,
): Promise<AnyReading> {
  if (files.some(({ size }) => size > MOST_BYTES)) return Promise.resolve({ refused: 'too_big', detail: '' })
  signal.throwIfAborted()
  const thread = new Worker(new URL('read-files-thread.ts', import.meta.url), { type: 'module' })
  const reading = new Promise<AnyReading>((resolve, reject) => {
    const join = joinParts()
    const ask = (what: ReadAsk) => thread.postMessage(what, [])
    thread.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
      if ('done' in data) return onProgress(data.done)
      if ('failed' in data) return reject(new Error(data.failed))
      const whole = join(data)
      if (whole) resolve(whole)
      else ask('next')
    })
    thread.addEventListener('error', ({ message }) => reject(new Error(message)))
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    ask({ files, ...by })
  })
  return reading.finally(() => thread.terminate())
}
