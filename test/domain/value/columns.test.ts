import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExactMoney, roundColumn, roundLines } from '../../../domain/value/columns'
import { PARTS_OF_A_MINOR_UNIT, toMinor } from '../../../domain/value/valuation'

const units = (minor: number, permille = 0): bigint =>
  (BigInt(minor) * 1000n + BigInt(permille)) * (PARTS_OF_A_MINOR_UNIT / 1000n)

describe('a column is rounded so that it adds up', () => {
  test.each<[rule: string, column: bigint[], rounded: number[]]>([
    ['an empty column stays empty', [], []],
    ['whole amounts stay', [units(3), units(0), units(7)], [3, 0, 7]],
    ['three thirds add up to one', [units(0, 333), units(0, 333), units(0, 334)], [0, 0, 1]],
    ['the largest remainders are rounded up', [units(1, 200), units(1, 700), units(1, 600)], [1, 2, 2]],
    ['the earlier row wins a tie', [units(2, 500), units(2, 500)], [3, 2]],
    ['a half rounds the total up', [units(0, 500)], [1]],
    ['less than a half rounds the total down', [units(0, 250), units(0, 249)], [0, 0]],
  ])('%s', (_rule, column, rounded) => {
    expect(roundColumn(column)).toEqual(rounded)
  })

  test('any column adds up to its rounded sum with no row off by a whole unit', () => {
    const parts = fc.bigInt({ min: 0n, max: 10_000_000n * PARTS_OF_A_MINOR_UNIT })
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 50 }), (column) => {
        const rounded = roundColumn(column)
        const total = column.reduce((sum, amount) => sum + amount, 0n)
        expect(rounded.reduce((sum, minor) => sum + minor, 0)).toBe(toMinor(total))
        rounded.forEach((minor, row) => {
          const off = BigInt(minor) * PARTS_OF_A_MINOR_UNIT - (column[row] ?? 0n)
          expect(off > -PARTS_OF_A_MINOR_UNIT && off < PARTS_OF_A_MINOR_UNIT).toBe(true)
        })
      }),
    )
  })
})

describe('costs and returns are rounded together', () => {
  const money = (cost: number, returned: number): ExactMoney => ({
    cost: units(0, cost),
    returned: units(0, returned),
  })
  const roundedPairs = (lines: ExactMoney[]) =>
    roundLines(lines).map(({ costMinor, returnMinor }) => [costMinor, returnMinor])

  test.each<[rule: string, lines: ExactMoney[], rounded: number[][]]>([
    ['no lines stay none', [], []],
    [
      'an even line stays even beside a loss',
      [money(30_200, 0), money(13_400, 13_400)],
      [
        [31, 0],
        [13, 13],
      ],
    ],
    [
      'two even lines get one cent together',
      [money(400, 400), money(300, 300)],
      [
        [1, 1],
        [0, 0],
      ],
    ],
    [
      'a profit does not become a loss',
      [money(450, 480), money(450, 0), money(450, 0)],
      [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'a loss does not become a profit',
      [money(550, 540), money(560, 550), money(100, 0)],
      [
        [0, 0],
        [1, 1],
        [0, 0],
      ],
    ],
    [
      'a loss without return does not take the cent of one that gets a return',
      [money(497, 497), money(6, 0), money(6, 3)],
      [
        [0, 0],
        [0, 0],
        [1, 1],
      ],
    ],
  ])('%s', (_rule, lines, rounded) => {
    expect(roundedPairs(lines)).toEqual(rounded)
  })

  /** Amounts with few digits, so that ties and equal amounts are common, tiny ones, and amounts with all digits. */
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 6 }).map((permille) => units(0, permille)),
    fc.integer({ min: 0, max: 3000 }).map((permille) => units(0, permille)),
    fc.bigInt({ min: 0n, max: 100n * PARTS_OF_A_MINOR_UNIT }),
  )
  const line = fc.oneof(
    fc.record({ cost: amount, returned: amount }),
    amount.map((parts) => ({ cost: parts, returned: parts })),
    amount.map((parts) => ({ cost: parts, returned: parts / 2n })),
    amount.map((parts) => ({ cost: parts, returned: 0n })),
  )

  test('any two columns add up, with no amount off by a unit and no net of the opposite sign', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const rounded = roundLines(lines)
        for (const [exact, whole] of [
          [lines.map(({ cost }) => cost), rounded.map(({ costMinor }) => costMinor)],
          [lines.map(({ returned }) => returned), rounded.map(({ returnMinor }) => returnMinor)],
        ] as const) {
          expect(whole.reduce((sum, minor) => sum + minor, 0)).toBe(
            toMinor(exact.reduce((sum, parts) => sum + parts, 0n)),
          )
          whole.forEach((minor, row) => {
            const off = BigInt(minor) * PARTS_OF_A_MINOR_UNIT - (exact[row] ?? 0n)
            expect(off > -PARTS_OF_A_MINOR_UNIT && off < PARTS_OF_A_MINOR_UNIT).toBe(true)
          })
        }
        lines.forEach(({ cost, returned }, row) => {
          const net = rounded[row]!.returnMinor - rounded[row]!.costMinor
          if (returned === cost) expect(net).toBe(0)
          if (returned < cost) expect(net).toBeLessThanOrEqual(0)
          if (returned > cost) expect(net).toBeGreaterThanOrEqual(0)
        })
      }),
      { numRuns: 2000 },
    )
  })
})
