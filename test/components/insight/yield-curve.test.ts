import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  apart,
  areaOf,
  curveOf,
  type CurvePoint,
  gapsOf,
  lineOf,
} from '../../../components/insight/yield-curve'
import type { YieldWeek } from '../../../domain/insight/hour-yield'
import { WEEK } from '../../fixtures/scope'

const week = (yieldMinor: number | null, ownMinor = 0, priceMinor = 2500): YieldWeek => ({
  week: WEEK,
  earning:
    yieldMinor === null
      ? null
      : { pricedMs: 1, yieldMinor, priceMinor, ownMinor, assumedMinor: yieldMinor - ownMinor },
})

const point = (x: number, earned: number, price: number): CurvePoint => ({ x, earned, own: 100, price })

describe('the curve', () => {
  test('runs from zero to a tenth above the highest value', () => {
    const { runs } = curveOf([week(0), week(2500, 1250)])!
    const y = (minor: number) => expect.closeTo(100 - (100 * minor) / 2750, 6) as number
    expect(runs).toEqual([
      [
        { x: 0, earned: 100, own: 100, price: y(2500) },
        { x: 100, earned: y(2500), own: y(1250), price: y(2500) },
      ],
    ])
  })

  test('breaks where a week has no figure', () => {
    const { runs, last } = curveOf([week(null), week(1000), week(null), week(1000), week(2000), week(null)])!
    expect(runs.map((run) => run.map(({ x }) => x))).toEqual([[20], [60, 80]])
    expect(last.x).toBe(80)
    expect(lineOf([[point(0, 50, 10)], [point(60, 40, 10), point(80, 30, 10)]], 'earned')).toBe(
      'M0 50M60 40L80 30',
    )
  })

  test('without a figure there is none', () => {
    expect(curveOf([week(null), week(null)])).toBeNull()
  })
})

describe('the areas', () => {
  test('lie between two lines, or between a line and zero', () => {
    const run = [point(0, 40, 10), point(100, 30, 10)]
    expect(areaOf(run, 'price', 'earned')).toBe('polygon(0% 10%,100% 10%,100% 30%,0% 40%)')
    expect(areaOf(run, 'earned', 'zero')).toBe('polygon(0% 40%,100% 30%,100% 100%,0% 100%)')
  })

  test('below the price is a loss, above it is not, and where they cross the area is cut', () => {
    expect(gapsOf([point(0, 40, 10), point(100, 30, 10)]).map(({ isLoss }) => isLoss)).toEqual([true])
    expect(gapsOf([point(0, 5, 10), point(100, 10, 10)]).map(({ isLoss }) => isLoss)).toEqual([false])
    expect(gapsOf([point(0, 10, 10), point(100, 10, 10)])).toEqual([])
    expect(gapsOf([point(0, 30, 20), point(100, 10, 20)])).toEqual([
      { isLoss: true, area: 'polygon(0% 20%,0% 30%,50% 20%)' },
      { isLoss: false, area: 'polygon(100% 20%,100% 10%,50% 20%)' },
    ])
  })
})

test('labels keep their distance and their order, wherever they are', () => {
  const place = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(place, place, (one, other) => {
      const [first, second] = apart(one, other, 14)
      expect(Math.abs(first - second)).toBeGreaterThanOrEqual(14 - 1e-9)
      expect(first <= second).toBe(one <= other)
      expect(Math.min(first, second)).toBeGreaterThanOrEqual(0)
      expect(Math.max(first, second)).toBeLessThanOrEqual(100 + 1e-9)
    }),
  )
})
