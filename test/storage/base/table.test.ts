import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { watchStores } from '../../../storage/base/changes'
import type { Database } from '../../../storage/base/db'
import type { StoreName } from '../../../storage/base/schema'
import { freshDatabase, loosely } from '../../fixtures/fresh-tables'

interface Row {
  id: string
  n?: number
}
interface Total {
  source: string
  day: string
  surface: string
  ms?: number
}

let db: Database
beforeEach(() => {
  db = freshDatabase()
})
afterEach(() => db.delete())

const spans = (of = db) => loosely<Row>(of, 'spans')
const state = (of = db) => loosely<object>(of, 'state')
const log = (of = db) => loosely<{ at: number; n?: number }, number>(of, 'log')
const totals = (of = db) => loosely<Total, [string, string, string]>(of, 'totals')

const notStorable = () => undefined

/** The stores that were announced as written while the work ran. */
async function announced(work: () => Promise<unknown>): Promise<StoreName[]> {
  const heard: StoreName[] = []
  const stop = watchStores((stores) => heard.push(...stores))
  await work()
  stop()
  return heard
}

describe('get', () => {
  test('of a key without a row is undefined', async () => {
    expect(await spans().get('a')).toBeUndefined()
    expect(await log().get(1)).toBeUndefined()
  })

  test('by a compound key returns the row of just this key', async () => {
    await totals().bulkPut([
      { source: 'a', day: '1', surface: 'x', ms: 1 },
      { source: 'a', day: '1', surface: 'y', ms: 2 },
    ])
    expect(await totals().get(['a', '1', 'y'])).toMatchObject({ ms: 2 })
  })

  test('in bulk returns rows in the order of the keys, undefined for those without a row', async () => {
    await spans().bulkPut([{ id: 'a' }, { id: 'b' }])
    expect(await spans().bulkGet(['b', 'x', 'a', 'b'])).toEqual([
      { id: 'b' },
      undefined,
      { id: 'a' },
      { id: 'b' },
    ])
    expect(await spans().bulkGet([])).toEqual([])
  })

  test('of what is no key rejects, alone and after other keys', async () => {
    await expect(spans().get(null as never)).rejects.toMatchObject({ name: 'DataError' })
    await expect(spans().bulkGet(['a', null as never])).rejects.toMatchObject({ name: 'DataError' })
  })
})

describe('put', () => {
  test('of a row with its own key returns the key and takes the place of the earlier row', async () => {
    await spans().put({ id: 'a', n: 1 })
    expect(await spans().put({ id: 'a' })).toBe('a')
    expect(await spans().toArray()).toEqual([{ id: 'a' }])
  })

  test('into a store without own keys needs a key', async () => {
    expect(await state().put({ n: 1 }, 'now')).toBe('now')
    await expect(state().put({ n: 2 })).rejects.toMatchObject({ name: 'DataError' })
    expect(await state().toArray()).toEqual([{ n: 1 }])
  })

  test('with a key beside the own key of the row rejects', async () => {
    await expect(spans().put({ id: 'a' }, 'b')).rejects.toMatchObject({ name: 'DataError' })
    expect(await spans().count()).toBe(0)
  })

  test('into a numbered store returns the number, which no later row gets again', async () => {
    expect(await log().put({ at: 7 })).toBe(1)
    expect(await log().add({ at: 5 })).toBe(2)
    await log().clear()
    expect(await log().put({ at: 1 })).toBe(3)
  })

  test('with a number replaces the row of this number', async () => {
    const key = await log().put({ at: 7 })
    expect(await log().put({ at: 8 }, key)).toBe(key)
    expect(await log().toArray()).toEqual([{ at: 8 }])
  })
})

describe('add', () => {
  test('of a known key rejects and keeps the earlier row', async () => {
    await spans().add({ id: 'a', n: 1 })
    await expect(spans().add({ id: 'a', n: 2 })).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await spans().toArray()).toEqual([{ id: 'a', n: 1 }])
  })

  test('in bulk with a known key writes none of the rows', async () => {
    await spans().add({ id: 'b', n: 1 })
    const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    await expect(spans().bulkAdd(rows)).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await spans().toArray()).toEqual([{ id: 'b', n: 1 }])
  })

  test('in bulk with a known key last rejects as well', async () => {
    await spans().add({ id: 'b' })
    await expect(spans().bulkAdd([{ id: 'a' }, { id: 'b' }])).rejects.toMatchObject({
      name: 'ConstraintError',
    })
  })
})

