import { describe, expect, test } from 'vitest'
import { nextLookAt } from '../../../domain/firewall/next-look'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { storedRule, viewOf } from '../../fixtures/guard-view'
import { minutes, ruleOf } from '../../fixtures/rules'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const NEXT_DAY = Date.UTC(2026, 10, 24, 4)
const FEEDS = ruleOf({ id: 'a', bound: minutes(30) })
const loosened = storedRule(FEEDS, { next: { value: null, from: NEXT_DAY } })

describe('the next look', () => {
  test('comes when a decision changes', () => {
    expect(nextLookAt(viewOf([storedRule(FEEDS)], NOON), [NOON + 9, NOON + 5], [], [])).toBe(NOON + 5)
  })

  test('comes when a warning is due, if that is sooner', () => {
    const view = viewOf([storedRule(FEEDS)], NOON)
    const closesAt = NOON + 30 * MINUTE_MS
    expect(nextLookAt(view, [closesAt], view.standings, ['reddit.com'])).toBe(closesAt - 5 * MINUTE_MS)
  })

  test('comes when a loosening takes effect, if a decision can change at all', () => {
    const view = viewOf([loosened], NOON)
    expect(nextLookAt(view, [NEXT_DAY + 1], [], [])).toBe(NEXT_DAY)
    expect(nextLookAt(view, [Infinity], [], [])).toBe(Infinity)
  })

  test('comes when a stricter rule comes back that covers a visible page', () => {
    const heals = { value: FEEDS, at: NEXT_DAY, since: NOON }
    const view = viewOf([storedRule({ ...FEEDS, isOn: false }, { heals })], NOON)
    expect(nextLookAt(view, [Infinity], [], ['reddit.com'])).toBe(NEXT_DAY)
    expect(nextLookAt(view, [Infinity], [], ['github.com'])).toBe(Infinity)
  })

  test('does not come without rules', () => {
    expect(nextLookAt(viewOf([], NOON), [], [], ['reddit.com'])).toBe(Infinity)
  })
})
