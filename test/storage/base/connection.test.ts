import { forceCloseDatabase } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Database, database } from '../../../storage/base/db'
import { answered } from '../../../storage/base/request'
import { loosely } from '../../fixtures/fresh-tables'

let name = ''
let count = 0
let db: Database
beforeEach(() => {
  name = `connection-${(count += 1)}`
  db = database(name)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await db.delete()
})

const spans = (of = db) => loosely(of, 'spans')
const putOne = (of = db) => spans(of).put({ id: 'a' })
const opens = () => vi.spyOn(indexedDB, 'open')

/** The next attempt to open the database fails. */
function failOnce(error: Error) {
  return opens().mockImplementationOnce(() => {
    const request = Object.assign(new EventTarget(), { error })
    queueMicrotask(() => request.dispatchEvent(new Event('error')))
    return request as unknown as IDBOpenDBRequest
  })
}

/** Another connection to the database, as another version of the extension would have it. */
async function openedElsewhere(version?: number, upgrade?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  request.addEventListener('upgradeneeded', () => upgrade?.(request.result))
  return answered(request)
}

describe('the database', () => {
  test('is opened by its first query, not before', async () => {
    const open = opens()
    db.spans.where('day').equals('x')
    expect(open).not.toHaveBeenCalled()
    await spans().count()
    expect(open).toHaveBeenCalledOnce()
  })

  test('is opened once for many queries at once and later ones', async () => {
    const open = opens()
    await Promise.all([
      spans().count(),
      putOne(),
      db.transaction('r', [db.log], (tx) => tx.log.count()),
      db.open(),
    ])
    await spans().count()
    expect(open).toHaveBeenCalledOnce()
  })

  test('that did not open fails all queries that waited, and the next query tries again', async () => {
    const open = failOnce(new DOMException('full', 'QuotaExceededError'))
    const waiting = await Promise.allSettled([spans().count(), putOne()])
    expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(open).toHaveBeenCalledOnce()
    expect(await putOne()).toBe('a')
    expect(open).toHaveBeenCalledTimes(2)
  })

  test('that is refused on the spot is tried again, too', async () => {
    opens().mockImplementationOnce(() => {
      throw new DOMException('no', 'SecurityError')
    })
    await expect(spans().count()).rejects.toMatchObject({ name: 'SecurityError' })
    expect(await spans().count()).toBe(0)
  })
})

describe('another connection', () => {
  test('that deletes the database is not blocked, and the next query begins a new one', async () => {
    await putOne()
    const deleting = indexedDB.deleteDatabase(name)
    const blocked = vi.fn()
    deleting.addEventListener('blocked', blocked)
    await answered(deleting)
    expect(blocked).not.toHaveBeenCalled()
    expect(await spans().count()).toBe(0)
    expect(await putOne()).toBe('a')
  })

  test('that upgrades the database is not blocked, and queries go on in the newer version', async () => {
    await putOne()
    const newer = await openedElsewhere(90, (of) => of.createObjectStore('newer'))
    newer.close()
    expect(await spans().toArray()).toEqual([{ id: 'a' }])
    await spans().put({ id: 'b' })
    expect(await spans().count()).toBe(2)
  })

  test('that deletes the database through another instance is not blocked', async () => {
    const other = database(name)
    await putOne()
    expect(await spans(other).count()).toBe(1)
    await other.delete()
    expect(await spans().count()).toBe(0)
  })
})

describe('a database of a newer version', () => {
  test('is read and written, and keeps its version and stores', async () => {
    await putOne()
    db.close()
    const made = await openedElsewhere(90, (of) => of.createObjectStore('newer'))
    made.close()
    const again = database(name)
    await spans(again).put({ id: 'b' })
    expect(await spans(again).primaryKeys()).toEqual(['a', 'b'])
    again.close()
    const after = await openedElsewhere()
    expect(after.version).toBe(90)
    expect(after.objectStoreNames.contains('newer')).toBe(true)
    after.close()
  })
})

describe('closing', () => {
  test('lets the next query open the database again', async () => {
    const open = opens()
    await putOne()
    db.close()
    db.close()
    expect(await spans().count()).toBe(1)
    expect(open).toHaveBeenCalledTimes(2)
  })

  test('while it is being opened lets waiting queries end, and closes', async () => {
    const close = vi.spyOn(IDBDatabase.prototype, 'close')
    const waiting = putOne()
    db.close()
    expect(await waiting).toBe('a')
    expect(close).toHaveBeenCalledOnce()
    expect(await spans().count()).toBe(1)
    expect(close).toHaveBeenCalledOnce()
  })

  test('before anything was opened does nothing', async () => {
    db.close()
    expect(await spans().count()).toBe(0)
  })

  test('after it did not open leaves no rejection that nobody hears', async () => {
    failOnce(new DOMException('full', 'QuotaExceededError'))
    const waiting = spans().count()
    db.close()
    await expect(waiting).rejects.toThrow('full')
    expect(await spans().count()).toBe(0)
  })

  test('for deletion while it is being opened deletes it', async () => {
    const waiting = putOne()
    await db.delete()
    await waiting
    expect(await spans().count()).toBe(0)
  })
})

describe('a connection that the browser closed without telling', () => {
  /** Transactions fail to begin, as on a connection that is closed. */
  const failToBegin = (times: number, error = new DOMException('closed', 'InvalidStateError')) => {
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction')
    for (let time = 0; time < times; time += 1)
      begin.mockImplementationOnce(() => {
        throw error
      })
    return begin
  }

  test('is opened once more for each query', async () => {
    await putOne()
    const open = opens()
    failToBegin(1)
    expect(await spans().count()).toBe(1)
    expect(open).toHaveBeenCalledOnce()
  })

  test('is opened once for many queries that saw it', async () => {
    await putOne()
    const open = opens()
    failToBegin(3)
    expect(await Promise.all([spans().count(), spans().count(), spans().count()])).toEqual([1, 1, 1])
    expect(open).toHaveBeenCalledOnce()
  })

  test('that fails again rejects, and the next query tries again', async () => {
    await putOne()
    failToBegin(2)
    await expect(spans().count()).rejects.toMatchObject({ name: 'InvalidStateError' })
    expect(await spans().count()).toBe(1)
  })

  test('is not opened again for other errors', async () => {
    await putOne()
    const open = opens()
    failToBegin(1, new DOMException('no such store', 'NotFoundError'))
    await expect(spans().count()).rejects.toMatchObject({ name: 'NotFoundError' })
    expect(open).not.toHaveBeenCalled()
  })

  test('is opened once more if it really is closed', async () => {
    const open = opens()
    await putOne()
    const opening = open.mock.results[0]?.value as IDBOpenDBRequest
    opening.result.close()
    expect(await spans().count()).toBe(1)
    expect(open).toHaveBeenCalledTimes(2)
  })

  test('is opened again by the next query if the browser told', async () => {
    const open = opens()
    await putOne()
    const opening = open.mock.results[0]?.value as IDBOpenDBRequest
    const begin = vi.spyOn(opening.result, 'transaction')
    const told = new Promise((resolve) => {
      opening.result.addEventListener('close', resolve)
    })
    forceCloseDatabase(opening.result as never)
    await told
    expect(await spans().count()).toBe(1)
    expect(open).toHaveBeenCalledTimes(2)
    expect(begin).not.toHaveBeenCalled()
  })
})
