import { useRef, useState } from 'preact/hooks'
import type { Bulk } from '../../domain/file/bulk'
import { t } from '../../platform/i18n'
import { reasonOf } from '../page/describe-trouble'

export type BulkState =
  | { state: 'idle' }
  | { state: 'running'; words: string; done: number; cancel: (() => void) | null }
  | { state: 'done'; words: string }
  | { state: 'failed'; detail: string }

/**
 * Runs `work` with the words `during`, then shows `after`; `cancellable` work gets a Cancel button.
 * Resolves to its result, or to null where it failed, was cancelled or never began.
 */
export type Run = <Result>(
  words: { during: string; after: string | ((result: Result) => string) },
  work: (bulk: Bulk) => Promise<Result>,
  cancellable?: boolean,
) => Promise<{ result: Result } | null>

/** Runs one bulk operation at a time and holds its progress, its result and the function that cancels it. */
export function useBulk(): [bulk: BulkState, run: Run] {
  const [bulk, setBulk] = useState<BulkState>({ state: 'idle' })
  const isRunning = useRef(false)

  const run: Run = async ({ during, after }, work, cancellable = true) => {
    if (isRunning.current) return null
    isRunning.current = true
    const stop = new AbortController()
    const onProgress = (done: number) => {
      const isCancelled = stop.signal.aborted
      const words = isCancelled ? t('data_cancelling') : during
      setBulk({ state: 'running', words, done, cancel: cancellable && !isCancelled ? cancel : null })
    }
    const cancel = () => {
      stop.abort()
      onProgress(0)
    }
    onProgress(0)
    try {
      const result = await work({ onProgress, signal: stop.signal })
      const words = typeof after === 'string' ? after : after(result)
      setBulk(words === '' ? { state: 'idle' } : { state: 'done', words })
      return { result }
    } catch (error) {
      setBulk(
        stop.signal.aborted && (error as Error).name === 'AbortError'
          ? { state: 'done', words: t('data_cancelled') }
          : { state: 'failed', detail: reasonOf(error) },
      )
      return null
    } finally {
      isRunning.current = false
    }
  }
  return [bulk, run]
}
