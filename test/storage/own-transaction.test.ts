/** Work in a transaction asks only that transaction. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { askedBeside } from '../fixtures/asked-beside'
import { sourcesIn } from '../fixtures/sources'

const root = dirname(dirname(import.meta.dirname))

const found = (text: string) => askedBeside([{ path: 'a.ts', text }])

describe('this test', () => {
  test.each<[what: string, text: string, found: string[]]>([
    ['a question to the database', 'const f = (tx: Tables) => db.days.get(1)', ['a.ts:1 db']],
    ['one beside a default', 'const f = (tx: Tables = db) => db.days.get(1)', ['a.ts:1 db']],
    ['one in a callback', "db.transaction('rw', [db.days], (tx) => db.days.get(1))", ['a.ts:1 db']],
    [
      'one in work that names no tables',
      "db.transaction('rw', [db.days], () => db.days.get(1))",
      ['a.ts:1 db'],
    ],
    ['one in work by another name', "db.transaction('r', [db.days], (t) => db.days.get(1))", ['a.ts:1 db']],
    ['one in a step of an import', 'atOnce(async () => void (await db.days.get(1)))', ['a.ts:1 db']],
    ['one in a function within', 'const f = (tx: Tables) => [1].map((n) => db.days.get(n))', ['a.ts:1 db']],
    ['a transaction in another', 'const f = (tx: Tables) => db.transaction()', ['a.ts:1 db']],
    ['a store by its name', "const f = (tx: Tables) => db.table('days')", ['a.ts:1 db']],
    ['the database for the transaction', 'const f = (tx: Tables) => g(db)', ['a.ts:1 db']],
    ['a storage area', 'const f = async (tx: Tables) => browser.storage.local.get()', ['a.ts:1 browser']],
    ['a lock', 'const f = (tx: Tables) => navigator.locks.request()', ['a.ts:1 navigator']],
    [
      'a function that could be given the transaction',
      'const g = (n: number, tx: Tables = db) => tx.days.get(n)\nconst f = (tx: Tables) => g(1)',
      ['a.ts:2 g()'],
    ],
    [
      'a function that asks through another',
      'async function h() { await db.days.get(1) }\nconst g = () => h()\nconst f = (tx: Tables) => g()',
      ['a.ts:3 g()'],
    ],
  ])('finds %s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each<[what: string, text: string]>([
    ['a question to the transaction', 'const f = (tx: Tables) => tx.days.get(1)'],
    ['the names of stores', 'const f = (tx: Tables) => g([db.days, ...db.tables], db.days)'],
    ['the database outside', 'const f = () => db.days.get(1)'],
    ['a function that is given the transaction', 'const g = (tx = db) => 1\nconst f = (tx: Tables) => g(tx)'],
    ['a field of that name', 'const f = (tx: Tables) => tx.browser + tx.db'],
    ['what another parameter names', 'const f = (tx: Tables) => rows.some(({ browser }) => browser)'],
    ['a function that asks nothing', 'const g = () => 1\nconst f = (tx: Tables) => g()'],
  ])('passes %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })
})

test('in storage, work in a transaction asks nothing else, by itself or through functions', () => {
  const files = sourcesIn(root, 'storage')
    .filter((path) => !path.startsWith('storage/base/') || path === 'storage/base/lock.ts')
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
  expect(files.length).toBeGreaterThan(40)
  expect(askedBeside(files)).toEqual([])
})
