import { expect, test } from 'vitest'
import { exampleDay } from '../../../domain/statement/example-day'

test('the invented day costs its time at the rate, and gives back what is assumed for its kinds', () => {
  // 3 h 35 min; 84 min of work return all, 38 of learning one and a half, 14 of news a half.
  const { total, kinds } = exampleDay(6000, 'EUR')
  expect(total).toMatchObject({
    timeMs: 215 * 60_000,
    money: { costMinor: 21_500, returnMinor: 8400 + 5700 + 700, netMinor: -6700 },
  })
  expect(kinds.map(({ kind }) => kind)).toEqual(['work', 'feed', 'learning', 'news'])
})

test('the invented day has no amounts without a rate', () => {
  expect(exampleDay(null, 'EUR').total).toMatchObject({ timeMs: 215 * 60_000, money: null })
})
