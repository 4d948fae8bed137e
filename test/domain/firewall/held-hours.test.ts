/** The next closing comes at its instant, whatever happens to the clock or the time zone before it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advanceTo, type FirewallState, NEW_FIREWALL_ROW } from '../../../domain/firewall/firewall-state'
import { standing } from '../../../domain/firewall/rule-standings'
import type { StoredRule } from '../../../domain/firewall/rule'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { storedRule } from '../../fixtures/guard-view'
import { blocked, cutoff, ruleOf, TERMS } from '../../fixtures/rules'

/** Wednesday, 2026-11-25, 00:00. */
const DAY = Date.UTC(2026, 10, 25)
const EVENING = ruleOf({ id: 'r', bound: cutoff('22:00', '6:00'), strictness: 'lock' })
const clockAt = (hours: number): number => DAY + hours * HOUR_MS

/** A person who sets the clock and the time zone; `real` is time that really passes. */
class Evening {
  real = clockAt(12)
  setMs = 0
  offsetMinutes = 0
  firewall: FirewallState

  constructor(stored: StoredRule = storedRule(EVENING), at = clockAt(12)) {
    this.real = at
    this.firewall = { state: NEW_FIREWALL_ROW, rules: [stored], usage: new Map(), passes: [] }
    this.look()
  }

  /** Whether the rule is closed, and when it closes next, in real time. */
  look(): { isClosed: boolean; closesAt: number | null } {
    const now = advanceTo(this.firewall, this.real + this.setMs, TERMS, () => this.offsetMinutes)
    this.firewall = now
    const stands = standing(now, now.rules[0]!.rule)
    return { isClosed: stands.isSpent, closesAt: stands.closesAt && stands.closesAt - this.setMs }
  }

  passTo(real: number, stepMs = 20 * MINUTE_MS): void {
    for (; this.real < real; this.look()) this.real = Math.min(real, this.real + stepMs)
  }

  /** Minutes that the rule is open from now until an instant of real time. */
  minutesOpen(until: number): number {
    let open = 0
    for (; this.real < until; this.real += MINUTE_MS) open += Number(!this.look().isClosed)
    return open
  }
}

describe('before closing time', () => {
  test.each<[what: string, change: (evening: Evening) => void]>([
    ['the clock set back by four hours', (evening) => (evening.setMs = -4 * HOUR_MS)],
    ['the clock set back by two days', (evening) => (evening.setMs = -48 * HOUR_MS)],
    ['the clock set back by a year', (evening) => (evening.setMs = -365 * 24 * HOUR_MS)],
    ['a time zone eight hours west', (evening) => (evening.offsetMinutes = -480)],
    [
      'both',
      (evening) => {
        evening.offsetMinutes = -120
        evening.look()
        evening.setMs = -3 * HOUR_MS
      },
    ],
  ])('%s leaves the five minutes that were left', (_what, change) => {
    const evening = new Evening()
    evening.passTo(clockAt(21) + 55 * MINUTE_MS)
    change(evening)
    expect(evening.look()).toEqual({ isClosed: false, closesAt: clockAt(22) })
    expect(evening.minutesOpen(clockAt(30))).toBe(5)
  })

  test('the clock set back in many small steps gives nothing either', () => {
    const evening = new Evening()
    evening.passTo(clockAt(21) + 55 * MINUTE_MS)
    for (let step = 0; step < 200; step += 1) {
      evening.setMs -= 1_500
      evening.look()
    }
    // Steps below two seconds are noticed when they add up.
    expect(evening.minutesOpen(clockAt(24))).toBeLessThanOrEqual(5 + 1)
  })

  test('the clock set back for closed hours by day gives nothing', () => {
    const rule = ruleOf({ id: 'r', bound: blocked('13:00–17:00') })
    const evening = new Evening(storedRule(rule))
    evening.passTo(clockAt(12) + 50 * MINUTE_MS)
    evening.setMs = -2 * HOUR_MS
    expect(evening.minutesOpen(clockAt(17))).toBe(10)
  })
})

test('a journey to the east closes at the new closing time, and that night alone', () => {
  const evening = new Evening()
  evening.offsetMinutes = 480
  evening.passTo(clockAt(14))
  expect(evening.look().isClosed).toBe(true)
  evening.passTo(clockAt(22))
  expect(evening.look()).toEqual({ isClosed: false, closesAt: clockAt(38) })
})

test('a loosening that has waited moves the next closing', () => {
  const later = { ...EVENING, bound: cutoff('23:00', '6:00') }
  const evening = new Evening(storedRule(EVENING, { next: { value: later, from: clockAt(14) } }))
  expect(evening.look().closesAt).toBe(clockAt(22))
  evening.passTo(clockAt(14))
  expect(evening.look().closesAt).toBe(clockAt(23))
})

