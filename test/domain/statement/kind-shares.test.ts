import { expect, test } from 'vitest'
import { kindShares } from '../../../domain/statement/kind-shares'
import { KINDS } from '../../../domain/surface/kind'

const MINUTE_MS = 60_000
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('shares are whole percents that add up to 100', () => {
  expect(
    kindShares(['work', 'feed', 'news'], [MINUTE_MS, MINUTE_MS, MINUTE_MS]).map(({ percent }) => percent),
  ).toEqual([34, 33, 33])
})

test('of many kinds, six have a share of their own, and the rest is other', () => {
  const shares = kindShares(
    KINDS,
    KINDS.map((_, row) => (40 - row) * MINUTE_MS),
  )
  expect(shares.map(({ kind }) => kind)).toEqual([...KINDS.slice(0, 6), 'other'])
  expect(sum(shares.map(({ percent }) => percent))).toBe(100)
})

test('without time there are no shares', () => {
  expect(kindShares([], [])).toEqual([])
  expect(kindShares(['work'], [0])).toEqual([])
})
