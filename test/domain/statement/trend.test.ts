import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '../../../domain/record/history'
import { DAY_MS } from '../../../domain/time/local-time'
import { extentOf, type Period, periodOf } from '../../../domain/time/period'
import { readRange } from '../../../domain/time/range'
import { statementOfAccounts } from '../../../domain/statement/statement'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { accountsOf, tally } from '../../../domain/statement/tally'
import {
  addCells,
  comparableSteps,
  extremesOf,
  type Grain,
  grainsOf,
  partOfSteps,
  stepsOf,
  trendOf,
  usualGrain,
} from '../../../domain/statement/trend'
import { pricing } from '../../../domain/value/hour-price'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const RATES = [
  { from: '1970-01-01', amountMinor: 2533, currency: 'EUR', hourTypes: null },
  { from: '2026-11-22', amountMinor: 3107, currency: 'EUR', hourTypes: null },
]

const periodIn = (range: string): Period => readRange(range, '2026-11-26', 0) as Period

function trendIn(history: History, period: Period, grain: Grain, dayStartHour = 4) {
  const valuing = { profileOf: surfaceBook([]), priceAt: pricing(RATES, 'EUR', dayStartHour), dayStartHour }
  const steps = stepsOf(period, grain, 0)
  const tallies = tally(history, extentOf(period, dayStartHour), valuing, partOfSteps(steps))
  return { trend: trendOf(tallies, steps), statement: statementOfAccounts(accountsOf(tallies)) }
}

