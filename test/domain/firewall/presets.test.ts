import { describe, expect, test } from 'vitest'
import { firstRules } from '../../../domain/firewall/presets'
import { minutesADay } from '../../../domain/firewall/rule'
import { cutoff } from '../../fixtures/rules'

describe('the rules that a person begins with', () => {
  test('are none where both were skipped', () => {
    expect(firstRules(null, null)).toEqual([])
  })

  test('are a wall for feeds, and one for feeds, videos and games in the evening until six', () => {
    const [feeds, evening] = firstRules(40, 22 * 60 + 30)
    expect(feeds).toMatchObject({ targets: [{ kind: 'feed' }], bound: minutesADay(40), strictness: 'wall' })
    expect(evening).toMatchObject({
      targets: [{ kind: 'feed' }, { kind: 'video' }, { kind: 'games' }],
      bound: cutoff('22:30', '6:00'),
      strictness: 'wall',
    })
  })

  test('are one where the other was skipped', () => {
    expect(firstRules(15, null)).toHaveLength(1)
    expect(firstRules(null, 30)).toHaveLength(1)
  })
})
