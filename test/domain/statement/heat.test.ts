import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Heat, heatOf, hottest, hoursShown } from '../../../domain/statement/heat'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { extentOf, type Period } from '../../../domain/time/period'
import type { Span } from '../../../domain/record/span'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const NOVEMBER: Period = { unit: 'month', first: '2026-11-01', last: '2026-11-30' }

const heatIn = (spans: readonly Span[], today = '2026-11-30', dayStartHour = 4): Heat =>
  heatOf({ sealed: [], recent: spans }, extentOf(NOVEMBER, dayStartHour), dayStartHour, today, () => true)

const at = (start: string, minutes: number, surface = 'example.com') =>
  spanOf({ surface, start, ms: minutes * MINUTE_MS })

/** `[weekday, hour, minutes]` of the hours with time. */
const cellsOf = ({ hours }: Heat) =>
  hours.flatMap((row, weekday) =>
    row.flatMap((ms, hour) => (ms > 0 ? [[weekday, hour, ms / MINUTE_MS]] : [])),
  )

test('a span is cut at the full hours of local time', () => {
  const heat = heatIn([at('2026-11-30T09:50Z', 70)])
  expect(cellsOf(heat)).toEqual([
    [0, 10, 10],
    [0, 11, 60],
  ])
})

test('an hour after midnight belongs to the weekday before if the day starts later', () => {
  expect(cellsOf(heatIn([at('2026-11-26T23:30Z', 20)]))).toEqual([[3, 0, 20]])
  expect(cellsOf(heatIn([at('2026-11-26T23:30Z', 20)], '2026-11-30', 0))).toEqual([[4, 0, 20]])
})

test('an hour has the mean of its weekdays from the first recorded day to today', () => {
  const spans = [at('2026-11-09T09:00Z', 30), at('2026-11-16T09:00Z', 30)]
  expect(cellsOf(heatIn(spans, '2026-11-16'))).toEqual([[0, 10, 30]])
  expect(cellsOf(heatIn(spans, '2026-11-26'))).toEqual([[0, 10, 20]])
  expect(heatIn(spans, '2026-11-16').days).toEqual([2, 1, 1, 1, 1, 1, 1])
})

test('the mean of one surface also counts days on which it was not used', () => {
  const spans = [at('2026-11-09T09:00Z', 30, 'other.example'), at('2026-11-16T09:00Z', 30)]
  const extent = extentOf(NOVEMBER, 4)
  const heat = heatOf(
    { sealed: [], recent: spans },
    extent,
    4,
    '2026-11-16',
    (name) => name === 'example.com',
  )
  expect(cellsOf(heat)).toEqual([[0, 10, 15]])
})

describe('the hours to show', () => {
  test('go from the first used hour to the last, in the order of the day', () => {
    const heat = heatIn([at('2026-11-26T21:30Z', 10), at('2026-11-26T23:30Z', 10)])
    expect(hoursShown(heat, 4)).toEqual([22, 23, 0])
  })

  test('are empty without recorded time', () => {
    expect(hoursShown(heatIn([]), 4)).toEqual([])
    expect(hottest(heatIn([]))).toBeNull()
  })
})

test('the hottest hour is the one with the highest mean', () => {
  const heat = heatIn([at('2026-11-30T09:00Z', 30), at('2026-11-29T09:00Z', 40)])
  expect(hottest(heat)).toEqual({ weekday: 6, hour: 10, ms: 40 * MINUTE_MS })
})

test('means multiplied by their days add up to all recorded time', () => {
  fc.assert(
    fc.property(spansArbitrary(), fc.integer({ min: 0, max: 23 }), (spans, dayStartHour) => {
      const extent = extentOf({ unit: 'dates', first: '2026-11-18', last: '2026-12-31' }, dayStartHour)
      const { hours, days } = heatOf(
        { sealed: [], recent: spans },
        extent,
        dayStartHour,
        '2026-12-31',
        () => true,
      )
      const sum = hours.flatMap((row, weekday) => row.map((ms) => ms * days[weekday]!))
      const recorded = spans.reduce((total, { start, end }) => total + end - start, 0)
      expect(sum.reduce((total, ms) => total + ms, 0)).toBeCloseTo(recorded, 3)
    }),
  )
})
