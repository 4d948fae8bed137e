import { expect, test } from 'vitest'
import { returnedPercent } from '../../../domain/value/returned-percent'

test.each([
  [10_000, 6_800, 68],
  [10_000, 0, 0],
  [10_000, 10_000, 100],
  [10_000, 12_400, 124],
])('of %d, a return of %d is %d percent', (cost, returned, expected) => {
  expect(returnedPercent(cost, returned)).toBe(expected)
})

test.each([
  ['a loss of a cent', 100_000, 99_999, 99],
  ['a gain of a cent', 100_000, 100_001, 101],
  ['a return of a cent', 100_000, 1, 1],
])('%s is neither all nor nothing', (_, cost, returned, expected) => {
  expect(returnedPercent(cost, returned)).toBe(expected)
})

test('without a cost there is no share', () => {
  expect(returnedPercent(0, 0)).toBeNull()
})
