/** Changes are told to this page and, through a channel, to all others. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announceWritten, watchStores } from '../../../storage/base/changes'
import { type Database, database } from '../../../storage/base/db'
import { freshDatabase, loosely } from '../../fixtures/fresh-tables'
import { otherPage } from '../../fixtures/other-page'

let db: Database
let elsewhere: ReturnType<typeof otherPage>
beforeEach(() => {
  db = freshDatabase()
  elsewhere = otherPage()
})
afterEach(async () => {
  elsewhere.close()
  await db.delete()
})

/** The next change that this page hears of. */
const change = (): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const stop = watchStores((stores) => {
      stop()
      resolve(stores)
    })
  })

test('a transaction that wrote tells other pages which stores, once it is complete', async () => {
  const told = elsewhere.hears()
  await db.transaction('rw', [db.spans, db.log, db.days], async (tx) => {
    await loosely(tx, 'spans').put({ id: 'a' })
    await tx.log.add({ at: 1, type: 'ask' })
    await tx.days.count()
  })
  expect(await told).toEqual(['spans', 'log'])
})

test('each kind of write tells other pages', async () => {
  const spans = loosely(db, 'spans')
  const writes: (() => Promise<unknown>)[] = [
    () => spans.put({ id: 'a' }),
    () => spans.add({ id: 'b' }),
    () => spans.bulkPut([{ id: 'c' }]),
    () => spans.bulkAdd([{ id: 'd' }]),
    () => spans.putAll([{ id: 'e' }]),
    () => spans.change('a', { n: 1 }),
    () => spans.all().replace((row) => row),
    () => spans.filter(({ id }) => id === 'a').delete(),
    () => spans.delete('b'),
    () => spans.bulkDelete(['c']),
    () => spans.clear(),
  ]
  for (const write of writes) {
    const told = elsewhere.hears()
    await write()
    expect(await told).toEqual(['spans'])
  }
})

test('what another page tells is heard here', async () => {
  const heard = change()
  elsewhere.writes('rates', 'log')
  expect(await heard).toEqual(['rates', 'log'])
})

test('what is written here is heard here before the write returns, and not again through the channel', async () => {
  const heard: (readonly string[])[] = []
  const stop = watchStores((stores) => heard.push(stores))
  await loosely(db, 'spans').put({ id: 'a' })
  expect(heard).toEqual([['spans']])
  const last = change()
  elsewhere.writes('rates')
  await last
  stop()
  expect(heard).toEqual([['spans'], ['rates']])
})

test('an instance of the same database hears what another wrote', async () => {
  const heard = change()
  const name = 'two-instances'
  const [one, two] = [database(name), database(name)]
  await loosely(one, 'spans').put({ id: 'a' })
  expect(await heard).toEqual(['spans'])
  expect(await two.spans.count()).toBe(1)
  one.close()
  await two.delete()
})

test('who stopped watching hears nothing more', () => {
  const heard: unknown[] = []
  const stop = watchStores((stores) => heard.push(stores))
  announceWritten(['log'])
  stop()
  announceWritten(['log'])
  expect(heard).toEqual([['log']])
})
