import { describe, expect, test } from 'vitest'
import { firstRules, presetRules } from '../../../domain/firewall/presets'
import { minutesADay } from '../../../domain/firewall/rule'
import { cutoff } from '../../fixtures/rules'

describe('the first rules of a person', () => {
  const { feeds, evenings, both, tell } = firstRules

  test('are a wall for feeds, and an evening wall for feeds, videos and games', () => {
    expect(feeds).toMatchObject([{ targets: [{ kind: 'feed' }], bound: minutesADay(40), strictness: 'wall' }])
    expect(evenings).toMatchObject([
      {
        targets: [{ kind: 'feed' }, { kind: 'video' }, { kind: 'games' }],
        bound: cutoff('22:30', '6:00'),
        strictness: 'wall',
      },
    ])
    expect(both).toEqual([...feeds, ...evenings])
  })

  test('are a notice for those who only want to be told', () => {
    expect(tell).toMatchObject([{ targets: [{ kind: 'feed' }], strictness: 'notice' }])
  })
})

test.each(['adult', 'gambling'] as const)(
  'the ready-made rule for %s closes this kind alone, always',
  (kind) => {
    expect(presetRules[kind]).toMatchObject([{ targets: [{ type: 'kind', kind }], bound: minutesADay(0) }])
  },
)
