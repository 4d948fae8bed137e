import { liveQuery } from 'dexie'
import type { Watchable } from '../../domain/watchable'

/** `liveQuery` drops errors named DatabaseClosedError and AbortError; a plain Error reaches the observer. */
const asPlainError = (error: unknown): Error => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return new Error(message || name, { cause: error })
}

/** The result of a database query, now and after each change. */
export const live = <Answer>(ask: () => Promise<Answer>): Watchable<Answer> =>
  liveQuery(async () => {
    try {
      return await ask()
    } catch (error) {
      throw asPlainError(error)
    }
  })
