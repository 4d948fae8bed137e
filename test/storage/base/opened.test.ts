/** What happens when the database is opened: the work that comes first, and an upgrade that fails. */
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Database, database } from '../../../storage/base/db'
import { answered } from '../../../storage/base/request'
import { failWrites } from '../../fixtures/failing-store'
import { loosely } from '../../fixtures/fresh-tables'

let name = ''
let count = 0
let db: Database
beforeEach(() => {
  name = `opened-${(count += 1)}`
  db = database(name)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await db.delete()
})

const spans = () => loosely(db, 'spans')

describe('work to be done when the database was opened', () => {
  test('comes before every query, also those that wait', async () => {
    const order: string[] = []
    db.onOpened(async (opened) => {
      order.push('begun')
      await loosely(opened, 'spans').put({ id: 'first' })
      await opened.transaction('rw', [db.log], (tx) => tx.log.add({ at: 1, type: 'ask' }))
      order.push('done')
    })
    const queries = [spans().primaryKeys(), spans().primaryKeys()]
    const seen = await Promise.all(queries.map((keys) => keys.finally(() => order.push('query'))))
    expect(seen).toEqual([['first'], ['first']])
    expect(order).toEqual(['begun', 'done', 'query', 'query'])
    expect(await db.log.count()).toBe(1)
  })

  test('is done again each time it is opened, and only then', async () => {
    const work = vi.fn(async () => undefined)
    db.onOpened(work)
    await spans().count()
    await spans().count()
    expect(work).toHaveBeenCalledOnce()
    db.close()
    await spans().count()
    expect(work).toHaveBeenCalledTimes(2)
  })

  test('that fails rejects the query, closes the database, and is done again by the next query', async () => {
    const close = vi.spyOn(IDBDatabase.prototype, 'close')
    const work = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('not yet'))
    db.onOpened(work)
    await expect(spans().count()).rejects.toThrow('not yet')
    expect(close).toHaveBeenCalledOnce()
    expect(await spans().count()).toBe(0)
    expect(work).toHaveBeenCalledTimes(2)
  })
})

describe('an upgrade that fails', () => {
  const rule = { id: 'r', rule: { id: 'r' } }

  /** A database of version 6, whose upgrade writes. */
  async function old(): Promise<void> {
    const dexie = new Dexie(name)
    dexie.version(6).stores({ limits: 'id', log: '++, at', usage: '[rule+day], day', state: '', guard: '' })
    await dexie.table('limits').put(rule)
    await dexie.table('usage').put({ rule: 'r', day: 'd', amount: null })
    dexie.close()
  }

  async function isAsBefore(): Promise<void> {
    const opened = await answered(indexedDB.open(name))
    expect(opened.version).toBe(60)
    expect([...opened.objectStoreNames]).toEqual(['guard', 'limits', 'log', 'state', 'usage'])
    opened.close()
  }

  test('rejects with the cause and leaves the old database; the next query tries again', async () => {
    await old()
    const goOn = failWrites('put', 'usage', new Error('cannot write'))
    await expect(spans().count()).rejects.toThrow('cannot write')
    goOn()
    await isAsBefore()
    expect(await db.usage.toArray()).toEqual([{ rule: 'r', day: 'd', amount: null, currency: null }])
  })

  test('because the browser aborted it rejects with what the browser says', async () => {
    await old()
    const update = IDBCursor.prototype.update
    vi.spyOn(IDBCursor.prototype, 'update').mockImplementation(function full(this: IDBCursor, row) {
      const request = update.call(this, row)
      const { transaction } = this.source as IDBObjectStore
      ;(transaction as unknown as { _abort: (error: string) => void })._abort('QuotaExceededError')
      return request
    })
    await expect(spans().count()).rejects.toMatchObject({ name: 'QuotaExceededError' })
    vi.restoreAllMocks()
    await isAsBefore()
  })

  test('while stores are made leaves no database', async () => {
    vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementationOnce(() => {
      throw new DOMException('cannot make stores', 'UnknownError')
    })
    await expect(spans().count()).rejects.toThrow('cannot make stores')
    expect((await indexedDB.databases()).map((of) => of.name)).not.toContain(name)
    expect(await spans().count()).toBe(0)
  })
})

test('an upgrade removes an index that is no longer declared and adds those that are missing', async () => {
  const dexie = new Dexie(name)
  dexie.version(5).stores({ spans: 'id, surface', log: '++' })
  await dexie.table('spans').put({ id: 'a', day: '1', surface: 's' })
  dexie.close()
  expect(await loosely(db, 'spans').where('day').equals('1').primaryKeys()).toEqual(['a'])
  db.close()
  const opened = await answered(indexedDB.open(name))
  const { indexNames } = opened.transaction('spans').objectStore('spans')
  expect([...indexNames]).toEqual(['[surface+day]', 'day', 'site'])
  opened.close()
})
