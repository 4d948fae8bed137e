import { describe, expect, test } from 'vitest'
import { devicesToMerge, isOutdated } from '../../../domain/devices/from-file'
import type { DeviceParts } from '../../../domain/devices/item'

const deviceWith = (id: string, seq: number | null, more: Partial<DeviceParts> = {}): DeviceParts => ({
  id,
  use: seq === null ? null : { name: id, seq, runs: [], at: 0, rows: [], sessions: {} },
  words: [],
  weeks: [],
  totals: [],
  isErased: false,
  ...more,
})

const OWN = '00000000'
const OTHER = '11111111'
const merged = (seq: number | null, area: DeviceParts[] = [], known: [string, number][] = []) =>
  devicesToMerge([deviceWith(OTHER, seq)], area, OWN, new Map(known)).length

describe('a device of a file', () => {
  test('is merged if it is not known, and again if its number is the same', () => {
    expect(merged(3)).toBe(1)
    expect(merged(3, [], [[OTHER, 3]])).toBe(1)
    expect(merged(3, [deviceWith(OTHER, 3)])).toBe(1)
  })

  test('is left out if it is this one', () => {
    expect(devicesToMerge([deviceWith(OWN, 9)], [], OWN, new Map())).toEqual([])
  })

  test('is left out if it is known to have said something later, from a file or in the area', () => {
    expect(merged(3, [], [[OTHER, 4]])).toBe(0)
    expect(merged(3, [deviceWith(OTHER, 4)])).toBe(0)
    expect(merged(5, [deviceWith(OTHER, 4)], [[OTHER, 4]])).toBe(1)
  })

  test('is left out if it was erased since, or if nobody can tell how old it is', () => {
    expect(merged(3, [deviceWith(OTHER, null, { isErased: true })])).toBe(0)
    expect(merged(null)).toBe(0)
  })
})

test('a device in the area is outdated only if it said something later elsewhere', () => {
  const known = new Map([[OTHER, 4]])
  expect(isOutdated(deviceWith(OTHER, 3), known)).toBe(true)
  expect(isOutdated(deviceWith(OTHER, 4), known)).toBe(false)
  expect(isOutdated(deviceWith(OTHER, null, { isErased: true }), known)).toBe(false)
})
