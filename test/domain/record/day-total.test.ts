import { describe, expect, test } from 'vitest'
import { isUneven, totalsWithin } from '../../../domain/record/day-total'
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

describe('a day so far', () => {
  const before = { first: '2026-11-22', last: '2026-11-22' }
  const [from, noon, end] = ['2026-11-22T04:00:00Z', '2026-11-22T12:00:00Z', '2026-11-23T04:00:00Z'].map(
    Date.parse,
  )
  const cases = [
    ['without day totals is compared', [], noon, false],
    ['with a total of today is not', ['2026-11-23'], noon, true],
    ['with a total of the day before is not', ['2026-11-22'], noon, true],
    ['with totals of other days is', ['2026-11-21', '2026-11-24'], noon, false],
    ['that is over is, with its totals', ['2026-11-22', '2026-11-23'], end, false],
  ] as const

  test.each(cases)('%s', (_words, days, until, expected) => {
    const totals = days.map((day) => totalOf({ day, minutes: 5 }))
    expect(isUneven(totals, before, { from: from!, until: until! }, 4)).toBe(expected)
  })

  test('of a week is compared: only one of its days has no hour', () => {
    const last = { first: '2026-11-16', last: '2026-11-22' }
    expect(
      isUneven([totalOf({ day: '2026-11-16', minutes: 5 })], last, { from: from!, until: noon! }, 4),
    ).toBe(false)
  })
})
