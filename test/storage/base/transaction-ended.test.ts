/** Transactions that the browser ends before their work does. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchStores } from '../../../storage/base/changes'
import type { Database, Tables } from '../../../storage/base/db'
import { freshDatabase, loosely } from '../../fixtures/fresh-tables'

interface Row {
  id: string
}

let db: Database
let stop: () => void
let heard: string[][]
beforeEach(async () => {
  db = freshDatabase()
  await spans().put({ id: 'a' })
  heard = []
  stop = watchStores((stores) => heard.push([...stores]))
})
afterEach(async () => {
  stop()
  vi.restoreAllMocks()
  await db.delete()
})

const spans = (of: Tables = db) => loosely<Row>(of, 'spans')
const keys = () => spans().primaryKeys()

const writing = (work: (tx: Tables) => Promise<unknown>) =>
  db.transaction('rw', [db.spans, db.log], async (tx) => {
    await spans(tx).put({ id: 'b' })
    return work(tx)
  })

/** Another transaction on a store that is being written begins once that transaction is over. */
const elsewhere = () => spans().count()

describe('work that waits for something else than its transaction', () => {
  test('fails if it writes afterwards', async () => {
    const failed = db.transaction('rw', [db.spans], async (tx) => {
      await elsewhere()
      await spans(tx).put({ id: 'b' })
    })
    await expect(failed).rejects.toMatchObject({ name: expect.stringMatching(/InvalidState|Inactive/) })
    expect(await keys()).toEqual(['a'])
  })

  test('fails if it may write and ends later, and what it wrote before is told', async () => {
    await expect(writing(elsewhere)).rejects.toThrow('The transaction ended before its work.')
    expect(heard).toEqual([['spans']])
  })

  test('after its last answer is none of its business if it only reads', async () => {
    const read = db.transaction('r', [db.spans], async (tx) => {
      const rows = await spans(tx).toArray()
      await elsewhere()
      return rows
    })
    expect(await read).toEqual([{ id: 'a' }])
  })
})

/** Lets a transaction know why it was aborted only once it says that it was. */
function tellLate(transaction: IDBTransaction): void {
  let [cause, isTold] = [null as DOMException | null, false]
  transaction.addEventListener('abort', () => (isTold = true))
  Object.defineProperty(transaction, 'error', {
    get: () => (isTold ? cause : null),
    set: (error: DOMException) => {
      cause = error
    },
  })
}

describe.each([
  ['asked', false],
  ['asked, and tells why later', true],
  ['answered', false],
] as const)('a transaction that the browser aborts once a write is %s', (when, isLate) => {
  beforeEach(() => {
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(this: IDBObjectStore, ...row) {
      const request = put.apply(this, row)
      if (isLate) tellLate(this.transaction)
      // What a full disk does, while it is written or when all is committed.
      const abort = () =>
        (this.transaction as unknown as { _abort: (name: string) => void })._abort('QuotaExceededError')
      if (when === 'answered') request.addEventListener('success', abort)
      else abort()
      return request
    })
  })

  test('rejects with the cause, writes nothing and tells nobody', async () => {
    await expect(spans().put({ id: 'b' })).rejects.toMatchObject({ name: 'QuotaExceededError' })
    await expect(writing(async () => undefined)).rejects.toMatchObject({ name: 'QuotaExceededError' })
    expect(await keys()).toEqual(['a'])
    expect(heard).toEqual([])
  })

  test('rejects with the cause if its work asks for more', async () => {
    const failed = writing((tx) => spans(tx).toArray())
    await expect(failed).rejects.toMatchObject({ name: 'QuotaExceededError' })
  })

  test('rejects with the cause if its work caught what it saw', async () => {
    const failed = db.transaction('rw', [db.spans], async (tx) => {
      await spans(tx)
        .put({ id: 'b' })
        .catch(() => undefined)
    })
    await expect(failed).rejects.toMatchObject({ name: 'QuotaExceededError' })
  })

  test('rejects with an error of the work itself', async () => {
    const failed = db.transaction('rw', [db.spans], async (tx) => {
      await spans(tx)
        .put({ id: 'b' })
        .catch(() => undefined)
      throw new Error('own')
    })
    await expect(failed).rejects.toThrow('own')
  })
})
