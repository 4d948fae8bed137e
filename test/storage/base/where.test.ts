import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../storage/base/db'
import { FIRST_KEY, LAST_KEY, type Where } from '../../../storage/base/table'
import { freshDatabase, loosely } from '../../fixtures/fresh-tables'

interface Row {
  id: string
  day?: string
  surface?: string
}

let db: Database
beforeEach(async () => {
  db = freshDatabase()
  await spans().bulkPut([
    { id: 'e', day: '1', surface: 'x' },
    { id: 'd', day: '2', surface: 'x' },
    { id: 'c', day: '2', surface: 'y' },
    { id: 'b', day: '3', surface: 'x' },
    { id: 'a' },
  ])
})
afterEach(() => db.delete())

const spans = () => loosely<Row>(db, 'spans')
const idsOf = (rows: readonly Row[]): string => rows.map(({ id }) => id).join('')

type Select = (where: Where<Row, string>) => ReturnType<Where<Row, string>['equals']>

test.each<[what: string, field: string, select: Select, ids: string]>([
  ['equal to a value', 'day', (where) => where.equals('2'), 'cd'],
  ['equal to a value that no row has', 'day', (where) => where.equals('9'), ''],
  ['above a value', 'day', (where) => where.above('2'), 'b'],
  ['above or equal to a value', 'day', (where) => where.aboveOrEqual('2'), 'cdb'],
  ['below a value', 'day', (where) => where.below('2'), 'e'],
  ['below or equal to a value', 'day', (where) => where.belowOrEqual('2'), 'ecd'],
  ['between values, without the upper one', 'day', (where) => where.between('1', '3'), 'ecd'],
  ['between values, both included', 'day', (where) => where.between('1', '3', true, true), 'ecdb'],
  ['between values, both excluded', 'day', (where) => where.between('1', '3', false, false), 'cd'],
  ['between values, without the lower one', 'day', (where) => where.between('1', '3', false, true), 'cdb'],
  ['between a value and itself, included', 'day', (where) => where.between('2', '2', true, true), 'cd'],
  ['between a value and itself, one excluded', 'day', (where) => where.between('2', '2', true, false), ''],
  ['between a value and itself, the other', 'day', (where) => where.between('2', '2', false, true), ''],
  ['between a value and itself, excluded', 'day', (where) => where.between('2', '2', false, false), ''],
  ['between values the wrong way round', 'day', (where) => where.between('3', '1', true, true), ''],
  ['between all keys', 'day', (where) => where.between(FIRST_KEY, LAST_KEY, true, true), 'ecdb'],
  ['by their own key', 'id', (where) => where.aboveOrEqual('c'), 'cde'],
  ['by their key under the name of all keys', ':id', (where) => where.below('c'), 'ab'],
  ['by a compound index', '[surface+day]', (where) => where.between(['x', '1'], ['x', '3']), 'ed'],
  ['by the first part of it', '[surface+day]', (where) => where.between(['x'], ['x', []]), 'edb'],
])('rows %s are found in the order of the field', async (_what, field, select, ids) => {
  const found = () => select(spans().where(field))
  expect(idsOf(await found().toArray())).toBe(ids)
  expect((await found().primaryKeys()).join('')).toBe(ids)
  expect(await found().count()).toBe(ids.length)
  expect(idsOf(await found().backwards().toArray())).toBe([...ids].toReversed().join(''))
})

test('rows of a compound key are found by the key and by its parts', async () => {
  const totals = loosely<{ source: string; day: string; surface: string }, string[]>(db, 'totals')
  await totals.bulkPut(
    ['a', 'b'].flatMap((source) => ['1', '2'].map((day) => ({ source, day, surface: 's' }))),
  )
  const where = totals.where('[source+day+surface]')
  expect(await where.equals(['a', '2', 's']).primaryKeys()).toEqual([['a', '2', 's']])
  expect(await where.between(['a'], ['a', []]).count()).toBe(2)
  expect(await totals.where('day').equals('1').primaryKeys()).toEqual([
    ['a', '1', 's'],
    ['b', '1', 's'],
  ])
})

test('what is no key is an error, not a range of all rows', () => {
  expect(() =>
    spans()
      .where('day')
      .equals(undefined as never),
  ).toThrow()
  expect(() =>
    spans()
      .where('day')
      .between(undefined as never, '1'),
  ).toThrow()
})

describe('a field that is neither the key nor an index', () => {
  test.each<[string, () => unknown]>([
    ['where', () => spans().where('origin').equals('x')],
    ['orderBy', () => spans().orderBy('origin')],
    ['anyOf', () => spans().anyOf('origin', ['x'])],
    ['keysOf', () => spans().keysOf('origin')],
    ['where a part of the key is meant', () => loosely(db, 'usage').where('rule').equals('x')],
  ])('is an error that names store and field (%s)', async (_what, ask) => {
    await expect((async () => ask())()).rejects.toThrow(/^The store \w+ has no index \w+\.$/)
  })
})

describe('anyOf', () => {
  test('returns rows in the order of the field, whatever the order of the values', async () => {
    expect(idsOf(await spans().anyOf('day', ['3', '1', '2']))).toBe('ecdb')
    expect(idsOf(await spans().anyOf('id', ['c', 'x', 'a']))).toBe('ac')
  })

  test('returns each row once for repeated values, also compound ones', async () => {
    expect(idsOf(await spans().anyOf('day', ['2', '2', '9', '2']))).toBe('cd')
    const values = [
      ['x', '1'],
      ['x', '1'],
    ]
    expect(idsOf(await spans().anyOf('[surface+day]', values))).toBe('e')
  })

  test('of no values is empty', async () => {
    expect(await spans().anyOf('day', [])).toEqual([])
  })

  test('of what is no key rejects and returns no rows', async () => {
    await expect(spans().anyOf('day', [undefined as never])).rejects.toThrow()
    await expect(spans().anyOf('day', ['1', null as never])).rejects.toThrow()
  })
})

test('the values of a field are returned once each, in order', async () => {
  expect(await spans().keysOf('day')).toEqual(['1', '2', '3'])
  expect(await spans().keysOf('id')).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('rows in the order of a field leave out those without it', async () => {
  expect(idsOf(await spans().orderBy('day').toArray())).toBe('ecdb')
  expect(idsOf(await spans().orderBy('id').toArray())).toBe('abcde')
  expect(idsOf(await spans().toArray())).toBe('abcde')
})
