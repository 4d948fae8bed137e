import { ownError } from '../../domain/own-error'

/** A working database answers in milliseconds; a blocked one may never answer. */
const LIMIT_MS = 2_000

/** The shorter limit for a database that failed to answer last time. */
export const KNOWN_TO_FAIL_MS = 250

/**
 * Rejects when the work takes longer than the limit. Nothing can stop work that has begun, so before it
 * commits a write it must check `isLate` and give up if true.
 */
export function inTime<Result>(
  work: (isLate: () => boolean) => Promise<Result>,
  limitMs = LIMIT_MS,
): Promise<Result> {
  let late = false
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      late = true
      reject(ownError('error_database_silent'))
    }, limitMs)
    work(() => late)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject)
  })
}
