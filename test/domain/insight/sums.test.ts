import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concentrationOf } from '../../../domain/insight/concentration'
import { hourYieldOf } from '../../../domain/insight/hour-yield'
import { talliesOfPeriod, talliesOfWeeks } from '../../../domain/insight/sums'
import { takeOf } from '../../../domain/insight/take'
import { accountsOf, tally } from '../../../domain/statement/tally'
import { extentOf } from '../../../domain/time/period'
import { scopeOf } from '../../fixtures/scope'
import { spansArbitrary } from '../../fixtures/spans'

const PERIOD = { unit: 'dates', first: '2026-11-20', last: '2026-12-16' } as const

/** Today is in the period, so that both parts can have time. */
const scopes = spansArbitrary().map((spans) => scopeOf(spans, { period: PERIOD, today: '2026-11-23' }))

test('the parts of the tallies of a period add up to its tally as a whole', () => {
  fc.assert(
    fc.property(scopes, (scope) => {
      const { history, extent, valuing } = scope
      const whole = tally(history, extent, valuing)
      const parts = talliesOfPeriod(scope)
      expect(accountsOf(parts)).toEqual(accountsOf(whole))
      const opensOf = (tallies: typeof parts) =>
        tallies.map((one) => [...one.parts.values()].reduce((sum, { opens }) => sum + opens, 0))
      expect(opensOf(parts)).toEqual(opensOf(whole))
    }),
  )
})

test('each part of the tallies of weeks is the tally of that week alone', () => {
  fc.assert(
    fc.property(scopes, (scope) => {
      const { history, valuing } = scope
      const { weeks, tallies } = talliesOfWeeks(scope)
      expect(weeks.at(-1)!.last).toBe('2026-11-23')
      weeks.forEach((week, part) => {
        const alone = tally(history, extentOf(week, valuing.dayStartHour), valuing)
        const own = tallies.filter(({ parts }) => parts.has(part))
        const timesOf = (times: [string, number][]) => new Map(times)
        expect(
          timesOf(own.map(({ profile, parts }) => [profile.surface, parts.get(part)!.account.timeMs])),
        ).toEqual(timesOf(alone.map(({ profile, parts }) => [profile.surface, parts.get(0)!.account.timeMs])))
      })
    }),
  )
})

test('a sum is made once for a scope, and anew for another one with the same record', () => {
  const scope = scopeOf([])
  expect(talliesOfPeriod(scope)).toBe(talliesOfPeriod(scope))
  expect(talliesOfPeriod({ ...scope })).not.toBe(talliesOfPeriod(scope))
  expect(talliesOfWeeks(scope)).toBe(talliesOfWeeks(scope))
})

test('a finding is the same, whichever other finding was computed from the scope before', () => {
  fc.assert(
    fc.property(scopes, (scope) => {
      const findings = [
        (one: typeof scope) => takeOf(one, 'world'),
        (one: typeof scope) => hourYieldOf(one),
        (one: typeof scope) => concentrationOf(one),
      ]
      const alone = findings.map((find) => find({ ...scope }))
      expect(findings.map((find) => find(scope))).toEqual(alone)
      expect(findings.toReversed().map((find) => find(scope))).toEqual(alone.toReversed())
    }),
  )
})
