import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf, daysSince, isForCalendar } from '../../../domain/statement/day-calendar'
import { type Grain, stepsOf, type TrendStep } from '../../../domain/statement/trend'
import { addDays } from '../../../domain/time/local-time'
import { readRange } from '../../../domain/time/range'
import type { Period } from '../../../domain/time/period'

const NOTHING = { timeMs: 0, shownMs: 0, money: null }

const stepsIn = (range: string, grain: Grain = 'day'): TrendStep[] =>
  stepsOf(readRange(range, '2026-11-26', 0) as Period, grain, 0).map((period) => ({
    period,
    total: NOTHING,
    kinds: [],
  }))

const daysOf = (weeks: (TrendStep | null)[][]) =>
  weeks.map((week) => week.map((day) => day?.period.first ?? ''))

test.each([
  ['2026', 'day', true],
  ['2026', 'week', false],
  ['2026-11', 'day', false],
  ['2026-q4', 'day', false],
] as const)('a trend of %s by %s is a calendar: %s', (range, grain, is) => {
  expect(isForCalendar(stepsIn(range, grain))).toBe(is)
})

test('a year has twelve months, each beginning on its weekday', () => {
  const months = calendarOf(stepsIn('2026'), 0)
  expect(months.map(({ first }) => first.slice(5))).toEqual(
    Array.from({ length: 12 }, (_, month) => `${String(month + 1).padStart(2, '0')}-01`),
  )
  expect(daysOf(months[0]?.weeks ?? [])[0]).toEqual([
    '',
    '',
    '',
    '2026-01-01',
    '2026-01-02',
    '2026-01-03',
    '2026-01-04',
  ])
})

test.each([
  ['2026-09-20', '2026-09-20', 103],
  ['2025-12-31', '2026-01-01', 365],
  ['2027-01-01', '2026-01-01', 365],
  [null, '2026-01-01', 365],
])('if the record begins on %s, the days of 2026 begin on %s', (recordedSince, first, count) => {
  const days = daysSince(stepsIn('2026'), recordedSince)
  expect([days[0]?.period.first, days.length]).toEqual([first, count])
})

test('weeks begin on Sunday where they do', () => {
  const [january] = calendarOf(stepsIn('2026'), 6)
  expect(daysOf(january?.weeks ?? [])[0]?.slice(3, 5)).toEqual(['', '2026-01-01'])
})

test('any run of days is in the calendar once, in order and in weeks of seven', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.integer({ min: 1, max: 400 }), fc.nat(6), (after, count, weekStart) => {
      const first = addDays('2022-01-01', after)
      const steps = stepsIn(`${first}_${addDays(first, count - 1)}`)
      const weeks = calendarOf(steps, weekStart).flatMap((month) => month.weeks)
      expect(weeks.every((week) => week.length === 7)).toBe(true)
      expect(weeks.flat().filter((day) => day !== null)).toEqual(steps)
    }),
  )
})