describe('the steps of a period', () => {
  test.each([
    ['2026-11-26', 'day'],
    ['week-2026-11-23', 'day'],
    ['2026-11', 'day'],
    ['2026-q4', 'week'],
    ['2026', 'day'],
    ['2024-01-01_2024-12-31', 'day'],
    ['2022-01-01_2026-12-31', 'month'],
  ] as const)('of %s are %ss by default', (range, grain) => {
    expect(usualGrain(periodIn(range))).toBe(grain)
  })

  test.each([
    ['2026-11-26', ['day']],
    ['week-2026-11-23', ['day']],
    ['2026-11', ['day', 'week']],
    ['2026', ['day', 'week', 'month']],
    ['2022-01-01_2026-12-31', ['week', 'month']],
    ['1990-01-01_2026-12-31', ['month']],
  ])('of %s can be %j', (range, grains) => {
    expect(grainsOf(periodIn(range))).toEqual(grains)
  })

  test.each([
    [
      '2026-11',
      'week',
      0,
      ['2026-11-01', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
    ],
    ['2026-11', 'week', 6, ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29']],
    ['2026-12-31_2027-01-02', 'day', 0, ['2026-12-31', '2027-01-01', '2027-01-02']],
    ['2026-12-28_2027-01-10', 'week', 0, ['2026-12-28', '2027-01-04']],
    ['2024-02-28_2024-03-01', 'day', 0, ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['2024-01-15_2024-03-10', 'month', 0, ['2024-01-15', '2024-02-01', '2024-03-01']],
  ] as const)('of %s by %s, with weeks from weekday %i, begin on %j', (range, grain, weekStart, firsts) => {
    const period = periodIn(range)
    const steps = stepsOf(period, grain, weekStart)
    expect(steps.map(({ first }) => first)).toEqual(firsts)
    expect(steps.at(-1)?.last).toBe(period.last)
  })

  test('have the unit `dates` if the period cuts them off', () => {
    const steps = stepsOf(periodIn('2026-11'), 'week', 0)
    expect(steps.map(({ unit }) => unit)).toEqual(['dates', 'week', 'week', 'week', 'week', 'dates'])
    expect(stepsOf(periodIn('2024'), 'month', 0)[1]).toEqual({
      unit: 'month',
      first: '2024-02-01',
      last: '2024-02-29',
    })
  })

  test('of a year by week have 365 days in all', () => {
    const days = stepsOf(periodIn('2026'), 'week', 0).map(
      ({ first, last }) => (Date.parse(last) - Date.parse(first)) / DAY_MS + 1,
    )
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(365)
  })
})

describe('time belongs to the step of the person’s day', () => {
  const minutesBy = (history: History, dayStartHour: number) =>
    trendIn(history, periodIn('2026-10-24_2026-10-26'), 'day', dayStartHour).trend.steps.map(
      ({ total }) => total.timeMs / 60_000,
    )

  test.each([
    [0, [0, 30, 30]],
    [4, [0, 60, 0]],
  ])('in a night across midnight, with days from %i:00', (dayStartHour, minutes) => {
    const history = {
      sealed: [],
      recent: [
        spanOf({ start: '2026-10-25T22:00Z', ms: 30 * 60_000 }),
        spanOf({ start: '2026-10-25T23:00Z', ms: 30 * 60_000 }),
      ],
    }
    expect(minutesBy(history, dayStartHour)).toEqual(minutes)
  })

  test('in both hours from 2:00 to 3:00 on the day with 25 hours', () => {
    const history = {
      sealed: [],
      recent: [
        spanOf({ start: '2026-10-25T00:00Z', ms: 3_600_000, utcOffsetMinutes: 120 }),
        spanOf({ start: '2026-10-25T01:00Z', ms: 3_600_000, utcOffsetMinutes: 60 }),
      ],
    }
    expect(minutesBy(history, 0)).toEqual([0, 120, 0])
    expect(minutesBy(history, 4)).toEqual([120, 0, 0])
  })
})

describe('for any history', () => {
  test('steps and kinds add up to the statement of the period', () => {
    fc.assert(
      fc.property(spansArbitrary(), fc.constantFrom<Grain>('day', 'week', 'month'), (spans, grain) => {
        const history = { sealed: [], recent: spans }
        const { trend, statement } = trendIn(history, periodIn('2026-11-18_2026-12-20'), grain)
        expect(trend.total.timeMs).toBe(statement.total.timeMs)
        expect(trend.total.money).toEqual(statement.total.money)
        expect(addCells(trend.kindTotals)).toEqual(trend.total)
        expect(addCells(trend.steps.map(({ total }) => total))).toEqual(trend.total)
        for (const step of trend.steps) expect(addCells(step.kinds)).toEqual(step.total)
        for (const [row, total] of trend.kindTotals.entries())
          expect(addCells(trend.steps.map(({ kinds }) => kinds[row]!))).toEqual(total)
      }),
    )
  })
})

test('comparable steps are the whole and finished ones after the day on which the record begins', () => {
  const history = { sealed: [], recent: [spanOf({ start: '2026-11-24T10:00Z', ms: 60_000 })] }
  const { trend } = trendIn(history, periodIn('week-2026-11-23'), 'day')
  const firstDays = (today: string, since: string | null) =>
    comparableSteps(trend, today, since).map(({ period }) => period.first)
  expect(firstDays('2026-11-27', '2026-11-23')).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
  expect(firstDays('2026-11-27', '2026-11-24')).toEqual(['2026-11-25', '2026-11-26'])
  expect(firstDays('2026-11-25', '2026-01-01')).toEqual(['2026-11-24'])
  expect(firstDays('2026-11-24', '2026-11-24')).toEqual([])
  expect(firstDays('2026-11-27', null)).toEqual([])
  expect(periodOf('day', '2026-11-24', 0)).toEqual(trend.steps[1]?.period)
})

describe('the highest and the lowest step', () => {
  const minutes = (day: string, count: number) => spanOf({ start: `${day}T10:00Z`, ms: count * 60_000 })
  // November 2026 has a week of one day, four whole weeks and a week of one day.
  const recent = [
    minutes('2026-11-01', 900),
    minutes('2026-11-03', 60),
    minutes('2026-11-10', 20),
    minutes('2026-11-17', 40),
    minutes('2026-11-30', 1),
  ]
  const { trend } = trendIn({ sealed: [], recent }, periodIn('2026-11'), 'week')
  const extremes = (today: string, since: string) => {
    const found = extremesOf(comparableSteps(trend, today, since), ({ timeMs }) => timeMs)
    return found && [found.highest.period.first, found.lowest.period.first]
  }

  test('are whole weeks, even if a single day has more or less', () => {
    expect(extremes('2026-12-31', '2026-01-01')).toEqual(['2026-11-02', '2026-11-09'])
  })

  test('are neither the week in progress nor the one in which recording began', () => {
    expect(extremes('2026-11-22', '2026-01-01')).toEqual(['2026-11-02', '2026-11-09'])
    expect(extremes('2026-12-31', '2026-11-03')).toEqual(['2026-11-16', '2026-11-09'])
  })

  test('are not named if there are not two to compare', () => {
    expect(extremes('2026-11-15', '2026-11-09')).toBeNull()
  })
})
