import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, DAY_MS, HOUR_MS } from '../../../domain/time/local-time'
import {
  daysIn,
  extentBefore,
  extentOf,
  isoWeek,
  periodOf,
  type PeriodUnit,
  shiftPeriod,
} from '../../../domain/time/period'

const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count))

describe('the period of a day', () => {
  test.each<[Exclude<PeriodUnit, 'dates'>, string, number, string, string]>([
    ['day', '2026-11-26', 0, '2026-11-26', '2026-11-26'],
    ['week', '2026-11-26', 0, '2026-11-23', '2026-11-29'],
    ['week', '2026-11-26', 6, '2026-11-22', '2026-11-28'],
    ['week', '2026-11-26', 5, '2026-11-21', '2026-11-27'],
    ['week', '2027-01-01', 0, '2026-12-28', '2027-01-03'],
    ['month', '2026-02-14', 0, '2026-02-01', '2026-02-28'],
    ['month', '2028-02-29', 0, '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-26', 0, '2026-10-01', '2026-12-31'],
    ['quarter', '2028-01-31', 0, '2028-01-01', '2028-03-31'],
    ['year', '2028-02-29', 0, '2028-01-01', '2028-12-31'],
  ])('%s of %s with weeks from weekday %i is %s to %s', (unit, day, weekStart, first, last) => {
    expect(periodOf(unit, day, weekStart)).toEqual({ unit, first, last })
  })

  test('contains the day and borders on the periods before and after', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), days, fc.integer({ min: 0, max: 6 }), (unit, day, weekStart) => {
        const period = periodOf(unit, day, weekStart)
        expect(period.first <= day && day <= period.last).toBe(true)
        expect(shiftPeriod(period, 1).first).toBe(addDays(period.last, 1))
        expect(shiftPeriod(period, -1).last).toBe(addDays(period.first, -1))
        expect(shiftPeriod(shiftPeriod(period, 1), -1)).toEqual(period)
      }),
    )
  })
})

test('a period between two dates moves back by its own length', () => {
  const period = { unit: 'dates', first: '2026-03-01', last: '2026-03-10' } as const
  expect(daysIn(period)).toBe(10)
  expect(shiftPeriod(period, -1)).toEqual({ unit: 'dates', first: '2026-02-19', last: '2026-02-28' })
})

describe('the local time of a period', () => {
  const week = periodOf('week', '2026-11-26', 0)

  test('runs from the start of its first day to the end of its last', () => {
    expect(extentOf(week, 4)).toEqual({
      from: Date.parse('2026-11-23T04:00Z'),
      until: Date.parse('2026-11-30T04:00Z'),
    })
  })

  test('is compared with the whole previous period once it is over', () => {
    expect(extentBefore(week, 4, Date.parse('2026-12-02T09:00Z'))).toEqual({
      from: Date.parse('2026-11-16T04:00Z'),
      until: Date.parse('2026-11-23T04:00Z'),
    })
  })

  test('is compared with the previous period up to the same point while it runs', () => {
    expect(extentBefore(week, 4, Date.parse('2026-11-26T10:30Z')).until).toBe(Date.parse('2026-11-19T10:30Z'))
  })

  test('is compared with the whole previous month if that is shorter', () => {
    const march = periodOf('month', '2026-03-31', 0)
    expect(extentBefore(march, 0, Date.parse('2026-03-31T12:00Z'))).toEqual({
      from: Date.parse('2026-02-01'),
      until: Date.parse('2026-03-01'),
    })
  })

  test('is compared with no more time than has passed, all of it before the period', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...UNITS),
        days,
        fc.integer({ min: 0, max: 23 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (unit, day, dayStartHour, part) => {
          const period = periodOf(unit, day, 0)
          const { from, until } = extentOf(period, dayStartHour)
          const now = from + Math.floor((until - from - 1) * part)
          const before = extentBefore(period, dayStartHour, now)
          expect(before.until - before.from).toBeLessThanOrEqual(Math.max(now - from, 0))
          expect(before.until).toBeLessThanOrEqual(from)
        },
      ),
    )
  })
})

describe('ISO weeks', () => {
  test.each([
    ['2026-11-26', 2026, 48],
    ['2026-01-01', 2026, 1],
    ['2027-01-01', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2021-01-03', 2020, 53],
  ])('%s is in %i, week %i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week })
  })

  test('have one number from Monday to Sunday, followed by the next number or by 1', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { first, last } = periodOf('week', day, 0)
        expect(isoWeek(first)).toEqual(isoWeek(last))
        const next = isoWeek(addDays(last, 1)).week
        expect([1, isoWeek(day).week + 1]).toContain(next)
      }),
    )
  })
})

test('a day takes up 24 hours of local time even if the clock changes', () => {
  const { from, until } = extentOf(periodOf('day', '2026-10-25', 0), 4)
  expect(until - from).toBe(DAY_MS)
  expect(from % DAY_MS).toBe(4 * HOUR_MS)
})
