import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchStores } from '../../../storage/base/changes'
import type { Database, Tables } from '../../../storage/base/db'
import { failWrites } from '../../fixtures/failing-store'
import { freshDatabase, loosely } from '../../fixtures/fresh-tables'

interface Row {
  id: string
  n?: number
}

let db: Database
let stop: () => void
let heard: string[][]
beforeEach(async () => {
  db = freshDatabase()
  await spans().bulkPut([{ id: 'a', n: 1 }])
  heard = []
  stop = watchStores((stores) => heard.push([...stores]))
})
afterEach(async () => {
  stop()
  vi.restoreAllMocks()
  await db.delete()
})

const spans = (of: Tables = db) => loosely<Row>(of, 'spans')
const log = (of: Tables = db) => loosely<object, number>(of, 'log')

/** What the stores hold when a test begins. */
const BEFORE = { spans: [{ id: 'a', n: 1 }], log: [] }
const held = async () => ({ spans: await spans().toArray(), log: await log().toArray() })

const writing = (work: (tx: Tables) => Promise<unknown>) =>
  db.transaction('rw', [db.spans, db.log], async (tx) => {
    await spans(tx).put({ id: 'b' })
    await log(tx).add({ at: 1 })
    return work(tx)
  })

const cancelled = new DOMException('cancelled', 'AbortError')
const notStorable = () => undefined

describe('a transaction whose work fails', () => {
  test.each<[how: string, error: unknown, work: (tx: Tables) => Promise<unknown>]>([
    ['an error of its own', new Error('own'), () => Promise.reject(new Error('own'))],
    ['an abort of its own', cancelled, () => Promise.reject(cancelled)],
    ['what is no error', null, () => Promise.reject(null)],
    ['a known key', { name: 'ConstraintError' }, (tx) => spans(tx).add({ id: 'a' })],
    ['what is no key', { name: 'DataError' }, (tx) => spans(tx).put({ id: null as never })],
    ['a row that cannot be stored', { name: 'DataCloneError' }, (tx) => log(tx).add({ at: notStorable })],
    [
      'a store that it does not name',
      new Error('The transaction does not include rates.'),
      (tx) => tx.rates.toArray(),
    ],
    ['a wrong row among others', { name: 'DataError' }, (tx) => spans(tx).bulkPut([{ id: 'c' }, {} as Row])],
    [
      'a wrong row in a selection',
      { name: 'DataError' },
      (tx) =>
        spans(tx)
          .all()
          .replace(() => ({ id: 'x' })),
    ],
  ])('with %s writes nothing, tells nobody, and rejects with its error', async (_how, error, work) => {
    const failed = writing(work)
    if (error instanceof Error || error === null) await expect(failed).rejects.toEqual(error)
    else await expect(failed).rejects.toMatchObject(error as object)
    expect(await held()).toEqual(BEFORE)
    expect(heard).toEqual([])
  })

  test('before anything is written rejects with its error', async () => {
    const failed = db.transaction('rw', [db.spans], () => {
      throw new Error('at once')
    })
    await expect(failed).rejects.toThrow('at once')
  })

  test('while other requests go on leaves no rejection that nobody hears', async () => {
    const failed = writing((tx) => Promise.all([spans(tx).put({ id: 'c' }), spans(tx).add({ id: 'a' })]))
    await expect(failed).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await held()).toEqual(BEFORE)
  })

  test('does not fail the next one', async () => {
    await expect(writing(() => Promise.reject(new Error('own')))).rejects.toThrow('own')
    await writing(async () => undefined)
    expect((await held()).log).toHaveLength(1)
  })
})

