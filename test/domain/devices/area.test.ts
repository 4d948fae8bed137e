import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AREA,
  areaBytes,
  fitting,
  itemBytes,
  mayWrite,
  type SealedItem,
  waitAfterMs,
} from '../../../domain/devices/area'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'

const item = (key: string, bytes: number, canWait = true): SealedItem => ({
  key,
  value: 'x'.repeat(bytes - key.length - 2),
  canWait,
})
const week = (number: number, bytes = 5000) => item(`days${number}`, bytes)
const NOBODY = { bytes: 0, items: 0, devices: 0 }
const bytesOf = (items: readonly SealedItem[]): number =>
  items.reduce((sum, { key, value }) => sum + itemBytes(key, value), 0)

test('an item counts as both engines count it: its key, and its value as JSON', () => {
  expect(itemBytes('key', 'value')).toBe(3 + 7)
  expect(areaBytes({ key: 'value', other: { a: 1 } })).toBe(10 + 5 + 7)
  expect(areaBytes({})).toBe(0)
})

describe('what fits', () => {
  test('everything of a device that is alone', () => {
    const items = [item('use', 3000, false), item('words0', 7000, false), week(1), week(2)]
    expect(fitting(items, NOBODY)).toEqual(items)
  })

  test('26 weeks at most', () => {
    const items = Array.from({ length: 30 }, (_, number) => week(number, 100))
    expect(fitting(items, NOBODY)).toEqual(items.slice(0, 26))
  })

  test('the weeks share what is left with the other devices, the latest first', () => {
    const items = [item('use', 4000, false), ...Array.from({ length: 20 }, (_, number) => week(number))]
    // (102,400 − 8192) / 3 − 4000 bytes
    expect(fitting(items, { bytes: 0, items: 0, devices: 2 })).toEqual(items.slice(0, 1 + 5))
  })

  test('the weeks leave room for others, also beyond their share', () => {
    const items = [item('use', 4000, false), week(1), week(2)]
    expect(fitting(items, { bytes: 85_000, items: 9, devices: 1 })).toEqual(items.slice(0, 2))
    expect(fitting(items, { bytes: 98_000, items: 9, devices: 1 })).toEqual(items.slice(0, 1))
  })

  test('a week after one that does not fit is left out, too: there are no gaps', () => {
    const items = [week(1, 8000), week(2, 8000), week(3, 100)]
    expect(fitting(items, { bytes: 85_000, items: 9, devices: 0 })).toEqual(items.slice(0, 1))
  })

  test('a week that no item can hold is left out', () => {
    expect(fitting([week(1), week(2, AREA.bytesOfItem + 1)], NOBODY)).toEqual([week(1)])
    expect(fitting([week(2, AREA.bytesOfItem)], NOBODY)).toEqual([week(2, AREA.bytesOfItem)])
  })

  test('the area can be full to the last byte', () => {
    expect(fitting([item('use', 4000, false)], { ...NOBODY, bytes: AREA.bytes - 4000 })).toHaveLength(1)
    expect(fitting([item('use', 4001, false)], { ...NOBODY, bytes: AREA.bytes - 4000 })).toBeNull()
  })

  test('the area can be full to the last item', () => {
    expect(fitting([item('use', 100, false)], { ...NOBODY, items: AREA.items - 1 })).toHaveLength(1)
    expect(fitting([item('use', 100, false)], { ...NOBODY, items: AREA.items })).toBeNull()
  })

  test('weeks leave the last items to what cannot wait', () => {
    const items = [item('use', 100, false), week(1, 100), week(2, 100)]
    expect(fitting(items, { ...NOBODY, items: AREA.items - 2 })).toEqual(items.slice(0, 2))
  })

  test('use and the words that fit are sent if some do not fit, but no weeks', () => {
    const items = [
      item('use', 4000, false),
      item('words0', 7000, false),
      item('words1', 900, false),
      week(1, 100),
    ]
    expect(fitting(items, { ...NOBODY, bytes: AREA.bytes - 5000 })).toEqual([items[0], items[2]])
    expect(fitting([item('use', 100, false), item('words0', 9000, false)], NOBODY)).toEqual([
      item('use', 100, false),
    ])
  })

  test('words do not go without use', () => {
    const items = [item('use', 4000, false), item('words0', 900, false)]
    expect(fitting(items, { ...NOBODY, bytes: AREA.bytes - 2000 })).toBeNull()
    expect(fitting([item('use', AREA.bytesOfItem + 1, false), items[1]!], NOBODY)).toBeNull()
  })

  test('never more than the area, nor than an item holds', () => {
    const items = fc.array(fc.tuple(fc.integer({ min: 20, max: 9000 }), fc.boolean()), { maxLength: 40 })
    const others = fc.record({
      bytes: fc.integer({ min: 0, max: AREA.bytes }),
      items: fc.integer({ min: 0, max: AREA.items }),
      devices: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(items, others, (sizes, there) => {
        const planned = sizes.map(([bytes, canWait], number) => item(`item${number}`, bytes, canWait))
        const fit = fitting(planned, there)
        if (fit === null) return
        expect(there.bytes + bytesOf(fit)).toBeLessThanOrEqual(AREA.bytes)
        expect(there.items + fit.length).toBeLessThanOrEqual(AREA.items)
        for (const one of fit) expect(itemBytes(one.key, one.value)).toBeLessThanOrEqual(AREA.bytesOfItem)
        expect(planned).toEqual(expect.arrayContaining(fit))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a device may write', () => {
  const AT = Date.UTC(2026, 10, 25)

  test('the first time at once, then once a minute', () => {
    expect(mayWrite(null, 0, AT)).toBe(true)
    expect(mayWrite(AT, 0, AT + MINUTE_MS - 1)).toBe(false)
    expect(mayWrite(AT, 0, AT + MINUTE_MS)).toBe(true)
  })

  test.each([
    [1, 2],
    [2, 4],
    [5, 32],
    [6, 60],
    [7, 60],
    [2000, 60],
  ])('after %i refusals in a row after %i min', (refused, minutes) => {
    expect(waitAfterMs(refused)).toBe(minutes * MINUTE_MS)
    expect(mayWrite(AT, refused, AT + minutes * MINUTE_MS - 1)).toBe(false)
    expect(mayWrite(AT, refused, AT + minutes * MINUTE_MS)).toBe(true)
  })

  test('at once after a clock that was set back by a year, and not after one set back by a second', () => {
    expect(mayWrite(AT, 9, AT - 365 * DAY_MS)).toBe(true)
    expect(mayWrite(AT, 9, AT - HOUR_MS)).toBe(true)
    expect(mayWrite(AT, 0, AT - 1000)).toBe(false)
  })
})
