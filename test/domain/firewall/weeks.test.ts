/** Whatever is set, no ration of a week begins within 7 days of the last. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advanceTo, type FirewallState, NEW_FIREWALL_ROW } from '../../../domain/firewall/firewall-state'
import { emergencyOf } from '../../../domain/firewall/passes'
import { weekAt } from '../../../domain/firewall/ration'
import { standing } from '../../../domain/firewall/rule-standings'
import { usageKey } from '../../../domain/firewall/usage-row'
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { storedRule } from '../../fixtures/guard-view'
import { minutesAWeek, ruleOf, TERMS, UTC } from '../../fixtures/rules'

/** Monday, 2026-11-23, 12:00. */
const MONDAY = Date.UTC(2026, 10, 23, 12)
const RULE = ruleOf({ id: 'r', bound: minutesAWeek(60), strictness: 'lock' })

/** Lives day by day under one rule, uses all that is left, and takes the emergency pass whenever there is one. */
class Life {
  firewall: FirewallState = {
    state: NEW_FIREWALL_ROW,
    rules: [storedRule(RULE)],
    usage: new Map(),
    passes: [],
  }
  readonly used: { at: number; minutes: number }[] = []
  readonly emergencies: number[] = []

  look(at: number, weekStart: number, dayStartHour = 4): void {
    const now = advanceTo(this.firewall, at, { ...TERMS, weekStart, dayStartHour }, UTC)
    const { leftMs } = standing(now, RULE)
    const { day } = now.terms.ration
    const usage = new Map(now.usage)
    const key = usageKey({ rule: 'r', day })
    const before = usage.get(key)?.ms ?? 0
    usage.set(key, { rule: 'r', day, ms: before + (leftMs ?? 0), opens: 0, amount: null, currency: null })
    if (leftMs) this.used.push({ at, minutes: leftMs / MINUTE_MS })
    const spent = { ...now, usage }
    const offer = emergencyOf(standing(spent, RULE), spent.passes, at, spent.terms)
    if (offer) this.emergencies.push(at)
    const taken = offer ? [{ ...offer, rule: 'r', day, at }] : []
    this.firewall = { ...spent, passes: [...spent.passes, ...taken] }
  }
}

test('moving the start of the week each day gives one ration and one emergency pass in 7 days', () => {
  const life = new Life()
  // A loosening waits; each of these has come when it is seen.
  for (let day = 0; day < 7; day += 1) {
    life.look(MONDAY + day * DAY_MS, day)
    life.look(MONDAY + day * DAY_MS + 10 * HOUR_MS, (day + 1) % 7)
  }
  expect(life.used).toEqual([{ at: MONDAY, minutes: 60 }])
  expect(life.emergencies).toEqual([MONDAY])
})

test('whatever start of day and week is set, rations and emergency passes begin 7 days apart', () => {
  const look = fc.record({
    hours: fc.integer({ min: 1, max: 40 }),
    weekStart: fc.integer({ min: 0, max: 6 }),
    dayStartHour: fc.constantFrom(0, 4, 23),
  })
  fc.assert(
    fc.property(fc.array(look, { minLength: 5, maxLength: 60 }), (looks) => {
      const life = new Life()
      let at = MONDAY
      const weeks: string[] = []
      for (const { hours, weekStart, dayStartHour } of looks) {
        at += hours * HOUR_MS
        life.look(at, weekStart, dayStartHour)
        const { week } = life.firewall.state
        if (week !== null && week !== weeks.at(-1)) weeks.push(week)
      }
      for (const [index, week] of weeks.slice(1).entries())
        expect(week >= addDays(weeks[index] ?? '', 7)).toBe(true)
      for (const { at: from } of life.used)
        for (const count of [1, 2, 3]) {
          // The start of the day, too, may move by 23 hours.
          const until = from + 7 * count * DAY_MS - 23 * HOUR_MS
          const inWeeks = life.used.filter((one) => one.at >= from && one.at < until)
          // Two weeks may meet, as in every calendar; one more never fits.
          const most = 60 * (count + 1)
          expect(inWeeks.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(most)
        }
      expect(life.used.length).toBeLessThanOrEqual(weeks.length)
      expect(life.emergencies.length).toBeLessThanOrEqual(weeks.length)
    }),
    { numRuns: 300 },
  )
})

describe('the week in force', () => {
  test.each<[what: string, last: string | null, day: string, weekStart: number, first: string]>([
    ['begins on the start of the week', null, '2026-11-25', 0, '2026-11-23'],
    ['goes on while its days last', '2026-11-23', '2026-11-29', 0, '2026-11-23'],
    ['is followed by the next', '2026-11-23', '2026-11-30', 0, '2026-11-30'],
    ['goes on past a start that comes too soon', '2026-11-23', '2026-11-26', 3, '2026-11-23'],
    ['lasts up to 13 days then', '2026-11-23', '2026-12-05', 6, '2026-11-23'],
    ['ends on the moved start', '2026-11-23', '2026-12-06', 6, '2026-12-06'],
    ['begins anew after a long time', '2026-11-23', '2027-03-10', 0, '2027-03-08'],
    ['goes back with a clock that was far ahead', '2026-11-23', '2026-10-07', 0, '2026-10-05'],
  ])('%s', (_what, last, day, weekStart, first) => {
    expect(weekAt(last, day, weekStart)).toBe(first)
  })
})