describe('a transaction that goes well', () => {
  test('returns what its work returns and tells once which stores were written', async () => {
    expect(await writing(async () => 7)).toBe(7)
    expect(await held()).toEqual({ spans: [{ id: 'a', n: 1 }, { id: 'b' }], log: [{ at: 1 }] })
    expect(heard).toEqual([['spans', 'log']])
  })

  test('has told of what it wrote when it is over', async () => {
    await spans().put({ id: 'c' })
    expect(heard).toEqual([['spans']])
  })

  test('tells nobody if it only read, or if it may write and did not', async () => {
    await db.transaction('r', [db.spans], (tx) => spans(tx).toArray())
    await db.transaction('rw', [db.spans, db.log], (tx) => spans(tx).where('day').above('x').count())
    await db.transaction('rw', [db.spans], async () => undefined)
    expect(heard).toEqual([])
  })

  test('reads what it wrote', async () => {
    await writing(async (tx) => {
      expect(await spans(tx).primaryKeys()).toEqual(['a', 'b'])
      await spans(tx).delete('a')
      await spans(tx).change('b', { n: 5 })
      expect(await spans(tx).toArray()).toEqual([{ id: 'b', n: 5 }])
      expect(
        await spans(tx)
          .filter(({ n }) => n === 5)
          .count(),
      ).toBe(1)
    })
  })

  test('goes on after a write that failed and was caught', async () => {
    await writing(async (tx) => {
      await expect(spans(tx).add({ id: 'a', n: 2 })).rejects.toMatchObject({ name: 'ConstraintError' })
      const several = spans(tx).bulkAdd([{ id: 'c' }, { id: 'a' }, { id: 'd' }])
      await expect(several).rejects.toMatchObject({ name: 'ConstraintError' })
    })
    expect(await spans().primaryKeys()).toEqual(['a', 'b', 'c', 'd'])
    expect(await spans().get('a')).toEqual({ id: 'a', n: 1 })
  })

  test('names each store once, however often it is given', async () => {
    await db.transaction('rw', [db.spans, db.spans], (tx) => spans(tx).put({ id: 'c' }))
    expect(await spans().count()).toBe(2)
  })
})

describe('a store that a transaction does not name', () => {
  test.each<[string, (tx: Tables) => unknown]>([
    ['as a property', (tx) => tx.rates],
    ['by name', (tx) => tx.table('rates')],
  ])('is an error that names it (%s)', async (_how, ask) => {
    const asked = db.transaction('r', [db.spans], async (tx) => ask(tx))
    await expect(asked).rejects.toThrow('The transaction does not include rates.')
  })

  test('is not among its tables', async () => {
    const names = await db.transaction('r', [db.spans, db.log], async ({ tables }) =>
      tables.map(({ name }) => name),
    )
    expect(names).toEqual(['spans', 'log'])
  })
})

test('a transaction that only reads refuses to write', async () => {
  const failed = db.transaction('r', [db.spans], (tx) => spans(tx).put({ id: 'b' }))
  await expect(failed).rejects.toMatchObject({ name: 'ReadOnlyError' })
  expect(await held()).toEqual(BEFORE)
  expect(heard).toEqual([])
})

test('a write that the browser refuses on the spot writes nothing', async () => {
  const goOn = failWrites('put', 'spans', new DOMException('full', 'QuotaExceededError'))
  await expect(spans().put({ id: 'b' })).rejects.toMatchObject({ name: 'QuotaExceededError' })
  await expect(
    spans()
      .all()
      .replace((row) => row),
  ).rejects.toMatchObject({ name: 'QuotaExceededError' })
  goOn()
  expect(await held()).toEqual(BEFORE)
})

test('of two transactions at once each sees the state before or after the other', async () => {
  const raised = () =>
    db.transaction('rw', [db.spans], async (tx) => {
      const before = await spans(tx).get('a')
      await spans(tx).put({ id: 'a', n: (before?.n ?? 0) + 1 })
      await spans(tx).put({ id: 'b', n: (before?.n ?? 0) + 1 })
    })
  const seen = async () => {
    const rows = await db.transaction('r', [db.spans], (tx) => spans(tx).bulkGet(['a', 'b']))
    return rows.map((row) => row?.n ?? 1)
  }
  const [, first, , second] = await Promise.all([raised(), seen(), raised(), seen()])
  for (const [a, b] of [first, second]) expect(a).toBe(b)
  expect(await seen()).toEqual([3, 3])
})
