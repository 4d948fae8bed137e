/** A database that an earlier version wrote through Dexie, and one that this version wrote, are the same. */
import { describe, expect, test } from 'vitest'
import { database } from '../../../storage/base/db'
import { STORE_NAMES } from '../../../storage/base/schema'
import { answered } from '../../../storage/base/request'
import { DEXIE_STORES, dexieDatabase } from '../../fixtures/dexie-tables'

/** How the browser describes the stores of a database. */
async function schemaOf(name: string): Promise<{ version: number; stores: Record<string, object> }> {
  const opened = await answered(indexedDB.open(name))
  const transaction = opened.transaction([...opened.objectStoreNames], 'readonly')
  const stores = [...opened.objectStoreNames].map((storeName) => {
    const store = transaction.objectStore(storeName)
    const indexes = [...store.indexNames].map((indexName) => {
      const { name: of, keyPath, unique, multiEntry } = store.index(indexName)
      return { of, keyPath, unique, multiEntry }
    })
    return [storeName, { keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes }] as const
  })
  const { version } = opened
  opened.close()
  return { version, stores: Object.fromEntries(stores) }
}

/** A row that every store takes, and its key for stores whose rows do not hold it. */
const ROW = {
  id: 'a',
  day: '2026-11-23',
  device: 'd',
  surface: 'a.com',
  site: 'a.com',
  from: '2026-01-01',
  rule: 'r',
  at: 7,
  period: 'p',
  source: 's',
  week: '2026-11-23',
}
const KEY = 1

const allOf = (name: string) => ({ name, row: { ...ROW, note: name } })

async function writeWithDexie(name: string): Promise<void> {
  const dexie = dexieDatabase(name)
  for (const { name: store, row } of Object.keys(DEXIE_STORES).map(allOf)) {
    const table = dexie.table(store)
    await (table.schema.primKey.keyPath ? table.put(row) : table.put(row, KEY))
  }
  dexie.close()
}

async function writeWithOurs(name: string): Promise<void> {
  const ours = database(name)
  for (const { name: store, row } of STORE_NAMES.map(allOf)) {
    const table = ours.table<unknown>(store as never)
    await (table.hasOwnKeys ? table.put(row) : table.put(row, KEY))
  }
  ours.close()
}

describe.each([
  ['that Dexie wrote', writeWithDexie],
  ['that we wrote', writeWithOurs],
])('a database of version 8 %s', (what, write) => {
  const name = `schema ${what}`

  test('has the stores, keys and indexes that Dexie declares, at the version of Dexie', async () => {
    await write(name)
    await writeWithDexie('schema to compare with')
    const [found, declared] = [await schemaOf(name), await schemaOf('schema to compare with')]
    expect(found.version).toBe(80)
    expect(found.version).toBe(declared.version)
    expect(Object.keys(found.stores).toSorted()).toEqual([...STORE_NAMES].toSorted())
    for (const store of STORE_NAMES) expect(found.stores[store], store).toEqual(declared.stores[store])
  })

  test('is opened by us with all its rows, and not upgraded', async () => {
    const ours = database(name)
    for (const { name: store, row } of STORE_NAMES.map(allOf))
      expect(await ours.table<unknown>(store as never).toArray(), store).toEqual([row])
    await ours.log.add({ at: 8, type: 'ask' })
    expect(await ours.log.primaryKeys()).toEqual([1, 2])
    ours.close()
    expect((await schemaOf(name)).version).toBe(80)
  })

  test('is opened by Dexie with all its rows, and not upgraded', async () => {
    const dexie = dexieDatabase(name)
    for (const { name: store, row } of STORE_NAMES.map(allOf))
      expect((await dexie.table(store).toArray())[0], store).toEqual(row)
    await dexie.table('log').add({ at: 9, type: 'ask' })
    expect(await dexie.table('log').toCollection().primaryKeys()).toEqual([1, 2, 3])
    dexie.close()
    expect((await schemaOf(name)).version).toBe(80)
  })
})
