import { describe, expect, test } from 'vitest'
import { firstRules, usualEnd } from '../../../domain/firewall/presets'
import { minutesADay } from '../../../domain/firewall/rule'
import { clock, cutoff } from '../../fixtures/rules'

describe('the first rules of a person', () => {
  test('are empty if both questions were skipped', () => {
    expect(firstRules(null, null)).toEqual([])
  })

  test('are a wall for feeds, and an evening wall for feeds, videos and games', () => {
    const [feeds, evening] = firstRules(40, { from: 22 * 60 + 30, to: 6 * 60 })
    expect(feeds).toMatchObject({ targets: [{ kind: 'feed' }], bound: minutesADay(40), strictness: 'wall' })
    expect(evening).toMatchObject({
      targets: [{ kind: 'feed' }, { kind: 'video' }, { kind: 'games' }],
      bound: cutoff('22:30', '6:00'),
      strictness: 'wall',
    })
  })

  test('are one if one question was skipped', () => {
    expect(firstRules(15, null)).toHaveLength(1)
    expect(firstRules(null, { from: 30, to: 6 * 60 })).toHaveLength(1)
  })
})

test.each([
  ['22:30', '6:00'],
  ['12:00', '6:00'],
  ['0:30', '6:00'],
  ['5:59', '6:00'],
  ['6:00', '13:30'],
  ['9:00', '16:30'],
  ['11:59', '19:29'],
])('a cutoff at %s usually ends at %s', (from, to) => {
  expect(usualEnd(clock(from))).toBe(clock(to))
})
