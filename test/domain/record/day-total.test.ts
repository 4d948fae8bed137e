import { expect, test } from 'vitest'
import { sourceTimes, totalsWithin } from '../../../domain/record/day-total'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { extentOf } from '../../../domain/time/period'
import { totalOf } from '../../fixtures/totals'

const week = extentOf({ unit: 'week', first: '2026-11-16', last: '2026-11-22' }, 4)
const on = (day: string, minutes = 10) => totalOf({ day, minutes })

test('a total counts in the person’s day of its date, in extents that hold all of it', () => {
  const rows = ['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23'].map((day) => on(day))
  expect(totalsWithin(rows, week, 4).map(({ day }) => day)).toEqual(['2026-11-16', '2026-11-22'])
  const cut = { ...week, until: week.until - 5 * HOUR_MS }
  expect(totalsWithin(rows, cut, 4).map(({ day }) => day)).toEqual(['2026-11-16'])
})

test('the totals in a figure are added up by source, for the surfaces that it is about', () => {
  const rows = [
    on('2026-11-16', 30),
    on('2026-11-17', 20),
    totalOf({ source: 'webtime', surface: 'github.com', day: '2026-11-18', minutes: 5 }),
    on('2026-11-30', 60),
  ]
  expect(sourceTimes(rows, week, 4)).toEqual([
    { source: 'webtime', ms: 5 * MINUTE_MS },
    { source: 'entered', ms: 50 * MINUTE_MS },
  ])
  expect(sourceTimes(rows, week, 4, (surface) => surface === 'github.com')).toEqual([
    { source: 'webtime', ms: 5 * MINUTE_MS },
  ])
  expect(sourceTimes([], week, 4)).toEqual([])
})
