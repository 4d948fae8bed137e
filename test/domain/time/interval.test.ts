import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip, type Interval, subtract } from '../../../domain/time/interval'

const of = (from: number, until: number): Interval => ({ from, until })

describe('clip', () => {
  test.each([
    ['an interval inside the bounds is kept whole', of(2, 5), of(0, 9), of(2, 5)],
    ['a beginning before the bounds is cut', of(2, 5), of(3, 9), of(3, 5)],
    ['an end after the bounds is cut', of(2, 5), of(0, 4), of(2, 4)],
    ['bounds inside the interval remain', of(2, 5), of(3, 4), of(3, 4)],
    ['an interval that ends where the bounds begin leaves nothing', of(2, 5), of(5, 9), null],
    ['an empty interval leaves nothing', of(2, 2), of(0, 9), null],
  ])('%s', (_rule, interval, bounds, part) => {
    expect(clip(interval, bounds)).toEqual(part)
  })
})

describe('subtract', () => {
  test.each([
    ['nothing to subtract leaves the whole', of(2, 5), [], [of(2, 5)]],
    ['an interval in the middle leaves both sides', of(0, 9), [of(3, 4)], [of(0, 3), of(4, 9)]],
    ['an overlap at the beginning leaves the end', of(2, 5), [of(0, 3)], [of(3, 5)]],
    ['an overlap at the end leaves the beginning', of(2, 5), [of(4, 9)], [of(2, 4)]],
    ['neighbours leave the whole', of(2, 5), [of(0, 2), of(5, 9)], [of(2, 5)]],
    ['others that overlap count once', of(0, 9), [of(1, 6), of(2, 3), of(4, 7)], [of(0, 1), of(7, 9)]],
    ['a cover leaves nothing', of(2, 5), [of(0, 9)], []],
  ])('%s', (_rule, interval, others, parts) => {
    expect(subtract(interval, others)).toEqual(parts)
  })

  const interval = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }))
    .map(([from, length]) => of(from, from + length))
  const inOrder = (others: readonly Interval[]) => others.toSorted((a, b) => a.from - b.from)
  const holds = ({ from, until }: Interval, at: number) => from <= at && at < until

  test('each instant is in the result if and only if it is in the interval and in no other', () => {
    fc.assert(
      fc.property(interval, fc.array(interval), (whole, others) => {
        const parts = subtract(whole, inOrder(others))
        for (let at = 0; at < 45; at += 1) {
          const count = parts.filter((part) => holds(part, at)).length
          const isFree = holds(whole, at) && !others.some((other) => holds(other, at))
          expect(count).toBe(isFree ? 1 : 0)
        }
      }),
    )
  })

  test('the parts inside and outside another interval add up to the whole', () => {
    const lengthOf = (parts: readonly Interval[]) =>
      parts.reduce((sum, { from, until }) => sum + until - from, 0)
    fc.assert(
      fc.property(interval, interval, (whole, other) => {
        const inside = clip(whole, other)
        expect(lengthOf(subtract(whole, [other])) + lengthOf(inside ? [inside] : [])).toBe(lengthOf([whole]))
      }),
    )
  })
})
