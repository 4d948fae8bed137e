import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DAYS_OF_USE,
  type DeviceLine,
  MOST_RUNS,
  plusCounted,
  runsOf,
  type Sent,
  sharedUse,
  withoutCounted,
  withSent,
} from '../../../domain/devices/lineage'
import { usageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { addDays } from '../../../domain/time/local-time'
import { TODAY } from './word-of'

const row = (ms: number, more: Partial<UsageRow> = {}): UsageRow => ({
  rule: 'abc',
  day: TODAY,
  ms,
  opens: 0,
  amount: null,
  currency: null,
  ...more,
})
const NEW: DeviceLine = { sent: null, earlier: [] }
const wrote = (run: string, seq: number, ms = seq): Sent => ({ run, seq, rows: [row(ms)] })
const line = (...writes: readonly Sent[]): DeviceLine => writes.reduce(withSent, NEW)
const itemOf = (one: DeviceLine) => ({ runs: runsOf(one) })

describe('a line of writes', () => {
  test('has the last write of each run, the latest first', () => {
    expect(runsOf(line(wrote('a', 1), wrote('a', 2), wrote('b', 3), wrote('b', 4)))).toEqual([
      ['b', 4],
      ['a', 2],
    ])
    expect(runsOf(NEW)).toEqual([])
  })

  test('goes back 32 runs, and knows what the last eight wrote', () => {
    const { sent, earlier } = line(...Array.from({ length: 99 }, (_, seq) => wrote(`run${seq}`, seq)))
    expect(sent).toEqual(wrote('run98', 98))
    expect(earlier.map(({ run }) => run)).toEqual(Array.from({ length: 31 }, (_, back) => `run${97 - back}`))
    expect(earlier.map(({ rows }) => rows.length)).toEqual([...Array(7).fill(1), ...Array(24).fill(0)])
    expect(MOST_RUNS).toBe(32)
  })
})

describe('a device goes on with its id', () => {
  const before = line(wrote('a', 1), wrote('b', 2))

  test.each<[what: string, inArea: DeviceLine | null, run: string, own: DeviceLine]>([
    ['if it never wrote', null, 'a', NEW],
    ['if its item is gone', null, 'b', before],
    ['if the item is what it wrote', before, 'b', before],
    ['if the item is what it wrote before the browser was started anew', before, 'c', before],
    ['if the item is older than what it wrote', line(wrote('a', 1)), 'b', before],
    ['if the item is older, and the browser was started anew', line(wrote('a', 1)), 'c', before],
    ['if a write was noted that the browser refused', before, 'b', withSent(before, wrote('b', 3))],
    ['if a copy of it wrote the item', withSent(before, wrote('x', 9)), 'b', before],
    [
      'if a copy of an earlier state wrote the item',
      withSent(before, wrote('x', 9)),
      'b',
      withSent(before, wrote('b', 3)),
    ],
    [
      'if a copy parted after the same write, and its run has the larger name',
      withSent(before, wrote('x', 9)),
      'c',
      before,
    ],
    ['if the other began apart, and its first run has the larger name', line(wrote('x', 1)), 'c', NEW],
  ])('%s', (_what, inArea, run, own) => {
    expect(sharedUse(inArea && itemOf(inArea), run, own)).toBeNull()
  })
})

describe('a device parts, and knows what both have counted', () => {
  const before = line(wrote('a', 1), wrote('b', 2))

  test.each<[what: string, inArea: DeviceLine, run: string, own: DeviceLine, shared: number | null]>([
    ['if the device it was copied from went on', withSent(before, wrote('b', 3)), 'x', before, 2],
    ['also in later runs', withSent(withSent(before, wrote('b', 3)), wrote('c', 4)), 'x', before, 2],
    [
      'also after it has written itself: only what was sent before the copy counts',
      withSent(before, wrote('b', 3)),
      'x',
      line(wrote('a', 1), wrote('b', 2), wrote('x', 5, 500), wrote('x', 6, 600)),
      2,
    ],
    [
      'also after it has started several times',
      withSent(before, wrote('b', 3)),
      'z',
      line(wrote('a', 1), wrote('b', 2), wrote('x', 5, 500), wrote('y', 6, 600)),
      2,
    ],
    ['if it was set back to an older copy', before, 'x', line(wrote('a', 1)), 1],
    [
      'if it parted after the same write, and its run has the larger name',
      withSent(before, wrote('c', 3)),
      'x',
      before,
      2,
    ],
    ['if the other began apart: nothing', line(wrote('a', 1)), 'x', NEW, null],
  ])('%s', (_what, inArea, run, own, shared) => {
    expect(sharedUse(itemOf(inArea), run, own)).toEqual(shared === null ? [] : [row(shared)])
  })

  test('of a run so long ago that nobody knows what it wrote, nothing: rather twice than never', () => {
    const many = Array.from({ length: 20 }, (_, seq) => wrote(`x${seq}`, 10 + seq))
    expect(sharedUse(itemOf(line(wrote('a', 5))), 'z', line(wrote('a', 1), ...many))).toEqual([])
  })
})

test('of two lines of one device exactly one parts, and with what both had sent', () => {
  const runs = fc.array(fc.tuple(fc.constantFrom('n', 'a', 'z'), fc.integer({ min: 1, max: 3 })), {
    maxLength: 4,
  })
  const grown = (
    start: DeviceLine,
    some: readonly (readonly [string, number])[],
    side: string,
  ): DeviceLine => {
    let [one, seq] = [start, start.sent?.seq ?? 0]
    for (const [name, writes] of some)
      for (let count = 0; count < writes; count += 1) one = withSent(one, wrote(`${name}${side}`, (seq += 1)))
    return one
  }
  fc.assert(
    fc.property(runs, runs, runs, fc.boolean(), (shared, ours, others, goesOn) => {
      const start = grown(NEW, shared, '')
      // One goes on in the run of the copy, or is started anew.
      const base = goesOn && start.sent ? withSent(start, wrote(start.sent.run, start.sent.seq + 1)) : start
      const [one, two] = [grown(base, ours, '1'), grown(start, others, '2')]
      const [oneNow, twoNow] = ['m1', 'm2']
      if (one.sent === null || two.sent === null) return
      if (one.sent.run === start.sent?.run || two.sent.run === start.sent?.run) return
      const [oneParts, twoParts] = [sharedUse(itemOf(two), oneNow, one), sharedUse(itemOf(one), twoNow, two)]
      expect([oneParts, twoParts].filter((rows) => rows !== null)).toHaveLength(1)
      expect(oneParts ?? twoParts).toEqual(start.sent?.rows ?? [])
      expect(sharedUse(itemOf(one), oneNow, one)).toBeNull()
    }),
  )
})

describe('use without what another device counts', () => {
  test('is the rest, row by row', () => {
    const rows = [row(500, { opens: 5, amount: 10, currency: 'EUR', firstMs: 50 }), row(7, { rule: 'other' })]
    const counted = [row(300, { opens: 2, amount: 4, currency: 'EUR', firstMs: 20 })]
    expect(withoutCounted(rows, counted, TODAY)).toEqual([
      row(200, { opens: 3, amount: 6, currency: 'EUR', firstMs: 30 }),
      row(7, { rule: 'other' }),
    ])
  })

  test('has no row that is counted whole, and none below zero', () => {
    expect(withoutCounted([row(500)], [row(500)], TODAY)).toEqual([])
    expect(withoutCounted([row(300, { opens: 1 })], [row(500, { opens: 3, firstMs: 9 })], TODAY)).toEqual([])
    expect(withoutCounted([row(0, { firstMs: 5 })], [], TODAY)).toEqual([row(0, { firstMs: 5 })])
    expect(withoutCounted([row(0)], [], TODAY)).toEqual([])
  })

  test('subtracts an amount by its number, also from another currency', () => {
    const rows = [row(9, { amount: 1000, currency: 'JPY' })]
    const [rest] = withoutCounted(rows, [row(0, { amount: 500, currency: 'EUR' })], TODAY)
    expect(rest).toMatchObject({ amount: 995, currency: 'JPY' })
  })

  test('is of the last eight days', () => {
    const days = [0, 7, 8, -1].map((back) => addDays(TODAY, -back))
    const rows = days.map((day) => row(1, { day }))
    expect(withoutCounted(rows, [], TODAY).map(({ day }) => day)).toEqual([days[0], days[1], days[3]])
    expect(DAYS_OF_USE).toBe(8)
  })

  test('does not carry over', () => {
    const carried = { amount: 5, currency: null }
    expect(withoutCounted([row(5, { carried })], [], TODAY)).toEqual([row(5)])
    expect(plusCounted([], [row(5, { carried })])).toEqual([row(5)])
  })
})

test('what was counted under several ids comes together, and can be subtracted again', () => {
  const some = fc.array(
    fc
      .record({
        rule: fc.constantFrom('a', 'b'),
        back: fc.nat(7),
        ms: fc.integer({ min: 1, max: 1e6 }),
        opens: fc.nat(9),
      })
      .map(({ rule, back, ms, opens }) => row(ms, { rule, day: addDays(TODAY, -back), opens })),
    { maxLength: 6 },
  )
  const total = (rows: readonly UsageRow[]) =>
    new Map(rows.map((one) => [usageKey(one), [one.ms, one.opens]]))
  fc.assert(
    fc.property(some, some, (one, two) => {
      const a = plusCounted([], one)
      const b = plusCounted([], two)
      expect(total(withoutCounted(plusCounted(a, b), b, TODAY))).toEqual(total(a))
    }),
  )
  expect(
    plusCounted(
      [row(1, { firstMs: 2, amount: 3, currency: 'EUR' })],
      [row(1, { firstMs: 3, amount: 4, currency: 'EUR' })],
    ),
  ).toEqual([row(2, { firstMs: 5, amount: 7, currency: 'EUR' })])
})
