import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  dayStartAfter,
  nextRationAt,
  type Ration,
  rationAt,
  weekOf,
} from '../../../domain/firewall/ration'
import { firstDayOfWeek, weekStartOf } from '../../../domain/time/week'
import { UTC } from '../../fixtures/rules'
import { offsetIn } from '../../fixtures/zone'

const at = (iso: string): number => Date.parse(iso)
const calendar = (more: Partial<Calendar> = {}): Calendar => ({
  dayStartHour: 4,
  weekStart: 0,
  offsetAt: UTC,
  ...more,
})
const MONDAY: Ration = { day: '2026-11-23', since: at('2026-11-23T04:00Z') }

describe('a ration', () => {
  test.each<[what: string, iso: string, more: Partial<Calendar>, day: string]>([
    ['is the person’s day', '2026-11-24T03:59Z', {}, '2026-11-23'],
    ['starts at the day start', '2026-11-24T04:00Z', {}, '2026-11-24'],
    ['does not start again when the clock is set back', '2026-11-23T03:00Z', {}, '2026-11-23'],
    [
      'stays the same when the time zone goes back a day',
      '2026-11-23T06:00Z',
      { offsetAt: () => -600 },
      '2026-11-23',
    ],
    [
      'does not change within 16 hours in a time zone far east',
      '2026-11-23T19:59Z',
      { offsetAt: () => 840 },
      '2026-11-23',
    ],
    [
      'changes after 16 hours in a time zone far east',
      '2026-11-23T20:00Z',
      { offsetAt: () => 840 },
      '2026-11-24',
    ],
    [
      'does not change within 16 hours with another day start',
      '2026-11-23T19:59Z',
      { dayStartHour: 0, offsetAt: () => 300 },
      '2026-11-23',
    ],
    ['follows a clock that was wrong by days', '2026-11-20T12:00Z', {}, '2026-11-20'],
  ])('%s', (_what, iso, more, day) => {
    expect(rationAt(MONDAY, at(iso), calendar(more)).day).toBe(day)
  })

  test('starts with its day at the first look, so that the next one is not late', () => {
    const first = rationAt(null, at('2026-11-23T23:00Z'), calendar())
    expect(first).toEqual(MONDAY)
    expect(nextRationAt(first, calendar())).toBe(at('2026-11-24T04:00Z'))
  })

  test('begins no earlier than the last look, even if its day is hours old', () => {
    const east = calendar({ offsetAt: () => 345 })
    const lastLook = at('2026-11-24T03:58Z')
    const early = rationAt(MONDAY, at('2026-11-24T04:00Z'), east, lastLook)
    expect(early).toEqual({ day: '2026-11-24', since: lastLook })
    const farther = calendar({ offsetAt: () => 840 })
    expect(rationAt(early, at('2026-11-24T19:57Z'), farther, at('2026-11-24T19:56Z'))).toBe(early)
  })

  test('is 23 hours long on the spring clock change and 25 on the autumn one', () => {
    const berlin = calendar({ offsetAt: offsetIn('Europe/Berlin'), dayStartHour: 1 })
    const spring = rationAt(null, at('2026-03-28T12:00Z'), berlin)
    expect((nextRationAt(spring, berlin) - spring.since) / 3_600_000).toBe(24)
    const change = rationAt(null, at('2026-03-29T12:00Z'), berlin)
    expect((nextRationAt(change, berlin) - change.since) / 3_600_000).toBe(23)
    const autumn = rationAt(null, at('2026-10-25T12:00Z'), berlin)
    expect((nextRationAt(autumn, berlin) - autumn.since) / 3_600_000).toBe(25)
  })
})

describe('weeks', () => {
  test.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-29', 0, '2026-11-23'],
    ['2026-11-29', 6, '2026-11-29'],
    ['2026-11-28', 6, '2026-11-22'],
    ['2026-11-27', 5, '2026-11-21'],
    ['2027-01-01', 0, '2026-12-28'],
  ])('the week of %s, starting on weekday %d, begins on %s', (day, start, first) => {
    expect(firstDayOfWeek(day, start)).toBe(first)
    expect(weekOf({ day, since: 0 }, calendar({ weekStart: start })).first).toBe(first)
  })

  test.each([
    ['de-DE', 0],
    ['en-GB', 0],
    ['en-US', 6],
    ['en', 6],
    ['pt-BR', 6],
    ['ar-EG', 5],
    ['dv-MV', 4],
  ])('in %s, weeks begin on weekday %d', (language, start) => {
    expect(weekStartOf(language)).toBe(start)
  })
})

test.each([
  ['2026-11-23T10:00Z', 0, '2026-11-24T04:00Z'],
  ['2026-11-24T04:00Z', 0, '2026-11-24T04:00Z'],
  ['2026-11-23T16:00Z', 12, '2026-11-24T04:00Z'],
  ['2026-11-23T16:01Z', 12, '2026-11-25T04:00Z'],
])('from %s, the first day start at least %d hours away is %s', (iso, hours, start) => {
  expect(dayStartAfter(at(iso), hours * 3_600_000, calendar())).toBe(at(start))
})
