import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '../../../domain/record/history'
import { addDays, type Day, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { extentBefore, extentOf, periodOf, shiftPeriod } from '../../../domain/time/period'
import { statePeriod } from '../../../domain/statement/period-statement'
import type { Span } from '../../../domain/record/span'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing } from '../../../domain/value/hour-price'
import { spanOf, spansArbitrary } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

const RATES = [{ from: '1970-01-01', amountMinor: 3000, currency: 'EUR', hourTypes: null }]
const OPINIONS = [{ surface: 'coursera.org', worthQuarters: 8 }]
const valuing = {
  profileOf: surfaceBook(OPINIONS),
  priceAt: pricing(RATES, 'EUR', 4),
  dayStartHour: 4,
}
const WEEK = periodOf('week', '2026-11-18', 0)
const AFTER = Date.parse('2026-11-24T12:00Z')

const at = (start: string, minutes: number, surface: string): Span =>
  spanOf({ surface, start: `2026-${start}Z`, ms: minutes * MINUTE_MS })

const stated = (spans: readonly Span[], period = WEEK, now = AFTER, since?: Day) => {
  const recent = spans.toSorted((a, b) => a.start - b.start)
  const recordedSince = since ?? recent[0]?.day ?? null
  return statePeriod(period, extentBefore(period, 4, now), { sealed: [], recent }, valuing, recordedSince)
}

describe('a week at 30,00 € an hour', () => {
  const week = stated([
    at('11-16T10:00', 60, 'coursera.org'),
    at('11-17T20:10', 40, 'reddit.com'),
    at('11-17T21:00', 30, 'reddit.com'),
    at('11-18T09:00', 20, 'github.com'),
    at('11-09T10:00', 30, 'reddit.com'),
  ])

  test('has its time, cost, return, net and yield', () => {
    expect(week.opening).toEqual({
      timeMs: 150 * MINUTE_MS,
      costMinor: 7500,
      returnMinor: 7000,
      netMinor: -500,
      yieldMinor: 2800,
    })
  })

  test('has the figures of the week before', () => {
    expect(week.before).toMatchObject({ timeMs: 30 * MINUTE_MS, costMinor: 1500, returnMinor: 0 })
  })

  test('lists surfaces at a profit and at a loss, but none that break even', () => {
    expect(week.best.map(({ profile }) => profile.surface)).toEqual(['coursera.org'])
    expect(week.dearest.map(({ profile, money }) => [profile.surface, money?.netMinor])).toEqual([
      ['reddit.com', -3500],
    ])
  })

  test('has the clock hour with the largest loss', () => {
    expect(week.dearestHour).toMatchObject({
      localHour: Date.parse('2026-11-17T21:00Z') / HOUR_MS,
      timeMs: 40 * MINUTE_MS,
      netMinor: -2000,
      surface: { surface: 'reddit.com' },
    })
  })

  test('has no median with fewer than three earlier weeks with attention', () => {
    expect(week.median).toBeNull()
  })
})

test('a median covers only weeks with attention among the last eight', () => {
  const before = [30, 10, 50, 20].map((minutes, index) =>
    spanOf({
      surface: 'github.com',
      start: Date.parse(`${addDays('2026-11-09', -7 * index)}T10:00Z`),
      ms: minutes * MINUTE_MS,
    }),
  )
  const old = at('08-31T10:00', 600, 'github.com')
  const { median: found } = stated([...before, old, at('11-16T10:00', 5, 'github.com')])
  expect(found).toMatchObject({ of: 4, opening: { timeMs: 25 * MINUTE_MS, netMinor: 0 } })
})

test('a median leaves out the week in which recording began, unless it began on the first day', () => {
  const weeks = (firstDay: string) =>
    [firstDay, '2026-10-26', '2026-11-02', '2026-11-09'].map((day) =>
      spanOf({ surface: 'github.com', start: Date.parse(`${day}T10:00Z`), ms: MINUTE_MS }),
    )
  expect(stated(weeks('2026-10-20')).median).toMatchObject({ of: 3 })
  expect(stated(weeks('2026-10-19')).median).toMatchObject({ of: 4 })
  expect(stated(weeks('2026-10-20'), WEEK, AFTER, '2026-01-01').median).toMatchObject({ of: 4 })
})

