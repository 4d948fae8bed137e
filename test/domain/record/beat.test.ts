import { describe, expect, test } from 'vitest'
import { beat } from '../../../domain/record/beat'
import { NOON, POLICY, seen, Watch } from '../../fixtures/watch'

describe('a beat', () => {
  const open = () => new Watch().see(seen(0, 'a.com')).state!

  test('moves the checkpoint of the open span', () => {
    expect(beat(open(), NOON + 5000, POLICY)?.open).toMatchObject({ start: NOON, end: NOON + 5000 })
  })

  test.each([
    ['the silence was too long', open(), NOON + 16_000, POLICY],
    ['the clock was set back', open(), NOON - 1, POLICY],
    ['the browser was restarted', open(), NOON + 5000, { ...POLICY, runId: 'run 2' }],
    ['the time zone has changed', open(), NOON + 5000, { ...POLICY, offsetAt: () => 60 }],
    ['nothing is open', new Watch().see(seen(0, null)).state!, NOON + 5000, POLICY],
  ])('returns null if %s', (_rule, state, at, policy) => {
    expect(beat(state, at, policy)).toBeNull()
  })

  test('returns null at midnight', () => {
    const midnight = 12 * 3600
    const state = new Watch().see(seen(midnight - 2, 'a.com')).state!
    expect(beat(state, NOON + midnight * 1000 + 3000, POLICY)).toBeNull()
  })
})