describe('rows in bulk', () => {
  test('are put with the keys at their places', async () => {
    await state().bulkPut([{ n: 1 }, { n: 2 }], ['now', 'used'])
    expect(await state().get('now')).toEqual({ n: 1 })
    expect(await state().get('used')).toEqual({ n: 2 })
  })

  test('return their keys in the order of the rows', async () => {
    expect(await spans().putAll([{ id: 'b' }, { id: 'a' }])).toEqual(['b', 'a'])
    expect(await log().putAll([{ at: 9 }, { at: 3 }])).toEqual([1, 2])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['bulkPut', () => spans().bulkPut([{ id: 'a' }, { id: 'b', n: notStorable as never }])],
    ['bulkAdd', () => spans().bulkAdd([{ id: 'a' }, { id: 'b', n: notStorable as never }])],
    ['putAll', () => spans().putAll([{ id: 'a' }, { id: 'b', n: notStorable as never }])],
  ])('with one that cannot be stored are not written (%s)', async (_name, write) => {
    await expect(write()).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await spans().count()).toBe(0)
  })

  test('of none write nothing, so nothing is announced', async () => {
    const heard = await announced(async () => {
      await spans().bulkPut([])
      await spans().bulkAdd([])
      await spans().bulkDelete([])
      expect(await spans().putAll([])).toEqual([])
    })
    expect(heard).toEqual([])
    expect(await announced(() => spans().bulkPut([{ id: 'a' }]))).toEqual(['spans'])
  })
})

describe('change', () => {
  test('of a row changes only the named fields', async () => {
    await spans().bulkPut([
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ])
    await spans().change('a', { n: 2 })
    expect(await spans().toArray()).toEqual([
      { id: 'a', n: 2 },
      { id: 'b', n: 1 },
    ])
  })

  test('of a missing row adds none', async () => {
    await spans().change('a', { n: 2 })
    await log().change(1, { n: 2 })
    expect(await spans().count()).toBe(0)
    expect(await log().count()).toBe(0)
  })

  test('works where rows do not hold their own keys', async () => {
    const key = await log().add({ at: 1 })
    await log().change(key, { n: 2 })
    expect(await log().toArray()).toEqual([{ at: 1, n: 2 }])
    await state().put({ a: 1, b: 1 }, 'now')
    await state().change('now', { b: 2 })
    expect(await state().get('now')).toEqual({ a: 1, b: 2 })
  })
})

describe('delete', () => {
  test('of keys deletes their rows and no others, known or not', async () => {
    await spans().bulkPut(['a', 'b', 'c', 'd'].map((id) => ({ id })))
    await spans().delete('a')
    await spans().delete('x')
    await spans().bulkDelete(['x', 'c', 'c'])
    expect(await spans().primaryKeys()).toEqual(['b', 'd'])
  })

  test('of what is no key rejects and deletes nothing', async () => {
    await spans().bulkPut(['a', 'b'].map((id) => ({ id })))
    await expect(spans().delete(undefined as never)).rejects.toMatchObject({ name: 'DataError' })
    await expect(spans().bulkDelete(['a', undefined as never])).rejects.toMatchObject({ name: 'DataError' })
    expect(await spans().count()).toBe(2)
  })

  test('of all rows leaves the other stores', async () => {
    await spans().put({ id: 'a' })
    await log().put({ at: 1 })
    await spans().clear()
    expect([await spans().count(), await log().count()]).toEqual([0, 1])
  })
})

test('a store knows its name, and whether its rows hold their own keys', () => {
  expect(spans().name).toBe('spans')
  expect(db.tables.filter(({ hasOwnKeys }) => !hasOwnKeys).map(({ name }) => name)).toEqual([
    'state',
    'ratings',
    'overrides',
    'guard',
    'backup',
    'log',
  ])
})
