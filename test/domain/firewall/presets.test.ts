import { describe, expect, test } from 'vitest'
import { firstRules } from '../../../domain/firewall/presets'
import { minutesADay } from '../../../domain/firewall/rule'
import { cutoff } from '../../fixtures/rules'

describe('the first rules of a person', () => {
  test('are empty if both questions were skipped', () => {
    expect(firstRules(null, null)).toEqual([])
  })

  test('are a wall for feeds, and an evening wall for feeds, videos and games until 6:00', () => {
    const [feeds, evening] = firstRules(40, 22 * 60 + 30)
    expect(feeds).toMatchObject({ targets: [{ kind: 'feed' }], bound: minutesADay(40), strictness: 'wall' })
    expect(evening).toMatchObject({
      targets: [{ kind: 'feed' }, { kind: 'video' }, { kind: 'games' }],
      bound: cutoff('22:30', '6:00'),
      strictness: 'wall',
    })
  })

  test('are one if one question was skipped', () => {
    expect(firstRules(15, null)).toHaveLength(1)
    expect(firstRules(null, 30)).toHaveLength(1)
  })
})
