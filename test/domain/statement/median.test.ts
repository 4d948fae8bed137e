import { expect, test } from 'vitest'
import { medianOf } from '../../../domain/statement/median'

test.each([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[3, 1, 2], 2],
  [[4, 1, 2, 9], 3],
  [[1, 2], 2],
  [[-5, -1], -3],
])('the median of %j is %j', (values, expected) => {
  expect(medianOf(values)).toBe(expected)
})
