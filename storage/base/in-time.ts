import { ownError } from '../../domain/own-error'

/** A database that works answers in milliseconds; one that is blocked may never. */
const LIMIT_MS = 2_000

/** How long to wait for a database that did not answer the last time. */
export const KNOWN_TO_FAIL_MS = 250

/**
 * Rejects when the work takes too long. The work goes on all the same, for nothing can stop it: before it
 * writes it has to ask `isLate`, and give up if so.
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
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
