import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../storage/base/db'
import { freshDatabase, loosely } from '../../fixtures/fresh-tables'

interface Row {
  id: string
  day: string
  n: number
}

let db: Database
beforeEach(async () => {
  db = freshDatabase()
  await spans().bulkPut([
    { id: 'a', day: '3', n: 1 },
    { id: 'b', day: '2', n: 2 },
    { id: 'c', day: '2', n: 3 },
    { id: 'd', day: '1', n: 4 },
  ])
})
afterEach(() => db.delete())

const spans = () => loosely<Row>(db, 'spans')
const all = () => spans().all()
const idsOf = (rows: readonly Row[]): string => rows.map(({ id }) => id).join('')
const isEven = ({ n }: Row) => n % 2 === 0
const isAboveOne = ({ n }: Row) => n > 1

describe('a filter', () => {
  test('keeps the rows that it wants, in their order', async () => {
    expect(idsOf(await spans().filter(isEven).toArray())).toBe('bd')
    expect(idsOf(await spans().orderBy('day').filter(isEven).toArray())).toBe('db')
  })

  test('after another keeps the rows that both want', async () => {
    const both = () =>
      spans()
        .filter(isAboveOne)
        .filter(({ n }) => n < 4)
    expect(idsOf(await both().toArray())).toBe('bc')
    expect(await both().count()).toBe(2)
    expect(await both().primaryKeys()).toEqual(['b', 'c'])
    expect(idsOf(await both().filter(isEven).toArray())).toBe('b')
  })

  test('on a range looks only at rows of the range', async () => {
    const seen: string[] = []
    const inRange = spans().where('day').equals('2')
    await inRange.filter(({ id }) => seen.push(id) > 0).toArray()
    expect(seen).toEqual(['b', 'c'])
  })

  test('leaves the selection that it was made from as it was', async () => {
    const before = all()
    before.filter(isEven).limit(1).backwards()
    expect(await before.count()).toBe(4)
  })

  test('that throws rejects with its error', async () => {
    const broken = spans().filter(() => {
      throw new Error('broken')
    })
    await expect(broken.toArray()).rejects.toThrow('broken')
    await expect(broken.delete()).rejects.toThrow('broken')
    expect(await spans().count()).toBe(4)
  })
})

describe('a limit', () => {
  test.each([
    [0, ''],
    [1, 'a'],
    [3, 'abc'],
    [9, 'abcd'],
  ])('of %d returns no more rows', async (most, ids) => {
    const some = all().limit(most)
    expect(idsOf(await some.toArray())).toBe(ids)
    expect((await some.primaryKeys()).join('')).toBe(ids)
    expect(await some.count()).toBe(ids.length)
  })

  test('counts only the rows that a filter wants', async () => {
    expect(idsOf(await spans().filter(isEven).limit(2).toArray())).toBe('bd')
  })

  test('backwards returns the last rows first', async () => {
    expect(idsOf(await all().backwards().limit(2).toArray())).toBe('dc')
    expect(idsOf(await spans().orderBy('day').backwards().toArray())).toBe('acbd')
    expect(idsOf(await all().backwards().backwards().toArray())).toBe('abcd')
  })
})

describe('the first and the last row', () => {
  test('are those in the order of the selection', async () => {
    expect((await all().first())?.id).toBe('a')
    expect((await all().last())?.id).toBe('d')
    expect((await spans().orderBy('day').first())?.id).toBe('d')
    expect((await spans().orderBy('day').last())?.id).toBe('a')
    expect((await spans().where('day').equals('2').last())?.id).toBe('c')
    expect(
      (
        await spans()
          .filter(({ n }) => n < 4)
          .last()
      )?.id,
    ).toBe('c')
  })

  test('change places backwards', async () => {
    expect((await all().backwards().first())?.id).toBe('d')
    expect((await all().backwards().last())?.id).toBe('a')
  })

  test('of nothing are undefined', async () => {
    expect(await spans().where('day').equals('9').first()).toBeUndefined()
    expect(await spans().where('day').between('3', '1').last()).toBeUndefined()
  })
})

describe('deleting a selection', () => {
  test.each<[what: string, select: () => ReturnType<typeof all>, kept: string, deleted: number]>([
    ['all rows', () => all(), '', 4],
    ['a range by the key', () => spans().where('id').between('b', 'd'), 'ad', 2],
    ['a range by an index', () => spans().where('day').aboveOrEqual('2'), 'd', 3],
    ['a range that is empty', () => spans().where('day').between('3', '1', true, true), 'abcd', 0],
    ['a range without rows', () => spans().where('day').above('3'), 'abcd', 0],
    ['what a filter wants', () => all().filter(isEven), 'ac', 2],
    ['what a filter wants of a range', () => spans().where('day').equals('2').filter(isEven), 'acd', 1],
    ['the last row', () => all().backwards().limit(1), 'abc', 1],
    ['none of them', () => all().limit(0), 'abcd', 0],
  ])('of %s leaves the others and returns how many it was', async (_what, select, kept, deleted) => {
    expect(await select().delete()).toBe(deleted)
    expect(idsOf(await spans().toArray())).toBe(kept)
  })
})

const doubled = (row: Row): Row => ({ ...row, n: row.n * 10 })

describe('replacing a selection', () => {
  test('changes its rows alone and returns how many it was', async () => {
    expect(await spans().where('day').equals('2').filter(isEven).replace(doubled)).toBe(1)
    expect((await spans().toArray()).map(({ n }) => n)).toEqual([1, 20, 3, 4])
    expect(await all().replace(doubled)).toBe(4)
    expect((await spans().toArray()).map(({ n }) => n)).toEqual([10, 200, 30, 40])
  })

  test('of an empty range changes nothing', async () => {
    expect(await spans().where('day').between('3', '1').replace(doubled)).toBe(0)
    expect((await spans().toArray()).map(({ n }) => n)).toEqual([1, 2, 3, 4])
  })

  test('keeps the numbers of rows that do not hold them', async () => {
    const log = loosely<{ at: number }, number>(db, 'log')
    const keys = await log.putAll([{ at: 1 }, { at: 2 }])
    await log
      .where('at')
      .equals(2)
      .replace(() => ({ at: 3 }))
    expect(await log.bulkGet(keys)).toEqual([{ at: 1 }, { at: 3 }])
  })

  test('replaces a row once that moves ahead in the index', async () => {
    const log = loosely<{ at: number }, number>(db, 'log')
    await log.bulkPut([{ at: 1 }, { at: 2 }])
    const moved = log
      .where('at')
      .between(0, 9)
      .replace(({ at }) => ({ at: at + 3 }))
    expect(await moved).toBe(2)
    expect(await log.toArray()).toEqual([{ at: 4 }, { at: 5 }])
  })

  test('with a row of another key rejects and changes nothing', async () => {
    const before = await spans().toArray()
    const replaced = all().replace((row) => (row.id === 'b' ? { ...row, id: 'x' } : doubled(row)))
    await expect(replaced).rejects.toMatchObject({ name: 'DataError' })
    expect(await spans().toArray()).toEqual(before)
  })
})
