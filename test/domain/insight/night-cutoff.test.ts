import { expect, test } from 'vitest'
import { isQuietNight } from '../../../domain/insight/night-cutoff'
import { cutoff, minutes, ruleOf } from '../../fixtures/rules'

const night = ruleOf({ bound: cutoff('22:30', '06:00') })
const CLOCK = { dayStartHour: 4, offsetAt: () => 60 }

test.each([
  ['during the night of a cutoff', [night], null, '23:00', true],
  ['after midnight', [night], null, '03:00', true],
  ['in the morning', [night], null, '06:00', false],
  ['in the evening', [night], null, '22:29', false],
  ['in the night of a cutoff that is switched off', [{ ...night, isOn: false }], null, '23:00', false],
  ['with other rules alone', [ruleOf({ bound: minutes(5) })], null, '23:00', false],
  ['45 min before the bedtime, without a cutoff', [], 23 * 60, '22:15', true],
  ['before that', [], 23 * 60, '22:14', false],
  ['six hours after the bedtime', [], 23 * 60, '05:00', false],
  ['before the cutoff, whatever the bedtime', [night], 21 * 60, '21:30', false],
])('it is quiet night %s', (_when, rules, bedtime, time, isNight) => {
  const at = Date.parse(`2026-12-02T${time}:00+01:00`)
  const stored = rules.map((rule) => ({ rule }))
  expect(isQuietNight(stored, bedtime, at, CLOCK)).toBe(isNight)
})