describe('the most expensive hour', () => {
  test('counts only time inside it, even if a visit goes on after it', () => {
    const { dearestHour } = stated([at('11-17T16:55', 90, 'reddit.com')])
    expect(dearestHour).toMatchObject({ timeMs: HOUR_MS, netMinor: -3000 })
    // 18:00 in local time, an hour ahead of UTC.
    expect(new Date((dearestHour?.localHour ?? 0) * HOUR_MS).toISOString()).toBe('2026-11-17T18:00:00.000Z')
  })

  test('never holds more than an hour of one device', () => {
    fc.assert(
      fc.property(spansArbitrary(), (spans) => {
        const { dearestHour } = stated(spans, periodOf('month', '2026-11-18', 0))
        expect(dearestHour?.timeMs ?? 0).toBeLessThanOrEqual(HOUR_MS)
      }),
    )
  })
})

test('day totals count in the statement, the period before and the median, not in the most expensive hour', () => {
  const typed = (day: string) => totalOf({ day, surface: 'reddit.com', minutes: 60 })
  const weeks = ['2026-11-18', '2026-11-11', '2026-11-04', '2026-10-28', '2026-10-21']
  const history: History = { sealed: [], recent: [], totals: weeks.map(typed) }
  const week = statePeriod(WEEK, extentBefore(WEEK, 4, AFTER), history, valuing, '2026-10-19')
  expect([week.opening.timeMs, week.before.timeMs]).toEqual([HOUR_MS, HOUR_MS])
  expect(week.median).toMatchObject({ of: 4, opening: { timeMs: HOUR_MS } })
  expect(week.dearest.map(({ profile }) => profile.surface)).toEqual(['reddit.com'])
  expect(week.dearestHour).toBeNull()
})

test('a statement without a rate has time but no money', () => {
  const history: History = { sealed: [], recent: [at('11-16T10:00', 5, 'reddit.com')] }
  const bare = { ...valuing, priceAt: pricing([], 'EUR', 4) }
  const week = statePeriod(WEEK, extentBefore(WEEK, 4, AFTER), history, bare, null)
  expect(week.opening).toEqual({
    timeMs: 5 * MINUTE_MS,
    costMinor: null,
    returnMinor: null,
    netMinor: null,
    yieldMinor: null,
  })
  expect([week.best, week.dearest, week.dearestHour]).toEqual([[], [], null])
})

test('a period without attention has an empty statement', () => {
  const empty = stated([])
  expect(empty.opening.timeMs).toBe(0)
  expect([empty.dearestHour, empty.median, empty.best]).toEqual([null, null, []])
})

test('a week in progress is compared with the week before up to the same hour', () => {
  const now = Date.parse('2026-11-18T12:00Z')
  const week = stated(
    [at('11-11T10:30', 60, 'github.com'), at('11-12T10:00', 60, 'github.com')],
    WEEK,
    now,
    '2026-11-09',
  )
  expect(week.before.timeMs).toBe(30 * MINUTE_MS)
})

test.each([
  ['within the week before', '2026-11-10', '2026-11-10', 0],
  ['on its first day', '2026-11-09', null, 30],
  ['within the week itself', '2026-11-17', null, 0],
])(
  'a record that begins %s is compared only if it is of the whole week before',
  (_when, since, begins, minutes) => {
    const earlier = since < WEEK.first ? [at('11-11T10:00', 30, 'github.com')] : []
    const week = stated([...earlier, at('11-17T10:00', 60, 'github.com')], WEEK, AFTER, since)
    expect(week.begins).toBe(begins)
    expect(week.before.timeMs).toBe(minutes * MINUTE_MS)
    expect(week.kindsBefore).toHaveLength(minutes > 0 ? 1 : 0)
  },
)

test('the time of a month is the sum of its days', () => {
  const spans = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 40 * 24 * 60 }),
      length: fc.integer({ min: 1, max: 50 }),
      surface: fc.constantFrom('reddit.com', 'github.com', 'coursera.org'),
    }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(spans, (rows) => {
      const all = rows.map(({ minute, length, surface }) =>
        spanOf({ surface, start: Date.UTC(2026, 9, 25) + minute * HOUR_MS, ms: length * MINUTE_MS }),
      )
      const month = periodOf('month', '2026-11-10', 0)
      const history: History = { sealed: [], recent: all }
      const before = extentOf(shiftPeriod(month, -1), 4)
      const whole = statePeriod(month, before, history, valuing, null).opening.timeMs
      let sum = 0
      for (let day = month.first; day <= month.last; day = addDays(day, 1))
        sum += statePeriod(periodOf('day', day, 0), before, history, valuing, null).opening.timeMs
      expect(sum).toBe(whole)
    }),
    { numRuns: 30 },
  )
})