test('after the night that was held, hours are those of the clock again', () => {
  const evening = new Evening()
  evening.passTo(clockAt(21))
  evening.setMs = -24 * HOUR_MS
  evening.passTo(clockAt(31))
  expect(evening.look()).toEqual({ isClosed: false, closesAt: clockAt(46) })
})

describe('a journey to the east and back to the west', () => {
  test('loses no night: the one at home comes too, even from a zone further west', () => {
    const evening = new Evening()
    evening.offsetMinutes = 480
    evening.passTo(clockAt(21) + 50 * MINUTE_MS)
    expect(evening.look().isClosed).toBe(true)
    evening.offsetMinutes = -480
    expect(evening.minutesOpen(clockAt(30))).toBe(0)
  })

  test('whose eastern night was not waited for closes for both nights', () => {
    const evening = new Evening()
    evening.offsetMinutes = 480
    evening.passTo(clockAt(13))
    evening.offsetMinutes = -240
    expect(evening.minutesOpen(clockAt(14))).toBe(60)
    expect(evening.minutesOpen(clockAt(30))).toBe(0)
  })
})

test('hours of another day part that come sooner in another time zone do not replace the next ones', () => {
  const rule = ruleOf({ id: 'r', bound: blocked('9:00–10:00, 22:00–23:00') })
  for (const offsetMinutes of [13 * 60, -8 * 60]) {
    const evening = new Evening(storedRule(rule), clockAt(14))
    evening.offsetMinutes = offsetMinutes
    evening.passTo(clockAt(22))
    expect(evening.minutesOpen(clockAt(23))).toBe(0)
  }
})

test('a time zone left during closed hours keeps the next ones', () => {
  const evening = new Evening(storedRule(ruleOf({ id: 'r', bound: blocked('13:00–14:00, 22:00–23:00') })))
  evening.passTo(clockAt(13) + 30 * MINUTE_MS)
  evening.offsetMinutes = -480
  evening.passTo(clockAt(22))
  expect(evening.minutesOpen(clockAt(23))).toBe(0)
})

test('the clock set forward and back, then a time zone in the west, opens no part of the night', () => {
  const evening = new Evening()
  evening.setMs = 4 * HOUR_MS
  evening.passTo(clockAt(13))
  evening.setMs = 0
  evening.passTo(clockAt(21))
  evening.offsetMinutes = -480
  expect(evening.minutesOpen(clockAt(30))).toBe(0)
})

test('with any moves of the time zone, a night that was to come is closed once back at home or west of it', () => {
  const stay = fc.record({
    hours: fc.integer({ min: 1, max: 12 }),
    offsetHours: fc.integer({ min: -11, max: 13 }),
  })
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 8 }), (stays) => {
      const evening = new Evening()
      for (const { hours, offsetHours } of stays) {
        evening.passTo(Math.min(clockAt(29), evening.real + hours * HOUR_MS))
        evening.offsetMinutes = offsetHours * 60
        const isNight = evening.real >= clockAt(22) && evening.real < clockAt(30)
        expect(evening.look().isClosed || !isNight || offsetHours > 0).toBe(true)
      }
      evening.passTo(clockAt(22))
      evening.offsetMinutes = Math.min(0, evening.offsetMinutes)
      for (; evening.real < clockAt(30); evening.real += 30 * MINUTE_MS)
        expect(evening.look().isClosed).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('no change of clock to earlier or of time zone to the west opens a night that was to come', () => {
  const change = fc.record({
    afterMinutes: fc.integer({ min: 1, max: 300 }),
    backMinutes: fc.constantFrom(0, 0, 3, 90, 600, 3000),
    westMinutes: fc.constantFrom(0, 0, 60, 180, 540),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const evening = new Evening()
      for (const { afterMinutes, backMinutes, westMinutes } of changes) {
        evening.passTo(Math.min(clockAt(29), evening.real + afterMinutes * MINUTE_MS))
        const isNight = evening.real >= clockAt(22) && evening.real < clockAt(30)
        expect(evening.look().isClosed || !isNight).toBe(true)
        evening.setMs -= backMinutes * MINUTE_MS
        evening.offsetMinutes = Math.max(-720, evening.offsetMinutes - westMinutes)
        expect(evening.look().isClosed || !isNight).toBe(true)
      }
      evening.passTo(Math.max(evening.real, clockAt(22)))
      if (evening.real < clockAt(30)) expect(evening.look().isClosed).toBe(true)
      evening.passTo(clockAt(30) - 1)
      expect(evening.look().isClosed).toBe(true)
    }),
    { numRuns: 60 },
  )
})
