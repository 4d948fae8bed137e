import type { Watchable } from '../../domain/watchable'
import { watchStores } from './changes'
import type { StoreName } from './schema'

/**
 * The answer of a query, now and again after each change of the stores that it reads. Answers come in order; changes
 * while the database is being asked lead to one more question.
 */
export const live = <Answer>(
  stores: readonly { name: StoreName }[],
  ask: () => Promise<Answer>,
): Watchable<Answer> => ({
  subscribe: ({ next, error }) => {
    const names = new Set(stores.map(({ name }) => name))
    let isOver = false
    let asking = false
    let isStale = false
    const settle = (tell: () => void) => {
      asking = false
      try {
        if (!isOver) tell()
      } finally {
        if (!isOver && isStale) query()
      }
    }
    const query = () => {
      isStale = asking
      if (asking) return
      asking = true
      Promise.resolve()
        .then(ask)
        .then(
          (answer) => settle(() => next(answer)),
          (reason: unknown) => settle(() => error(reason)),
        )
    }
    const stop = watchStores((written) => {
      if (written.some((name) => names.has(name))) query()
    })
    query()
    return {
      unsubscribe: () => {
        isOver = true
        stop()
      },
    }
  },
})
