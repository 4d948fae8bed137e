import { liveQuery } from 'dexie'
import type { Watchable } from '../../domain/watchable'

/** Dexie keeps silent about a database that does not open; whoever watches has to know. */
const told = (error: unknown): Error => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return new Error(message || name, { cause: error })
}

/** What a question to the database answers, now and whenever the answer changes. */
export const live = <Answer>(ask: () => Promise<Answer>): Watchable<Answer> =>
  liveQuery(async () => {
    try {
      return await ask()
    } catch (error) {
      throw told(error)
    }
  })
