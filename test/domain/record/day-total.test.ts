import { expect, test } from 'vitest'
import { totalsWithin } from '../../../domain/record/day-total'
import { HOUR_MS } from '../../../domain/time/local-time'
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
