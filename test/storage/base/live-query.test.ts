import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { announceWritten } from '../../../storage/base/changes'
import type { Database } from '../../../storage/base/db'
import { live } from '../../../storage/base/live-query'
import { freshDatabase, loosely } from '../../fixtures/fresh-tables'
import { otherPage } from '../../fixtures/other-page'

let db: Database
let stop: () => void = () => undefined
beforeEach(() => {
  db = freshDatabase()
})
afterEach(async () => {
  stop()
  await db.delete()
})

const spans = () => loosely(db, 'spans')

/** Watches a query whose questions the test answers itself. */
function questions() {
  const open: { answer: (value: string) => void; fail: (error: Error) => void }[] = []
  const ask = vi.fn(
    () =>
      new Promise<string>((resolve, reject) => {
        open.push({ answer: resolve, fail: reject })
      }),
  )
  const [next, error] = [vi.fn(), vi.fn()]
  const { unsubscribe } = live([db.spans, db.days], ask).subscribe({ next, error })
  stop = unsubscribe
  const shift = async () => {
    await vi.waitFor(() => expect(open).not.toEqual([]))
    return open.shift()!
  }
  return {
    ask,
    error,
    heard: () => next.mock.calls.flat() as string[],
    answer: async (value: string) => (await shift()).answer(value),
    fail: async (reason: Error) => (await shift()).fail(reason),
  }
}

/** Lets all that follows from answers that were given happen: none of it waits for more than promises. */
const settled = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })

describe('a live query', () => {
  test('answers once without any change', async () => {
    const { ask, heard, answer } = questions()
    await answer('first')
    await settled()
    expect(heard()).toEqual(['first'])
    expect(ask).toHaveBeenCalledOnce()
  })

  test('asks again after a change of each store that it names, and not of others', async () => {
    const { ask, heard, answer } = questions()
    await answer('first')
    await settled()
    announceWritten(['rates', 'log'])
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    announceWritten(['spans'])
    await answer('second')
    await settled()
    announceWritten(['rates', 'days'])
    await answer('third')
    await settled()
    expect(heard()).toEqual(['first', 'second', 'third'])
  })

  test('asks again after a change on another page', async () => {
    const elsewhere = otherPage()
    const { heard, answer } = questions()
    await answer('first')
    await settled()
    elsewhere.writes('days')
    await answer('second')
    await settled()
    elsewhere.close()
    expect(heard()).toEqual(['first', 'second'])
  })

  test('asks once more after many changes during a question, and tells both answers in order', async () => {
    const { ask, heard, answer } = questions()
    await settled()
    for (let time = 0; time < 5; time += 1) announceWritten(['spans'])
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    await answer('first')
    await settled()
    expect(ask).toHaveBeenCalledTimes(2)
    announceWritten(['days'])
    await answer('second')
    await answer('third')
    await settled()
    expect(heard()).toEqual(['first', 'second', 'third'])
    expect(ask).toHaveBeenCalledTimes(3)
  })

  test('does not ask again for changes of other stores during a question', async () => {
    const { ask, answer } = questions()
    announceWritten(['rates'])
    await answer('first')
    await settled()
    expect(ask).toHaveBeenCalledOnce()
  })
})

describe('a live query that fails', () => {
  test('tells the error and asks again after the next change', async () => {
    const { error, heard, answer, fail } = questions()
    await fail(new Error('broken'))
    await settled()
    expect(error.mock.calls).toEqual([[new Error('broken')]])
    announceWritten(['spans'])
    await answer('second')
    await settled()
    expect(heard()).toEqual(['second'])
    expect(error).toHaveBeenCalledOnce()
  })

  test('asks again at once for a change during the question', async () => {
    const { heard, answer, fail } = questions()
    await settled()
    announceWritten(['spans'])
    await fail(new Error('broken'))
    await answer('second')
    await settled()
    expect(heard()).toEqual(['second'])
  })

  test('on the spot tells the error, too', async () => {
    const error = vi.fn()
    const broken = () => {
      throw new Error('on the spot')
    }
    stop = live([db.spans], broken).subscribe({ next: vi.fn(), error }).unsubscribe
    expect(error).not.toHaveBeenCalled()
    await settled()
    expect(error.mock.calls).toEqual([[new Error('on the spot')]])
  })
})

test('an observer that throws does not lose a change during the question', async () => {
  const [listeners, thrown] = [process.listeners('unhandledRejection'), vi.fn()]
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', thrown)
  const ask = vi.fn(async () => ask.mock.calls.length)
  const next = vi.fn().mockImplementationOnce(() => {
    throw new Error('in the observer')
  })
  stop = live([db.spans], ask).subscribe({ next, error: vi.fn() }).unsubscribe
  announceWritten(['spans'])
  await settled()
  process.removeAllListeners('unhandledRejection')
  for (const listener of listeners) process.on('unhandledRejection', listener)
  expect(next.mock.calls).toEqual([[1], [2]])
  expect(String(thrown.mock.calls)).toContain('in the observer')
})

describe('nothing is told', () => {
  test('after the end, whether a question is open or not', async () => {
    const { ask, heard, answer } = questions()
    await answer('first')
    await settled()
    announceWritten(['spans'])
    await settled()
    announceWritten(['spans'])
    stop()
    await answer('second')
    await settled()
    announceWritten(['spans'])
    await settled()
    expect(ask).toHaveBeenCalledTimes(2)
    expect(heard()).toEqual(['first'])
  })

  test('of an error that comes after the end', async () => {
    const { error, fail } = questions()
    await settled()
    stop()
    await fail(new Error('late'))
    await settled()
    expect(error).not.toHaveBeenCalled()
  })

  test('after the end that the observer itself makes', async () => {
    const next = vi.fn(() => stop())
    const ask = vi.fn(async () => announceWritten(['spans']))
    stop = live([db.spans], ask).subscribe({ next, error: next }).unsubscribe
    await settled()
    expect(next).toHaveBeenCalledOnce()
    expect(ask).toHaveBeenCalledOnce()
  })
})

describe('a live query on the database', () => {
  const watched = () => {
    const next = vi.fn()
    const ask = vi.fn(() => spans().primaryKeys())
    stop = live([db.spans], ask).subscribe({ next, error: next }).unsubscribe
    const tells = (keys: string[]) => vi.waitFor(() => expect(next.mock.lastCall).toEqual([keys]))
    return { next, ask, tells }
  }

  test('tells the rows again after each write, by a transaction or without one', async () => {
    const { next, tells } = watched()
    await tells([])
    await spans().put({ id: 'a' })
    await tells(['a'])
    await db.transaction('rw', [db.spans], async (tx) => {
      await loosely(tx, 'spans').delete('a')
      await loosely(tx, 'spans').put({ id: 'b' })
    })
    await tells(['b'])
    expect(next).toHaveBeenCalledTimes(3)
  })

  test('asks nothing after a transaction that was rolled back, only read, or wrote no rows', async () => {
    const { ask, tells } = watched()
    await tells([])
    const failed = db.transaction('rw', [db.spans], async (tx) => {
      await loosely(tx, 'spans').put({ id: 'a' })
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    await db.transaction('rw', [db.spans], (tx) => tx.spans.toArray())
    await db.transaction('r', [db.spans], (tx) => tx.spans.toArray())
    await spans().bulkPut([])
    await settled()
    expect(ask).toHaveBeenCalledOnce()
  })
})
