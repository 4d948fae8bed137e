import { describe, expect, test } from 'vitest'
import { fullerPeriod, usualRange } from '../../../domain/insight/usual-period'
import { type Period, periodOf, type PeriodUnit } from '../../../domain/time/period'

const MONDAY = 0
/** A Wednesday. */
const TODAY = '2026-11-25'

test.each([
  ['nothing was recorded', null, 'this-week'],
  ['the record began this week', '2026-11-23', 'this-week'],
  ['the record began last week', '2026-11-22', 'last-week'],
])('if %s, the usual range is by a record since %s %s', (_case, recordedSince, range) => {
  expect(usualRange(recordedSince, periodOf('week', TODAY, MONDAY))).toBe(range)
})

describe('the period to look at instead', () => {
  const of = (
    unit: Exclude<PeriodUnit, 'dates'>,
    today = TODAY,
    recordedSince: string | null = '2026-01-01',
  ) => fullerPeriod({ period: periodOf(unit, TODAY, MONDAY), today, recordedSince }, MONDAY)

  test('of a young week is the one before', () => {
    expect(of('week')).toEqual(periodOf('week', '2026-11-18', MONDAY))
  })

  test('of today is last week', () => {
    expect(of('day')).toEqual(periodOf('week', '2026-11-18', MONDAY))
  })

  test('of dates that have just begun are as many before', () => {
    const period: Period = { unit: 'dates', first: '2026-11-24', last: '2026-12-03' }
    expect(fullerPeriod({ period, today: TODAY, recordedSince: '2026-01-01' }, MONDAY)).toEqual({
      unit: 'dates',
      first: '2026-11-14',
      last: '2026-11-23',
    })
  })

  test('is none once seven days of it are over, or all of it', () => {
    expect(of('month')).toBeNull()
    expect(of('week', '2026-11-30')).toBeNull()
  })

  test('is none if nothing was recorded before', () => {
    expect(of('week', TODAY, null)).toBeNull()
    expect(of('week', TODAY, '2026-11-23')).toBeNull()
    expect(of('week', TODAY, '2026-11-22')).not.toBeNull()
  })

  test('of a month is the one before, until its seventh day is over', () => {
    const period = periodOf('month', TODAY, MONDAY)
    const on = (today: string) => fullerPeriod({ period, today, recordedSince: '2026-01-01' }, MONDAY)
    expect(on('2026-11-07')).toEqual(periodOf('month', '2026-10-01', MONDAY))
    expect(on('2026-11-08')).toBeNull()
  })
})
