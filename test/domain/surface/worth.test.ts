import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../../../domain/surface/kind'
import { ASSUMED_WORTH, ratedWorth, worthName, worthOf, WORTHS } from '../../../domain/surface/worth'
import english from '../../../public/_locales/en/messages.json'

describe("worth is the person's word, else the shrunken mean of ratings, else assumed", () => {
  test.each<[own: number | undefined, ratings: number[], kind: Kind, quarters: number, source: string]>([
    [8, [0, 0], 'feed', 8, 'own'],
    [0, [8], 'learning', 0, 'own'],
    // (5 × 0 + 12) ÷ 8
    [undefined, [0, 4, 8], 'feed', 1.5, 'rated'],
    // (5 × 0 + 6) ÷ 7 = 0.857…
    [undefined, [2, 4], 'feed', 0.86, 'rated'],
    // (5 × 6 + 0) ÷ 6
    [undefined, [0], 'learning', 5, 'rated'],
    // (5 × 4 + 14) ÷ 8
    [undefined, [4, 4, 6], 'other', 4.25, 'rated'],
    // (5 × 0 + 20 × 6) ÷ 25: many ratings outweigh the assumption
    [undefined, Array.from({ length: 20 }, () => 6), 'feed', 4.8, 'rated'],
    [undefined, [], 'learning', 6, 'assumed'],
    [undefined, [], 'feed', 0, 'assumed'],
  ])('own %s, rated %j, kind %s: %d quarters, %s', (own, ratings, kind, worthQuarters, source) => {
    expect(worthOf(own, ratings, kind)).toEqual({ worthQuarters, source })
  })
})

describe('the range of a rated worth', () => {
  test('without ratings is the error of five answers spread by one step around the assumption', () => {
    // √(5 × 4) ÷ 5 = 0.894
    const { worthQuarters, low, high, count } = ratedWorth([], 'other')
    expect([worthQuarters, count]).toEqual([4, 0])
    expect([low, high]).toEqual([expect.closeTo(3.106, 3), expect.closeTo(4.894, 3)])
  })

  test('counts the spread of ratings and their distance from the assumption', () => {
    // m = (5 × 2 + 6 + 6 + 0) ÷ 8 = 2.75; 5 × (4 + 0.5625) + 2 × 10.5625 + 7.5625 = 51.5; √51.5 ÷ 8 = 0.897
    const { worthQuarters, low, high, count } = ratedWorth([6, 6, 0], 'video')
    expect([worthQuarters, count]).toEqual([2.75, 3])
    expect([low, high]).toEqual([expect.closeTo(1.853, 3), expect.closeTo(3.647, 3)])
  })

  test('stays inside 0 to 8 quarters', () => {
    expect(ratedWorth([0], 'feed').low).toBe(0)
    expect(ratedWorth([8, 8, 8, 8, 8, 8, 8], 'learning').high).toBeLessThanOrEqual(8)
  })

  const ratings = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 60 })
  const kind = fc.constantFrom(...KINDS)

  test('holds the worth, which lies between the assumption and the mean of the ratings', () => {
    fc.assert(
      fc.property(ratings, kind, (rated, of) => {
        const { worthQuarters, low, high } = ratedWorth(rated, of)
        const mean = rated.reduce((sum, one) => sum + one, 0) / (rated.length || 1)
        const ends = rated.length === 0 ? [ASSUMED_WORTH[of]] : [ASSUMED_WORTH[of], mean]
        expect(worthQuarters).toBeGreaterThanOrEqual(Math.min(...ends) - 0.005)
        expect(worthQuarters).toBeLessThanOrEqual(Math.max(...ends) + 0.005)
        expect(worthQuarters).toBeGreaterThanOrEqual(low - 0.005)
        expect(worthQuarters).toBeLessThanOrEqual(high + 0.005)
        expect([low >= 0, high <= 8]).toEqual([true, true])
      }),
    )
  })

  test('does not depend on the order of ratings', () => {
    fc.assert(
      fc.property(ratings, kind, (rated, of) => {
        const [one, other] = [ratedWorth(rated, of), ratedWorth(rated.toReversed(), of)]
        expect(other.worthQuarters).toBe(one.worthQuarters)
        expect(other.low).toBeCloseTo(one.low)
      }),
    )
  })

  test('gets narrower the more of the same is answered', () => {
    const widths = [1, 5, 25, 125].map((count) => {
      const { low, high } = ratedWorth(
        Array.from({ length: count }, () => 4),
        'other',
      )
      return high - low
    })
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect(widths.at(-1)).toBeLessThan(0.1)
  })
})

test('every assumed worth is one of the named steps', () => {
  const steps = WORTHS.map(({ worthQuarters }) => worthQuarters)
  expect(KINDS.filter((kind) => !steps.some((step) => step === ASSUMED_WORTH[kind]))).toEqual([])
})

test.each([
  [0, 'wasted'],
  [0.9, 'wasted'],
  [1, 'wasted'],
  [1.1, 'little'],
  [2, 'little'],
  [4, 'fair'],
  [14 / 3, 'fair'],
  [6, 'worthIt'],
  [7.5, 'investment'],
  [8, 'investment'],
  [100, 'investment'],
] as const)('%d quarters are called %s', (quarters, name) => {
  expect(worthName(quarters)).toBe(name)
})

test('the README lists each worth with its percentage', () => {
  const readme = readFileSync(`${import.meta.dirname}/../../../README.md`, 'utf8')
  for (const { name, worthQuarters } of WORTHS)
    expect(readme).toContain(`${english[`worth_${name}`].message} (${worthQuarters * 25} %)`)
})
