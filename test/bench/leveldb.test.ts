import { describe, expect, test } from 'vitest'
import { batchesIn, batchesSince } from './tools/leveldb'

const BLOCK = 32_768
const HEADER = 7
const CHECKSUM = [0, 0, 0, 0]
const TYPES = { full: 1, first: 2, middle: 3, last: 4 }

const record = (type: keyof typeof TYPES, length: number): number[] => [
  ...CHECKSUM,
  length & 255,
  length >> 8,
  TYPES[type],
  ...Array.from({ length }, () => 1),
]
const log = (...parts: number[][]): Uint8Array => Uint8Array.from(parts.flat())

describe('write batches in a log', () => {
  test('an empty log holds none', () => {
    expect(batchesIn(log())).toBe(0)
  })

  test('each whole record is one, an empty one too', () => {
    expect(batchesIn(log(record('full', 20), record('full', 0), record('full', 300)))).toBe(3)
  })

  test('a record across three blocks is one', () => {
    const room = BLOCK - HEADER
    expect(batchesIn(log(record('first', room), record('middle', room), record('last', 9)))).toBe(1)
  })

  test('the end of a block without room for a header is skipped', () => {
    const almostFull = record('full', BLOCK - HEADER - 6)
    expect(batchesIn(log(almostFull, [0, 0, 0, 0, 0, 0], record('full', 5)))).toBe(2)
  })

  test('room that is allocated and not written yet holds none', () => {
    expect(
      batchesIn(
        log(
          record('full', 20),
          Array.from({ length: 500 }, () => 0),
        ),
      ),
    ).toBe(1)
  })
})

test('writes since an earlier count include those in a new log', () => {
  const before = new Map([['a/000003.log', 7]])
  const after = new Map([...before, ['a/000003.log', 9] as const, ['a/000005.log', 4] as const])
  expect(batchesSince(before, after)).toBe(6)
})
